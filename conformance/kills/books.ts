// What must hold at the end whatever was killed: one of each on Amazon's side, and books that say the same.
import { verifyChain } from "@noren-pay/payments";
import { expect } from "vitest";
import { insist } from "./shop.ts";
import type { Town } from "./town.ts";

export interface Expected {
  readonly amazonOrderReferenceId: string;
  readonly orderId: string;
  readonly total: number;
  /** 0: nothing was captured, and the order was canceled. */
  readonly captured: number;
  readonly refunded: number;
}

const yen = (amount: number) => ({ amount, currencyCode: "JPY" });

export async function checkBooks(town: Town, expected: Expected): Promise<void> {
  await checkAmazon(town, expected);
  await checkOrder(town, expected);
  await checkLedger(town, expected);
  await checkTimeline(town, expected);
}

async function checkAmazon({ admin }: Town, { amazonOrderReferenceId, total, captured, refunded }: Expected) {
  const order = await admin.getObject({ id: amazonOrderReferenceId });
  const refunds = refunded === 0 ? [] : [{ amount: yen(refunded), state: "Completed" }];
  const capture =
    captured === 0 ? null : { amount: yen(captured), state: "Completed", refundedAmount: yen(refunded), refunds };
  expect(order).toMatchObject({
    state: captured === 0 ? "Canceled" : "Open",
    orderTotal: yen(total),
    authorizations: [{ amount: yen(total), state: "Closed", capturedAmount: yen(captured), capture }],
  });
}

async function checkOrder(town: Town, expected: Expected) {
  const { amazonOrderReferenceId, orderId, total, captured, refunded } = expected;
  const amazons = await town.admin.getObject({ id: amazonOrderReferenceId });
  if (amazons.kind !== "OrderReference") throw new Error("not an order reference");
  const [authorization] = amazons.authorizations;
  const { body } = await insist(town, { method: "GET", path: `/v1/orders/${orderId}` });
  expect(body).toMatchObject({
    state: amazons.state,
    nextStep: captured === 0 ? "orderCanceled" : "nothing",
    balances: {
      authorized: yen(0),
      captured: yen(captured),
      refunded: yen(refunded),
      remaining: yen(total - captured),
    },
    authorizations: [sameAs(authorization, { id: "amazonAuthorizationId", reference: "authorizationReferenceId" })],
    captures: captured === 0 ? [] : [{ amount: yen(captured), amazonId: authorization?.capture?.amazonCaptureId }],
    refunds: (authorization?.capture?.refunds ?? []).map((refund: object) =>
      sameAs(refund, { id: "amazonRefundId", reference: "refundReferenceId" }),
    ),
  });
  expect(body.shipments).toHaveLength(captured === 0 ? 0 : 1);
}

// biome-ignore lint/suspicious/noExplicitAny: of several shapes
function sameAs(object: any, { id, reference }: { readonly id: string; readonly reference: string }) {
  const own = reference.replace("ReferenceId", "Id");
  const { amount, state } = object;
  return {
    [own]: object[reference],
    amazonId: object[id],
    amount,
    state,
    ...(object.reasonCode === null ? {} : { reasonCode: object.reasonCode }),
  };
}

async function checkLedger({ pool }: Town, { orderId, captured, refunded }: Expected) {
  const { rows } = await pool.query(
    `SELECT e.cause, l.account, l.amount::int AS amount FROM ledger_entries e
     JOIN ledger_lines l USING (merchant_id, order_id, entry_id) WHERE e.order_id = $1 ORDER BY e.cause, l.account`,
    [orderId],
  );
  const capture = [
    { cause: "capture", account: "amazonBalance", amount: captured },
    { cause: "capture", account: "sales", amount: -captured },
  ];
  const refund = [
    { cause: "refund", account: "amazonBalance", amount: -refunded },
    { cause: "refund", account: "refunds", amount: refunded },
  ];
  expect(rows).toEqual([...(captured === 0 ? [] : capture), ...(refunded === 0 ? [] : refund)]);
}

async function checkTimeline({ pool }: Town, { orderId, captured, refunded }: Expected) {
  expect((await verifyChain({ pool, orderId })).faults).toEqual([]);
  const { rows } = await pool.query("SELECT kind FROM order_intents WHERE order_id = $1 ORDER BY intent_id", [orderId]);
  const after = captured === 0 ? ["cancel"] : ["capture", ...(refunded === 0 ? [] : ["refund"])];
  // However often a call was made: what was meant was meant once.
  expect(rows.map(({ kind }) => kind)).toEqual(["setDetails", "confirm", "authorize", ...after]);
}

/** Whether nothing is under way between the two: no call, no read, no notice. */
export async function isQuiet({ pool, admin }: Town, orderId: string): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT jsonb_array_length(body->'intents') + jsonb_array_length(body->'reads') AS calls,
       (SELECT count(*)::int FROM notices WHERE state <> 'applied') AS notices
     FROM orders WHERE order_id = $1`,
    [orderId],
  );
  const { notices } = await admin.listNotices({ state: "waiting" });
  return rows[0].calls === 0 && rows[0].notices === 0 && notices.length === 0;
}
