import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, house, yenOf } from "./support.ts";

let home: House;
beforeAll(async () => {
  home = await house();
});
afterAll(() => home?.close());

test("a merchant's policy counts for new orders, and what runs out stands on the board", async () => {
  const before = await home.api("GET", "/v1/policy");
  expect(before.body).toMatchObject({ captureAt: "shipment", guard: { warnDaysBefore: [7, 3, 1], atLast: "ask" } });
  const guard = { warnDaysBefore: [1], atLast: "renew", replaceExpired: true };
  const set = await home.api("PUT", "/v1/policy", { guard });
  expect(set.status).toBe(200);
  expect((await home.api("GET", "/v1/policy")).body).toEqual({ ...before.body, guard });

  const amazonOrderReferenceId = await home.newDraft({});
  const placed = await home.api("POST", "/v1/orders", {
    amazonOrderReferenceId,
    sellerOrderId: "p-1",
    total: yenOf(10_800),
  });
  expect(placed.body).toMatchObject({ nextStep: "shipIt" });
  const board = await home.api("GET", "/v1/authorizations/expiring?withinDays=60");
  expect(board.body.items).toMatchObject([{ sellerOrderId: "p-1", amount: yenOf(10_800), atLast: "renew" }]);
});

test("a wrong setting is refused, and the field is named", async () => {
  const refused = await home.api("PUT", "/v1/policy", { captureAt: "later" });
  expect(refused).toMatchObject({ status: 400, body: { code: "invalidField", field: "captureAt" } });
});
