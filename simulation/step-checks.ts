// What must hold at every step, looked at on Amazon's side as soon as a call has taken effect there: harm is seen when
// it is done, not after quiet. Each object there was written down here before it was asked for.
import type { Order, Store } from "@noren-pay/payments";
import { overageOf } from "@noren-pay/protocol";
import type { SandboxCore } from "@noren-pay/sandbox";
import type { Invariant, Violation } from "./invariants.ts";

interface Checked {
  readonly core: SandboxCore;
  readonly store: Store;
  /** What staff asked to give back, by refund id. */
  readonly refundsAsked: ReadonlyMap<string, number>;
}

interface Made {
  readonly id: string;
  readonly referenceId: string;
  readonly amount: { readonly amount: number };
}

export class StepChecks {
  readonly found: Violation[] = [];
  readonly #checked: Checked;

  constructor(checked: Checked) {
    this.#checked = checked;
  }

  check(orderReferenceId: string): void {
    this.#amazonsSide(orderReferenceId);
    void this.#books(orderReferenceId);
  }

  #say(invariant: Invariant, orderReferenceId: string, what: string): void {
    this.found.push({ invariant, orderReferenceId, what });
  }

  #amazonsSide(orderReferenceId: string): void {
    const { authorizations, captures, state } = this.#under(orderReferenceId);
    const live = captures.filter((each) => each.state !== "Declined");
    if (state === "Canceled" && live.length > 0)
      this.#say("canceledNeverShips", orderReferenceId, "captured, then canceled");
    for (const { id, amount } of authorizations) {
      const own = live.filter((each) => each.authorizationId === id);
      const sum = own.reduce((all, each) => all + each.amount.amount, 0);
      if (sum > amount.amount || own.length > 1)
        this.#say("capturedWithinAuthorized", orderReferenceId, `${sum} of ${amount.amount} in ${own.length} captures`);
    }
  }

  async #books(orderReferenceId: string): Promise<void> {
    const { store, refundsAsked } = this.#checked;
    const { authorizations, captures, refunds, sellerId } = this.#under(orderReferenceId);
    const account = await store.accountOfSeller(sellerId, "Sandbox");
    const key = account && (await store.orderOfAmazonId(account.accountId, orderReferenceId));
    const order = key && (await store.order(key));
    if (order === undefined) return this.#say("writtenBefore", orderReferenceId, "the books hold no such order");
    const written = writtenAmounts(order);
    for (const made of [...authorizations, ...captures, ...refunds] as readonly Made[]) {
      const asked = written.get(made.referenceId);
      if (asked === undefined || made.amount.amount > asked)
        this.#say("writtenBefore", orderReferenceId, `${made.id}: ${made.amount.amount} made, ${asked} written`);
    }
    for (const { captureId, amount } of captures.map((each) => ({ captureId: each.id, amount: each.amount }))) {
      const given = refunds.filter((each) => each.captureId === captureId && each.state !== "Declined");
      const most = amount.amount + overageOf(amount, order.account.region).amount;
      const sum = given.reduce((all, each) => all + each.amount.amount, 0);
      const wrong = given.find((each) => refundsAsked.get(each.referenceId) !== each.amount.amount);
      if (sum > most || wrong !== undefined)
        this.#say("refundedWithinCap", orderReferenceId, `${sum} of at most ${most}; not asked: ${wrong?.id}`);
    }
  }

  #under(orderReferenceId: string) {
    const { world } = this.#checked.core;
    const order = world.orderReferences.get(orderReferenceId);
    const authorizations = (order?.authorizationIds ?? []).flatMap((id) => world.authorizations.get(id) ?? []);
    const captures = authorizations.flatMap(({ captureId }) => world.captures.get(captureId ?? "") ?? []);
    const refunds = captures.flatMap((each) => each.refundIds.flatMap((id) => world.refunds.get(id) ?? []));
    return { authorizations, captures, refunds, state: order?.state, sellerId: order?.sellerId ?? "" };
  }
}

const writtenAmounts = (order: Order): ReadonlyMap<string, number> =>
  new Map([...order.authorizations, ...order.captures, ...order.refunds].map((each) => [each.id, each.amount.amount]));
