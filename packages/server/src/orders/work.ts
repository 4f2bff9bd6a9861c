// Commands of shops and staff, put to the payment service, and its answer in the API's words.
import { samePrice } from "@noren-pay/base";
import {
  type Actor,
  type Command,
  nextStepOf,
  type Order,
  type OrderKey,
  PaymentsError,
  type PlaceInput,
  type Answer as Reached,
} from "@noren-pay/payments";
import type { Answer } from "../idempotency.ts";
import { orderJson } from "../json/order.ts";
import { ServerError } from "../problem/problem.ts";
import type { Services } from "../services.ts";
import { findOrder } from "./find.ts";
import { withinPatience } from "./wait.ts";

/** `created` or `done` once Amazon has answered, 202 while it has not. */
const answerOf = ({ order, nextStep }: Reached, done: number): Answer => ({
  status: nextStep === "waitForAmazon" ? 202 : done,
  body: { order: orderJson(order, nextStep), nextStep },
});

interface Placing {
  readonly merchantId: string;
  readonly actor: Actor;
  readonly input: PlaceInput;
}

/**
 * Places an order while the buyer waits. The same order reference with the same number and total is the same order.
 * Throws `orderExists` when it differs, and the payment service's refusals.
 */
export async function place(services: Services, { merchantId, actor, input }: Placing): Promise<Answer> {
  const { payments, store, accounts } = services;
  const placing = payments.place(merchantId, input, { actor, wait: true }).catch((error: unknown) => {
    const isOther = error instanceof PaymentsError && error.code === "idReused";
    throw isOther ? new ServerError("orderExists", { field: "amazonOrderReferenceId", cause: error }) : error;
  });
  const reached = await withinPatience(services, placing, async () => {
    const { account } = await accounts.ofMerchant(merchantId);
    const key = await store.orderOfAmazonId(account.accountId, input.amazonOrderReferenceId);
    if (key?.merchantId !== merchantId) throw new ServerError("busy");
    return { ...standing(await findOrder(services, key)), created: key.orderId === input.orderId };
  });
  const { order, created } = reached;
  if (order.sellerOrderId !== input.sellerOrderId || !samePrice(order.total, input.total)) {
    throw new ServerError("orderExists", { field: "amazonOrderReferenceId" });
  }
  return answerOf(reached, created ? 201 : 200);
}

const standing = (order: Order): Reached => ({ order, nextStep: nextStepOf(order) });

/** Puts one command to an order and waits for Amazon's answer. What staff ask for is also written to their audit chain. */
export async function command(
  services: Services,
  key: OrderKey,
  { command, actor }: { readonly command: Command; readonly actor: Actor },
): Promise<Answer> {
  const { payments, people, clock } = services;
  const obeying = payments.command(key, command, { actor, wait: true });
  const reached = await withinPatience(services, obeying, async () => standing(await findOrder(services, key)));
  if (actor.kind === "staff") {
    const { kind, ...data } = command;
    await people.recordAct({
      merchantId: key.merchantId,
      userId: actor.userId,
      action: kind,
      orderId: key.orderId,
      at: clock.now(),
      data: withoutText(data),
    });
  }
  return answerOf(reached, 200);
}

/** Free text may name a person; the chain is never erased. */
function withoutText(data: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== "note" && name !== "reason"));
}
