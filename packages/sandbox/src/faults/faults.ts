// Mishaps on demand: they befall calls that fit, a given number of times or by chance. Rules are asked in the order in
// which they were made, and the first that fits and that chance chooses strikes: one rule a call. A rule whose chance
// passes a call by leaves it to the next. They live as long as the process; a journal does not keep them.
import type { Environment, ErrorCode } from "@noren-pay/protocol";
import { isChosen } from "../chance.ts";

export const faultKinds = [
  "refuse",
  "throttle",
  "internalError",
  "unavailable",
  "garbled",
  "slow",
  "answerLost",
  "resetBefore",
  "resetAfter",
] as const;
export type FaultKind = (typeof faultKinds)[number];

export const garbledContents = ["html", "truncated", "empty", "text"] as const;
export type GarbledContent = (typeof garbledContents)[number];

export interface NewFault {
  readonly kind: FaultKind;
  /** Amazon's name of the operation; left out: any. So with the next five: all that are given must fit. */
  readonly operation?: string | undefined;
  readonly sellerId?: string | undefined;
  readonly environment?: Environment | undefined;
  /** The order reference that the call names, itself or by something that hangs on it. */
  readonly orderReferenceId?: string | undefined;
  /** The merchant's own id of a transaction: AuthorizationReferenceId and its kin. */
  readonly referenceId?: string | undefined;
  /** Parameters of the call, each with exactly this value. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** How many calls it befalls; null: all, until it is taken back. */
  readonly count: number | null;
  /** How many calls that fit it lets pass first. */
  readonly skip?: number | undefined;
  /** From 0 to 1: for each call that fits, drawn from the seed. Left out: 1. */
  readonly probability?: number | undefined;
  /** `refuse`: the error's code; left out: InternalServerError. */
  readonly code?: ErrorCode | undefined;
  /** `refuse` and `garbled`: the http status instead of the ordinary one. */
  readonly status?: number | undefined;
  /** `garbled`: what comes instead of an answer; left out: html. */
  readonly content?: GarbledContent | undefined;
  /** Whether the call does its work all the same. Left out: as is usual of the kind. */
  readonly effect?: boolean | undefined;
  /** Wall time. `slow`: before the answer. `answerLost`: before the connection is closed without one. */
  readonly ms?: number | undefined;
}

export interface FaultRule extends NewFault {
  readonly faultId: string;
  /** How many calls it has befallen. */
  fired: number;
  /** How many have fitted. */
  met: number;
}

/** What is known of a call when a rule is looked for. */
export interface FaultCall {
  readonly operation: string;
  readonly sellerId: string;
  readonly environment: Environment;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Most rules that have struck for the last time and are still listed. */
const spentMax = 1_000;

export class Faults {
  readonly #seed: string;
  #rules: FaultRule[] = [];
  #spent: FaultRule[] = [];
  #made = 0;

  constructor(seed = "noren") {
    this.#seed = seed;
  }

  add(fault: NewFault): FaultRule {
    this.#made += 1;
    const rule: FaultRule = { ...fault, faultId: `fault-${this.#made}`, fired: 0, met: 0 };
    this.#rules.push(rule);
    return rule;
  }

  /** Those to come in the order in which they are asked, then the spent ones. */
  list(): FaultRule[] {
    return [...this.#rules, ...this.#spent];
  }

  /** False when there is no such rule. */
  remove(faultId: string): boolean {
    const before = this.#rules.length + this.#spent.length;
    const isOther = (rule: FaultRule) => rule.faultId !== faultId;
    this.#rules = this.#rules.filter(isOther);
    this.#spent = this.#spent.filter(isOther);
    return this.#rules.length + this.#spent.length < before;
  }

  clear(): void {
    this.#rules = [];
    this.#spent = [];
  }

  /** Takes back a seller's own rules. */
  forgetSeller(sellerId: string): void {
    const isOther = (rule: FaultRule) => rule.sellerId !== sellerId;
    this.#rules = this.#rules.filter(isOther);
    this.#spent = this.#spent.filter(isOther);
  }

  /** As freshly started: the same rules give the same ids and chances again. */
  reset(): void {
    this.clear();
    this.#made = 0;
  }

  /** The rule that befalls this call, if any. */
  strike(call: FaultCall): FaultRule | undefined {
    for (const rule of this.#rules) {
      if (!fits(rule, call)) continue;
      rule.met += 1;
      if (rule.met <= (rule.skip ?? 0)) continue;
      if (!isChosen(`${this.#seed}/${rule.faultId}`, rule.met, rule.probability ?? 1)) continue;
      rule.fired += 1;
      if (rule.count !== null && rule.fired >= rule.count) this.#retire(rule);
      return rule;
    }
    return undefined;
  }

  #retire(rule: FaultRule): void {
    this.#rules = this.#rules.filter((each) => each !== rule);
    this.#spent.push(rule);
    if (this.#spent.length > spentMax) this.#spent.shift();
  }
}

/** Whether the call does its work although the fault befalls it. */
export function hasEffect(fault: FaultRule): boolean {
  switch (fault.kind) {
    case "throttle":
    case "resetBefore":
      return false;
    case "slow":
    case "answerLost":
    case "resetAfter":
      return true;
    case "garbled":
      return fault.effect ?? true;
    case "refuse":
    case "internalError":
    case "unavailable":
      return fault.effect ?? false;
  }
}

function fits(rule: FaultRule, call: FaultCall): boolean {
  return (
    (rule.operation === undefined || rule.operation === call.operation) &&
    (rule.sellerId === undefined || rule.sellerId === call.sellerId) &&
    (rule.environment === undefined || rule.environment === call.environment) &&
    (rule.orderReferenceId === undefined || namesOrder(call, rule.orderReferenceId)) &&
    (rule.referenceId === undefined || namesReference(call, rule.referenceId)) &&
    Object.entries(rule.parameters ?? {}).every(([name, value]) => call.parameters.get(name) === value)
  );
}

function namesOrder({ parameters }: FaultCall, id: string): boolean {
  for (const [name, value] of parameters) {
    if (name.startsWith("Amazon") && (value === id || value.startsWith(`${id}-`))) return true;
  }
  return false;
}

/** `AuthorizationReferenceId`, `CaptureReferenceId` …, but not Amazon's own `AmazonOrderReferenceId`. */
const merchantsOwn = /^(?!Amazon)\w+ReferenceId$/;

function namesReference({ parameters }: FaultCall, id: string): boolean {
  for (const [name, value] of parameters) if (value === id && merchantsOwn.test(name)) return true;
  return false;
}
