// Orders as the API shows them, for tests of what the screens make of them.
import type { OrderView } from "@noren-pay/server";

export const yen = (amount: number): OrderView["total"] => ({ amount, currencyCode: "JPY" });

/** Business time in the tests. */
export const now = Date.parse("2026-04-02T00:00:00Z");
const createdAt = "2026-04-01T00:00:00.000Z";

type Authorization = OrderView["authorizations"][number];
type Capture = OrderView["captures"][number];
type Refund = OrderView["refunds"][number];

export const authorization = (change: Partial<Authorization> = {}): Authorization => ({
  authorizationId: "a1",
  state: "Open",
  createdAt,
  amount: yen(10_000),
  capturedAmount: yen(0),
  mode: "sync",
  expiresAt: "2026-05-01T00:00:00.000Z",
  ...change,
});

export const capture = (change: Partial<Capture> = {}): Capture => ({
  captureId: "c1",
  authorizationId: "a1",
  shipmentId: "s1",
  state: "Completed",
  createdAt,
  amount: yen(10_000),
  refundedAmount: yen(0),
  ...change,
});

export const refund = (change: Partial<Refund> = {}): Refund => ({
  refundId: "r1",
  captureId: "c1",
  state: "Pending",
  createdAt,
  amount: yen(1_000),
  ...change,
});

const noBalances: OrderView["balances"] = {
  authorized: yen(0),
  capturing: yen(0),
  captured: yen(0),
  refunding: yen(0),
  refunded: yen(0),
  remaining: yen(0),
};

/** Placed and authorized; `change` says what else. */
export const order = (change: Partial<OrderView> = {}): OrderView => ({
  orderId: "0".repeat(32),
  merchantId: "1".repeat(32),
  sellerOrderId: "S-1",
  amazonOrderReferenceId: "S03-1234567-1234567",
  environment: "Sandbox",
  total: yen(10_000),
  state: "Open",
  constraints: [],
  nextStep: "shipIt",
  balances: { ...noBalances, authorized: yen(10_000), remaining: yen(10_000) },
  authorizations: [authorization()],
  shipments: [],
  captures: [],
  refunds: [],
  createdAt,
  updatedAt: createdAt,
  ...change,
});

export const shipped = (change: Partial<OrderView> = {}): OrderView =>
  order({
    nextStep: "nothing",
    authorizations: [authorization({ state: "Closed", capturedAmount: yen(10_000) })],
    captures: [capture()],
    balances: { ...noBalances, captured: yen(10_000) },
    ...change,
  });
