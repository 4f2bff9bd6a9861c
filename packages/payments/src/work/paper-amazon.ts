// For tests: a very small Amazon behind the port. It keeps what it made by reference id and can be told to lose answers.
import { yen } from "@noren-pay/base";
import type { OrderReferenceState } from "@noren-pay/protocol";
import type { Addressed, Gateway, Performed, Read } from "../gateway.ts";
import type { Intent } from "../model/intents.ts";
import type { Snapshot } from "../model/snapshots.ts";
import { classicCapabilities, noon } from "../store/contract-samples.ts";

export interface PaperAmazon extends Gateway {
  /** Kinds of calls made, in order. */
  readonly calls: string[];
  /** What becomes of the next calls of a kind: undefined means an ordinary answer. */
  readonly script: Map<string, ("lostBefore" | "lostAfter" | "throttled" | "hangs")[]>;
  readonly made: Map<string, Snapshot>;
}

export function paperAmazon(): PaperAmazon {
  const calls: string[] = [];
  const script: PaperAmazon["script"] = new Map();
  const made = new Map<string, Snapshot>();
  const states = new Map<string, OrderReferenceState>();

  function effect({ parameters }: Intent, at: Addressed): Performed {
    const reference = at.amazonOrderReferenceId;
    const done = (...snapshots: Snapshot[]): Performed => ({ outcome: "done", snapshots });
    const keep = (id: string, snapshot: Snapshot): Performed => {
      if (!made.has(id)) made.set(id, snapshot);
      return done(made.get(id) as Snapshot);
    };
    const numbered = (letter: string) => `${reference}-${letter}${String(made.size).padStart(6, "0")}`;
    switch (parameters.kind) {
      case "setDetails":
        return done(orderReferenceOf(reference));
      case "authorize": {
        const { authorizationId, amount } = parameters;
        const object = {
          kind: "Authorization",
          amazonId: numbered("A"),
          state: "Open",
          referenceId: authorizationId,
          amount,
        } as const;
        return keep(authorizationId, { ...object, capturedAmount: yen(0), captureIds: [], createdAt: noon });
      }
      case "capture": {
        const { captureId, amount } = parameters;
        const object = {
          kind: "Capture",
          amazonId: numbered("C"),
          state: "Completed",
          referenceId: captureId,
          amount,
        } as const;
        return keep(captureId, { ...object, refundedAmount: yen(0), fee: yen(0), refundIds: [], createdAt: noon });
      }
      case "refund": {
        const { refundId, amount } = parameters;
        const object = {
          kind: "Refund",
          amazonId: numbered("R"),
          state: "Pending",
          referenceId: refundId,
          amount,
        } as const;
        return keep(refundId, { ...object, refundType: "SellerInitiated", feeRefunded: yen(0), createdAt: noon });
      }
      case "confirm":
      case "cancel":
      case "close":
        states.set(
          reference,
          parameters.kind === "confirm" ? "Open" : parameters.kind === "cancel" ? "Canceled" : "Closed",
        );
        return done();
      case "closeAuthorization":
        return done();
    }
  }

  const orderReferenceOf = (amazonId: string): Snapshot => ({
    kind: "OrderReference",
    amazonId,
    state: states.get(amazonId) ?? "Draft",
    constraints: [],
    authorizationIds: [],
  });

  return {
    calls,
    script,
    made,
    capabilities: classicCapabilities,
    quotaOf: () => ({ burst: 2, perSecond: 0.5 }),
    async perform(intent, at) {
      const { kind } = intent.parameters;
      calls.push(kind);
      const fate = script.get(kind)?.shift();
      if (fate === "throttled") return { outcome: "throttled" };
      if (fate === "lostBefore") return { outcome: "unknown", why: "Timeout" };
      const performed = effect(intent, at);
      if (fate === "hangs") return new Promise(() => {});
      return fate === "lostAfter" ? { outcome: "unknown", why: "Timeout" } : performed;
    },
    async read({ kind, amazonId = "" }): Promise<Read> {
      calls.push(`read${kind}`);
      if (kind === "OrderReference") return { outcome: "found", snapshot: orderReferenceOf(amazonId) };
      const snapshot = [...made.values()].find((each) => each.amazonId === amazonId);
      return snapshot === undefined
        ? { outcome: "missing", code: "InvalidTransactionId" }
        : { outcome: "found", snapshot };
    },
  };
}
