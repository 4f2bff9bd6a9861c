import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, house, yenOf } from "./support.ts";

let home: House;
beforeAll(async () => {
  home = await house({ waitMs: 300 });
});
afterAll(() => home?.close());

test("a buyer is not kept longer than the wait: 202 with an address to poll, and the work goes on", async () => {
  const amazonOrderReferenceId = await home.newDraft();
  await home.admin.createFault({ kind: "slow", operation: "Authorize", ms: 2_500, count: 1 });
  const headers = { "idempotency-key": "slow" };
  const order = { amazonOrderReferenceId, sellerOrderId: "w-1", total: yenOf(500) };
  const placed = await home.api("POST", "/v1/orders", order, headers);
  expect(placed).toMatchObject({ status: 202, body: { nextStep: "waitForAmazon" } });
  const location = placed.headers.get("location") ?? "";
  expect(location).toBe(`/v1/orders/${placed.body.order.orderId}`);
  expect(await home.api("POST", "/v1/orders", order, headers)).toMatchObject({ status: 202, body: placed.body });

  let polled = await home.api("GET", location);
  while (polled.body.nextStep === "waitForAmazon") {
    await home.server.services.clock.sleep(100);
    polled = await home.api("GET", location);
  }
  expect(polled.body).toMatchObject({ nextStep: "shipIt", authorizations: [{ state: "Open" }] });
});

test("an answer that was lost is asked for again under the same reference id: money moves once", async () => {
  const amazonOrderReferenceId = await home.newDraft();
  await home.advance(60_000);
  const order = { amazonOrderReferenceId, sellerOrderId: "w-2", total: yenOf(500) };
  const placed = await home.api("POST", "/v1/orders", order);
  const orderId = placed.body.order.orderId;
  await home.admin.createFault({ kind: "answerLost", operation: "Capture", count: 1 });
  await home.api("POST", `/v1/orders/${orderId}/shipments`, {});
  await home.advance(60_000);
  const polled = await home.api("GET", `/v1/orders/${orderId}`);
  expect(polled.body).toMatchObject({ captures: [{ state: "Completed" }], balances: { captured: yenOf(500) } });
  const { orders } = await home.admin.listOrders();
  const theirs = orders.find((each) => each.sellerOrderId === "w-2");
  expect(theirs?.authorizations).toHaveLength(1);
  expect(theirs?.authorizations[0]?.capture).toMatchObject({ state: "Completed", amount: yenOf(500) });
});
