import { days, minutes } from "@noren-pay/base";
import { demoUsers } from "@noren-pay/server";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { call, type House, house, signIn, yenOf } from "./support.ts";

let home: House;
beforeAll(async () => {
  home = await house({ signInsPerMinuteMax: 1_000 });
});
beforeEach(() => home.advance(minutes(1)));
afterAll(() => home?.close());

const [owner, shipping] = demoUsers;
let number = 0;
async function placed(): Promise<string> {
  const amazonOrderReferenceId = await home.newDraft();
  const body = { amazonOrderReferenceId, sellerOrderId: `c-${++number}`, total: yenOf(3_000) };
  return (await home.api("POST", "/v1/orders", body)).body.order.orderId;
}

describe("signing in", () => {
  test("says who it is, for whom, with which rights", async () => {
    const { session } = await signIn(home, owner);
    expect(session).toMatchObject({
      user: { email: owner.email, name: owner.name, role: "owner", rights: ["read", "write", "refund", "time"] },
      merchant: { environment: "Sandbox" },
    });
  });

  test("gives a cookie that no script reads and no other site sends", async () => {
    const body = { email: owner.email, password: owner.password };
    const reply = await call(`${home.server.url}/console/api/session`, { method: "POST", body });
    expect(reply.headers.getSetCookie()[0]).toMatch(/^noren_console=session_.*HttpOnly; SameSite=Strict/);
  });

  test("ends with signing out", async () => {
    const staff = await signIn(home);
    expect((await staff.ask("GET", "/session")).status).toBe(200);
    expect((await staff.ask("DELETE", "/session")).status).toBe(204);
    expect((await staff.ask("GET", "/session")).status).toBe(401);
  });
});

describe("staff", () => {
  test("ship and refund as far as their rights go, and what they do is written down", async () => {
    const orderId = await placed();
    const shipper = await signIn(home, shipping);
    expect((await shipper.ask("POST", `/orders/${orderId}/shipments`, {})).body.order.captures).toHaveLength(1);
    const refused = await shipper.ask("POST", `/orders/${orderId}/refunds`, { amount: yenOf(100) });
    expect(refused).toMatchObject({ status: 403, body: { code: "rightMissing", reason: "refund" } });
    expect((await shipper.ask("POST", "/time/advance", { ms: 1 })).status).toBe(403);
    const boss = await signIn(home, owner);
    expect((await boss.ask("POST", `/orders/${orderId}/refunds`, { amount: yenOf(100) })).status).toBe(200);
    const { body } = await boss.ask("GET", `/orders/${orderId}/timeline`);
    expect(JSON.stringify(body.items)).toContain('"staff"');
  });

  test("can do nothing that changes without the page's token", async () => {
    const orderId = await placed();
    const { headers } = await signIn(home);
    const other = await signIn(home);
    for (const token of [undefined, "", other.headers["csrf-token"]]) {
      const reply = await call(`${home.server.url}/console/api/orders/${orderId}/shipments`, {
        method: "POST",
        body: {},
        headers: { cookie: headers.cookie, ...(token === undefined ? {} : { "csrf-token": token }) },
      });
      expect(reply).toMatchObject({ status: 403, body: { code: "csrfTokenInvalid" } });
    }
  });

  test("cannot reach the shop's routes by their cookie, nor the shop theirs by its key", async () => {
    const { headers } = await signIn(home);
    expect((await call(`${home.server.url}/v1/orders`, { method: "GET", headers })).status).toBe(401);
    expect((await home.api("GET", "/console/api/orders")).status).toBe(401);
  });
});

test("time moves both sides together, and an authorization that is not captured runs out", async () => {
  const orderId = await placed();
  const staff = await signIn(home);
  expect((await staff.ask("GET", "/time")).body.movable).toBe(true);
  const { body } = await staff.ask("POST", "/time/advance", { ms: days(31) });
  expect(body.steps).toBeGreaterThan(0);
  expect(Date.parse(body.now)).toBe(home.sandbox.clock.now());
  expect(home.server.services.clock.now()).toBe(home.sandbox.clock.now());
  const order = (await home.api("GET", `/v1/orders/${orderId}`)).body;
  expect(order.authorizations).toMatchObject([{ state: "Closed", reasonCode: "ExpiredUnused" }]);
  expect(order.nextStep).toBe("authorizeAgain");
  const { orders } = await home.admin.listOrders();
  expect(orders.length).toBeGreaterThan(0);
});
