// Mishaps on demand: they befall the next calls that fit, a given number of times.
import type { ErrorCode } from "@noren-pay/protocol";

export const faultKinds = ["refuse", "throttle", "slow", "answerLost", "resetBefore", "resetAfter"] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface FaultRule {
  readonly faultId: string;
  readonly kind: FaultKind;
  /** Amazon's name of the operation; left out: any. */
  readonly operation?: string | undefined;
  readonly sellerId?: string | undefined;
  /** How many calls it still befalls. */
  count: number;
  /** `refuse`: the error's code; left out: InternalServerError. */
  readonly code?: ErrorCode | undefined;
  /** `refuse`: the http status instead of the code's own. */
  readonly status?: number | undefined;
  /** Wall time. `slow`: before the answer. `answerLost`: before the connection is closed without one. */
  readonly ms?: number | undefined;
}

export type NewFault = Omit<FaultRule, "faultId">;

export class Faults {
  readonly #rules: FaultRule[] = [];
  #made = 0;

  add(fault: NewFault): FaultRule {
    this.#made += 1;
    const rule: FaultRule = { ...fault, faultId: `fault-${this.#made}` };
    this.#rules.push(rule);
    return rule;
  }

  list(): readonly FaultRule[] {
    return this.#rules;
  }

  clear(): void {
    this.#rules.length = 0;
  }

  /** The first rule that fits; it is used up by one. */
  strike(call: { readonly operation: string; readonly sellerId: string }): FaultRule | undefined {
    const at = this.#rules.findIndex(
      (rule) =>
        (rule.operation === undefined || rule.operation === call.operation) &&
        (rule.sellerId === undefined || rule.sellerId === call.sellerId),
    );
    const rule = this.#rules[at];
    if (!rule) return undefined;
    rule.count -= 1;
    if (rule.count <= 0) this.#rules.splice(at, 1);
    return rule;
  }
}
