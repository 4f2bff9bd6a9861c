import { minutes } from "@noren-pay/base";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type House, house, signIn, yenOf } from "./support.ts";

let home: House;
beforeAll(async () => {
  home = await house();
});
// Time stands still otherwise, and with it the quota.
beforeEach(() => home.advance(minutes(1)));
afterAll(() => home?.close());

let number = 0;
async function placed(options: { cardId?: string } = {}, total = 10_800) {
  const amazonOrderReferenceId = await home.newDraft(options);
  const sellerOrderId = `2026-${++number}`;
  const reply = await home.api("POST", "/v1/orders", { amazonOrderReferenceId, sellerOrderId, total: yenOf(total) });
  return { ...reply, amazonOrderReferenceId, sellerOrderId, orderId: reply.body.order?.orderId as string };
}

async function cardOf(simulation: string): Promise<string> {
  const { buyers } = await home.admin.listBuyers();
  return buyers[0]?.cards.find((card) => card.simulation === simulation)?.cardId ?? "";
}

describe("an order", () => {
  test("is placed, shipped and refunded, and the books follow Amazon", async () => {
    const order = await placed();
    expect(order.status).toBe(201);
    expect(order.body).toMatchObject({
      nextStep: "shipIt",
      order: {
        state: "Open",
        environment: "Sandbox",
        sellerOrderId: order.sellerOrderId,
        total: yenOf(10_800),
        balances: { authorized: yenOf(10_800), captured: yenOf(0), refunded: yenOf(0), remaining: yenOf(10_800) },
        authorizations: [{ state: "Open", mode: "sync" }],
      },
    });

    const shipped = await home.api("POST", `/v1/orders/${order.orderId}/shipments`, { note: "箱1" });
    expect(shipped.status).toBe(200);
    expect(shipped.body.order).toMatchObject({
      balances: { captured: yenOf(10_800), remaining: yenOf(0) },
      captures: [{ state: "Completed" }],
      shipments: [{ amount: yenOf(10_800), note: "箱1" }],
    });

    const refunded = await home.api("POST", `/v1/orders/${order.orderId}/refunds`, { amount: yenOf(800) });
    expect(refunded.body.order.refunds).toMatchObject([{ state: "Pending", amount: yenOf(800) }]);

    const staff = await signIn(home);
    const advanced = await staff.ask("POST", "/time/advance", { ms: 60_000 });
    expect(advanced.status).toBe(200);
    const read = await home.api("GET", `/v1/orders/${order.orderId}`);
    expect(read.body.refunds).toMatchObject([{ state: "Completed" }]);
    expect(read.body.balances.refunded).toEqual(yenOf(800));

    const timeline = await home.api("GET", `/v1/orders/${order.orderId}/timeline`);
    expect(timeline.body.items.length).toBeGreaterThan(5);
    expect(JSON.stringify(timeline.body)).not.toContain("箱1");
  });

  test("is shipped and refunded in parts", async () => {
    const { orderId } = await placed();
    const shipped = await home.api("POST", `/v1/orders/${orderId}/shipments`, { amount: yenOf(5_000) });
    expect(shipped.body.order.balances).toMatchObject({ captured: yenOf(5_000), remaining: yenOf(5_800) });
    for (const amount of [1_000, 2_000]) {
      expect((await home.api("POST", `/v1/orders/${orderId}/refunds`, { amount: yenOf(amount) })).status).toBe(200);
    }
    const tooMuch = await home.api("POST", `/v1/orders/${orderId}/refunds`, { amount: yenOf(50_000) });
    expect(tooMuch).toMatchObject({
      status: 422,
      body: { code: "refused", reason: "refundOverLimit", field: "amount" },
    });
    expect(tooMuch.body.limit.currencyCode).toBe("JPY");
  });

  test("is canceled before anything is captured, and not after", async () => {
    const first = await placed();
    const canceled = await home.api("POST", `/v1/orders/${first.orderId}/cancel`, { reason: "在庫なし" });
    expect(canceled.body).toMatchObject({ nextStep: "orderCanceled", order: { state: "Canceled" } });
    const second = await placed();
    await home.api("POST", `/v1/orders/${second.orderId}/shipments`);
    expect(await home.api("POST", `/v1/orders/${second.orderId}/cancel`)).toMatchObject({
      status: 422,
      body: { code: "refused", reason: "alreadyCaptured" },
    });
  });

  test("is closed", async () => {
    const { orderId } = await placed();
    await home.api("POST", `/v1/orders/${orderId}/shipments`);
    const closed = await home.api("POST", `/v1/orders/${orderId}/close`, {});
    expect(closed.body).toMatchObject({ nextStep: "orderClosed", order: { state: "Closed" } });
  });

  test("placed twice is one order; with another total it is refused", async () => {
    const order = await placed();
    const body = { amazonOrderReferenceId: order.amazonOrderReferenceId, sellerOrderId: order.sellerOrderId };
    const again = await home.api("POST", "/v1/orders", { ...body, total: yenOf(10_800) });
    expect(again).toMatchObject({ status: 200, body: { order: { orderId: order.orderId } } });
    expect(again.body.order.authorizations).toHaveLength(1);
    const other = await home.api("POST", "/v1/orders", { ...body, total: yenOf(20_000) });
    expect(other).toMatchObject({ status: 409, body: { code: "orderExists" } });
  });

  test("is found by its number, Amazon's id, the buyer's name and mail", async () => {
    const order = await placed();
    const staff = await signIn(home);
    const { body } = await staff.ask("GET", `/orders/${order.orderId}`);
    expect(body.buyer).toMatchObject({ name: expect.any(String), email: expect.stringContaining("@") });
    expect(body.buyer.salt).toBeUndefined();
    for (const search of [order.sellerOrderId, order.amazonOrderReferenceId, body.buyer.email, body.buyer.name]) {
      const found = await staff.ask("GET", `/orders?search=${encodeURIComponent(search)}`);
      expect(found.body.items.map((each: { orderId: string }) => each.orderId)).toContain(order.orderId);
    }
    const listed = await home.api("GET", "/v1/orders?limit=1");
    expect(listed.body.items).toHaveLength(1);
    const next = await home.api("GET", `/v1/orders?limit=1&cursor=${encodeURIComponent(listed.body.nextCursor)}`);
    expect(next.body.items[0].orderId).not.toBe(listed.body.items[0].orderId);
  });
});

describe("a decline", () => {
  const cases: [string, string, string][] = [
    ["asks the buyer for another payment method", "InvalidPaymentMethod", "chooseAnotherPaymentMethod"],
    ["for good asks for another way to pay", "AmazonRejected", "offerAnotherWayToPay"],
  ];
  for (const [title, simulation, nextStep] of cases)
    test(title, async () => {
      const order = await placed({ cardId: await cardOf(simulation) });
      expect(order.status).toBe(201);
      expect(order.body).toMatchObject({ nextStep, order: { authorizations: [{ state: "Declined" }] } });
    });

  test("is mended when the buyer chooses another card and the shop authorizes again", async () => {
    const order = await placed({ cardId: await cardOf("InvalidPaymentMethod") });
    const { buyers } = await home.admin.listBuyers();
    const good = buyers[0]?.cards.find((card) => card.simulation === undefined)?.cardId ?? "";
    home.sandbox.core.command("selectPaymentMethod", {
      orderReferenceId: order.amazonOrderReferenceId,
      cardId: good,
      now: home.sandbox.clock.now(),
    } as never);
    const again = await home.api("POST", `/v1/orders/${order.orderId}/authorizations`, {});
    expect(again.body).toMatchObject({ nextStep: "shipIt", order: { state: "Open" } });
    expect(again.body.order.authorizations).toHaveLength(2);
  });
});

describe("an Idempotency-Key", () => {
  test("gives the first answer again, and ships once", async () => {
    const { orderId } = await placed();
    const headers = { "idempotency-key": `ship-${orderId}` };
    const ship = (body: unknown) => home.api("POST", `/v1/orders/${orderId}/shipments`, body, headers);
    const first = await ship({ amount: yenOf(100) });
    const second = await ship({ amount: yenOf(100) });
    expect(second).toMatchObject({ status: first.status, body: first.body });
    expect((await home.api("GET", `/v1/orders/${orderId}`)).body.shipments).toHaveLength(1);
    expect(await ship({ amount: yenOf(200) })).toMatchObject({ status: 422, body: { code: "idempotencyKeyReused" } });
  });

  test("is refused while the first request runs", async () => {
    const { orderId } = await placed();
    const headers = { "idempotency-key": `"at-once-${orderId}"` };
    const ship = () => home.api("POST", `/v1/orders/${orderId}/shipments`, {}, headers);
    const replies = await Promise.all([ship(), ship(), ship()]);
    for (const { status, body } of replies) {
      if (status !== 200) expect({ status, code: body.code }).toEqual({ status: 409, code: "idempotencyKeyRunning" });
    }
    expect((await home.api("GET", `/v1/orders/${orderId}`)).body.shipments).toHaveLength(1);
  });

  test("is malformed when it is too long", async () => {
    const { orderId } = await placed();
    const headers = { "idempotency-key": "x".repeat(256) };
    expect(await home.api("POST", `/v1/orders/${orderId}/cancel`, {}, headers)).toMatchObject({
      status: 400,
      body: { code: "idempotencyKeyMalformed" },
    });
  });
});

describe("checkout", () => {
  test("tells the page what its widgets need", async () => {
    expect((await home.api("GET", "/v1/checkout/settings")).body).toEqual({
      sellerId: home.sandbox.sellerId,
      clientId: home.sandbox.clientId,
      region: "jp",
      environment: "Sandbox",
      widgetsUrl: `${home.sandbox.url}/OffAmazonPayments/jp/sandbox/lpa/js/Widgets.js`,
    });
  });

  test("gives the whole address with the buyer's token, and a part without", async () => {
    const amazonOrderReferenceId = await home.newDraft();
    const { accessToken } = await home.admin.createToken();
    const whole = await home.api("POST", "/v1/checkout/details", { amazonOrderReferenceId, accessToken });
    expect(whole.body.address).toMatchObject({ name: expect.any(String), countryCode: "JP" });
    const part = await home.api("POST", "/v1/checkout/details", { amazonOrderReferenceId });
    expect(part.body.address).toMatchObject({ countryCode: "JP" });
    expect(part.body.address.name).toBeUndefined();
    const wrong = await home.api("POST", "/v1/checkout/details", { amazonOrderReferenceId, accessToken: "Atza|no" });
    expect(wrong).toMatchObject({ status: 422, body: { code: "accessTokenInvalid", field: "accessToken" } });
  });

  test("gives the profile of a token for this shop only", async () => {
    const { accessToken } = await home.admin.createToken();
    const profile = await home.api("POST", "/v1/login/profile", { accessToken });
    expect(profile.body).toMatchObject({ userId: expect.any(String), email: expect.stringContaining("@") });
    const other = await home.admin.createSeller();
    const foreign = await home.admin.createToken({ clientId: other.clientId });
    expect(await home.api("POST", "/v1/login/profile", { accessToken: foreign.accessToken })).toMatchObject({
      status: 422,
      body: { code: "accessTokenInvalid", reason: "TokenOfAnotherClient" },
    });
  });
});
