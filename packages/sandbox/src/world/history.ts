// What happened to each object, and what caused it: for people to read. Nothing in the world depends on it.
import type { Instant } from "@noren-pay/base";
import type { SandboxObject } from "./world.ts";

/** `by`: a call of the merchant's, the buyer at a page, time, or the operator. `name`: of the operation, command or event. */
export interface Cause {
  readonly by: "api" | "buyer" | "clock" | "operator";
  readonly name: string;
}

export interface Change {
  readonly at: Instant;
  readonly kind: SandboxObject["kind"];
  readonly objectId: string;
  readonly state: SandboxObject["state"];
  readonly reasonCode: SandboxObject["reasonCode"];
  readonly cause: Cause;
}

/** Order references and billing agreements whose past is kept; that of the oldest goes first. */
const rootsMax = 20_000;
/** Changes kept of one of them: more than the limits of Amazon's let happen to an order. */
const changesMax = 500;

const unknownCause: Cause = { by: "operator", name: "" };

export class History {
  /** What is going on now. */
  cause: Cause = unknownCause;
  readonly #byRoot = new Map<string, Change[]>();

  /** Writes down how an object stands now. */
  note(object: SandboxObject, at: Instant): void {
    const root = rootOf(object);
    let changes = this.#byRoot.get(root);
    if (!changes) {
      changes = [];
      this.#byRoot.set(root, changes);
      if (this.#byRoot.size > rootsMax) this.#byRoot.delete(this.#byRoot.keys().next().value as string);
    }
    if (changes.length >= changesMax) return;
    const { kind, id, state, reasonCode } = object;
    changes.push({ at, kind, objectId: id, state, reasonCode, cause: this.cause });
  }

  /** Everything it is made of, to be loaded into another. */
  dump(): ReadonlyMap<string, Change[]> {
    return this.#byRoot;
  }

  /** Into an empty one. */
  load(byRoot: ReadonlyMap<string, Change[]>): void {
    for (const [root, changes] of byRoot) this.#byRoot.set(root, changes);
  }

  /** Of an order reference with all that hangs on it, or of a billing agreement; oldest first. */
  of(object: SandboxObject): readonly Change[] {
    return this.#byRoot.get(rootOf(object)) ?? [];
  }
}

const rootOf = (object: SandboxObject): string =>
  object.kind === "OrderReference" || object.kind === "BillingAgreement" ? object.id : object.orderReferenceId;

/** Commands that stand for something a buyer does at a page. */
const buyersCommands: ReadonlySet<string> = new Set([
  "createDraft",
  "selectAddress",
  "selectPaymentMethod",
  "repairPaymentMethod",
  "createAgreement",
  "selectAgreementAddress",
  "selectAgreementPaymentMethod",
  "setConsent",
  "repairBillingAgreement",
  "finishAuthentication",
]);

/** `args`: of pressing an event, its name says more than the command's. */
export function causeOfCommand(name: string, args: object): Cause {
  if (name === "pressEvent" && "event" in args) return { by: "operator", name: String(args.event) };
  return { by: buyersCommands.has(name) ? "buyer" : "operator", name };
}
