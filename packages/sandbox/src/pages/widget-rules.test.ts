import { describe, expect, test } from "vitest";
import { refusalOf } from "./widget-rules.ts";

const order = {
  kind: "OrderReference",
  state: "Draft",
  buyerId: "buyer",
  sellerId: "seller",
  environment: "Sandbox",
} as const;
const viewer = {
  kind: "wallet",
  display: "Edit",
  buyerId: "buyer",
  sellerId: "seller",
  environment: "Sandbox",
} as const;

type Order = Parameters<typeof refusalOf>[0];

describe("a widget", () => {
  const cases: [string, Order, Partial<typeof viewer> | Record<string, string>, string | undefined][] = [
    ["shows a draft", order, {}, undefined],
    ["knows no such order reference", undefined, {}, "InvalidOrderReferenceId"],
    ["does not show another seller's", { ...order, sellerId: "other" }, {}, "InvalidOrderReferenceId"],
    ["does not show another buyer's", { ...order, buyerId: "other" }, {}, "BuyerNotAssociated"],
    ["does not mix environments", { ...order, environment: "Live" }, {}, "ReleaseEnvironmentMismatch"],
    ["refuses what went stale", { ...order, state: "Canceled", reasonCode: "Stale" }, {}, "StaleOrderReference"],
    ["refuses what is canceled", { ...order, state: "Canceled", reasonCode: "SellerCanceled" }, {}, "UnknownError"],
    ["refuses what is closed", { ...order, state: "Closed" }, {}, "UnknownError"],
    ["shows what is closed read-only", { ...order, state: "Closed" }, { display: "Read" }, undefined],
    ["keeps the method of an open one", { ...order, state: "Open" }, {}, "PaymentMethodNotModifiable"],
    ["keeps the address of an open one", { ...order, state: "Open" }, { kind: "address-book" }, "AddressNotModifiable"],
    ["lets the method of a suspended one change", { ...order, state: "Suspended" }, {}, undefined],
    [
      "keeps the address of a suspended one",
      { ...order, state: "Suspended" },
      { kind: "address-book" },
      "AddressNotModifiable",
    ],
  ];
  for (const [title, given, seen, code] of cases)
    test(title, () => expect(refusalOf(given, { ...viewer, ...seen } as typeof viewer)?.code).toBe(code));
});
