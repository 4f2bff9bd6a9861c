import { days } from "@noren-pay/base";
import { expect, test } from "vitest";
import { noon } from "../store/contract-samples.ts";
import { expiringAuthorizations } from "./expiring.ts";
import { ask, authorizedOrder } from "./story.ts";

test("the board shows days left, the next to run out first, and nothing that is being captured or has run out", () => {
  const open = authorizedOrder();
  const until = (expiresAt: number) => ({
    ...open,
    sellerOrderId: String((expiresAt - noon) / days(1)),
    authorizations: open.authorizations.map((each) => ({ ...each, expiresAt })),
  });
  const shipping = ask(open, { kind: "ship", shipmentId: "5".repeat(32) }).order;
  const orders = [until(noon + days(5)), until(noon + days(2)), until(noon - days(1)), until(noon + days(9)), shipping];
  const board = expiringAuthorizations(orders, { before: noon + days(7), now: noon });
  expect(board.map(({ sellerOrderId, daysLeft, atLast }) => [sellerOrderId, daysLeft, atLast])).toEqual([
    ["2", 2, "ask"],
    ["5", 5, "ask"],
  ]);
});
