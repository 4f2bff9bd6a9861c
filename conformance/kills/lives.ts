// What is done to an order while the service is killed, and what is to come of it.
import { hours } from "@noren-pay/base";
import { expect } from "vitest";
import { checkBooks, type Expected, isQuiet } from "./books.ts";
import type { Plan } from "./gate.ts";
import { killedInHand } from "./in-hand.ts";
import { advance, command, insist, newDraft, reached } from "./shop.ts";
import type { Town } from "./town.ts";

export interface Draft {
  readonly amazonOrderReferenceId: string;
  readonly sellerOrderId: string;
}

type Life = (town: Town, draft: Draft) => Promise<Expected>;

const yen = (amount: number) => ({ amount, currencyCode: "JPY" });
const total = 12_000;

async function placed(town: Town, draft: Draft, give = command) {
  const body = { ...draft, total: yen(total) };
  const order = await give(town, { path: "/v1/orders", body, key: `place ${draft.sellerOrderId}` });
  expect(order).toMatchObject({ state: "Open", nextStep: "shipIt" });
  const route = (name: string) => ({
    path: `/v1/orders/${order.orderId}/${name}`,
    key: `${name} ${draft.sellerOrderId}`,
  });
  return { orderId: order.orderId as string, route };
}

/** `give`: how a command is given. */
const refundedBy =
  (give: typeof command): Life =>
  async (town, draft) => {
    const { orderId, route } = await placed(town, draft, give);
    const shipped = await give(town, { ...route("shipments"), body: { amount: yen(total) } });
    expect(shipped).toMatchObject({ nextStep: "nothing", captures: [{ state: "Completed" }] });
    const order = await give(town, { ...route("refunds"), body: { amount: yen(5_000) } });
    expect(order).toMatchObject({ nextStep: "nothing", refunds: [{ amount: yen(5_000) }] });
    return { ...draft, orderId, total, captured: total, refunded: 5_000 };
  };

const canceled: Life = async (town, draft) => {
  const { orderId, route } = await placed(town, draft);
  expect(await command(town, { ...route("cancel"), body: {} })).toMatchObject({ nextStep: "orderCanceled" });
  return { ...draft, orderId, total, captured: 0, refunded: 0 };
};

/** The buyer clicks, sees nothing and clicks again, and the shop's page asks once more: all while the order recovers. */
const clickedTwice: Life = async (town, draft) => {
  const body = { ...draft, total: yen(total) };
  const click = (key: string) => command(town, { path: "/v1/orders", body, key: `${key} ${draft.sellerOrderId}` });
  const first = click("first");
  await Promise.race([first, town.amazon.whenStruck()]);
  const list = await insist(town, { method: "GET", path: `/v1/orders?sellerOrderId=${draft.sellerOrderId}` });
  const path = `/v1/orders/${list.body.items[0].orderId}`;
  const [one, other, again] = await Promise.all([
    first,
    click("second"),
    insist(town, { method: "POST", path: `${path}/authorizations`, body: {} }),
  ]);
  expect(other.orderId).toBe(one.orderId);
  if (again.status > 202) expect(again.body).toMatchObject({ reason: "alreadyAuthorized" });
  expect(await reached(town, one.orderId)).toMatchObject({ nextStep: "shipIt" });
  await command(town, { path: `${path}/shipments`, body: {}, key: `ship ${draft.sellerOrderId}` });
  return { ...draft, orderId: one.orderId, total, captured: total, refunded: 0 };
};

export const lives = {
  refunded: refundedBy(command),
  refundedInHand: refundedBy(killedInHand),
  canceled,
  clickedTwice,
};

export interface Death {
  readonly life: keyof typeof lives;
  readonly gate?: "amazon" | "notices";
  readonly plan?: Omit<Plan, "meanwhile">;
  readonly meanwhile?: (town: Town, draft: Draft) => Promise<() => Promise<void>>;
}

/** Lives a life with its death, and checks the books; gives what was struck, nothing when the life was over before. */
export async function live(town: Town, death: Death): Promise<readonly string[]> {
  const { life, gate: name = "amazon", plan = { at: "never", where: "before" }, meanwhile } = death;
  const gate = town[name];
  await town.service.running();
  const amazonOrderReferenceId = await newDraft(town);
  const draft = { amazonOrderReferenceId, sellerOrderId: `order-${amazonOrderReferenceId}` };
  gate.arm({ ...plan, ...(meanwhile && { meanwhile: () => meanwhile(town, draft) }) });
  try {
    const expected = await lives[life](town, draft);
    await settle(town, expected.orderId);
    await checkBooks(town, expected);
    return gate.struck;
  } catch (error) {
    const run = `KILL_LIFE=${life} KILL_GATE=${name} KILL_AT=${plan.at} KILL_WHERE=${plan.where}`;
    if (error instanceof Error) error.message = `${run} (killed at ${gate.struck.join(", ")}): ${error.message}`;
    throw error;
  } finally {
    gate.arm();
  }
}

/** Refunds take their time, and a notice that found nobody comes again within the hour. */
async function settle(town: Town, orderId: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    await advance(town, hours(3));
    if (await isQuiet(town, orderId)) return;
  }
  throw new Error("something does not settle");
}
