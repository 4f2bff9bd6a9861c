import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { minutes, seconds } from "@noren-pay/base";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, house, signIn, yenOf } from "./support.ts";

interface Got {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let at: House;
let hooks = "";
let status = 204;
const got: Got[] = [];
const shop = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  got.push({ headers: request.headers, body });
  response.writeHead(status).end();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve));
  hooks = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/hooks`;
  at = await house({ webhooksAnywhere: true });
}, 60_000);

afterAll(async () => {
  await at?.close();
  shop.closeAllConnections();
  shop.close();
});

/** By the text of Standard Webhooks, without its library. */
function signatureOf({ headers, body }: Got, secret: string): string {
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}

const types = () => got.map(({ body }) => JSON.parse(body).type);
const add = async (body: unknown) => (await at.api("POST", "/v1/webhooks", body)).body;

describe("webhooks through the API", () => {
  test("tell the shop what became of an order, signed by the secret that was shown once", async () => {
    const made = await at.api("POST", "/v1/webhooks", { url: hooks });
    expect(made.status).toBe(201);
    const { endpointId, secret } = made.body;
    const listed = await at.api("GET", "/v1/webhooks");
    expect(listed.body.items).toMatchObject([{ endpointId, active: true }]);
    expect(JSON.stringify(listed.body)).not.toContain(secret);

    const amazonOrderReferenceId = await at.newDraft();
    const placed = await at.api("POST", "/v1/orders", {
      amazonOrderReferenceId,
      sellerOrderId: "W-1",
      total: yenOf(10_000),
    });
    await at.api("POST", `/v1/orders/${placed.body.order.orderId}/shipments`, {});
    await at.advance(minutes(1));
    expect(types()).toEqual(expect.arrayContaining(["order.opened", "authorization.opened", "capture.completed"]));
    for (const each of got) expect(each.headers["webhook-signature"]).toBe(signatureOf(each, secret));
    const sequences = got.map(({ body }) => JSON.parse(body).data.sequence);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));

    const { body } = await at.api("GET", `/v1/webhooks/${endpointId}/deliveries`);
    expect(body.items[0]).toMatchObject({ state: "delivered", attempts: [{ attempt: 1, status: 204 }] });
    const staff = await signIn(at);
    expect((await staff.ask("GET", `/webhooks/${endpointId}/deliveries`)).body.items).toHaveLength(body.items.length);
    expect((await staff.ask("GET", "/webhooks")).body.items).toHaveLength(1);
    await at.api("DELETE", `/v1/webhooks/${endpointId}`);
  });

  test("can be tried, and sent again by hand once they were refused", async () => {
    const { endpointId } = await add({ url: hooks, eventTypes: ["webhook.test"] });
    status = 500;
    const tried = await at.api("POST", `/v1/webhooks/${endpointId}/test`, {});
    expect(tried.status).toBe(202);
    const delivery = async () => (await at.api("GET", `/v1/webhooks/${endpointId}/deliveries`)).body.items[0];
    await at.advance(seconds(1));
    expect(await delivery()).toMatchObject({
      deliveryId: tried.body.deliveryId,
      state: "waiting",
      type: "webhook.test",
    });
    status = 204;
    await at.advance(seconds(10));
    expect((await delivery()).state).toBe("delivered");
    const again = await at.api("POST", `/v1/webhooks/${endpointId}/deliveries/${tried.body.deliveryId}/resend`, {});
    expect(again.status).toBe(202);
    await at.advance(seconds(1));
    expect((await delivery()).attempts).toHaveLength(3);

    expect((await at.api("PATCH", `/v1/webhooks/${endpointId}`, { active: false })).body.active).toBe(false);
    const off = await at.api("POST", `/v1/webhooks/${endpointId}/test`, {});
    expect(off).toMatchObject({ status: 409, body: { code: "webhookInactive" } });
    const fresh = await at.api("PATCH", `/v1/webhooks/${endpointId}`, { rotateSecret: true });
    expect(fresh.body).toMatchObject({ secret: expect.stringMatching(/^whsec_/), oldSecretUntil: expect.any(String) });
    expect((await at.api("DELETE", `/v1/webhooks/${endpointId}`)).status).toBe(204);
    expect((await at.api("GET", `/v1/webhooks/${endpointId}/deliveries`)).status).toBe(404);
  });

  test("are made once for an Idempotency-Key, with the same secret in the answer", async () => {
    const once = () => at.api("POST", "/v1/webhooks", { url: hooks }, { "idempotency-key": "hook-1" });
    const [first, second] = [await once(), await once()];
    expect(second.body).toEqual(first.body);
    await at.api("DELETE", `/v1/webhooks/${first.body.endpointId}`);
  });

  const wrong = ["ftp://shop.example.jp/", "https://user:word@shop.example.jp/", "nonsense"];
  test.each(wrong)("do not go to %s", async (url) => {
    const refused = await at.api("POST", "/v1/webhooks", { url });
    expect(refused).toMatchObject({ status: 422, body: { code: "webhookAddressRefused", field: "url" } });
  });
});

describe("mails through the API", () => {
  test("settings have defaults, are kept, and are checked", async () => {
    expect((await at.api("GET", "/v1/mails/settings")).body).toEqual({ language: "ja", kindsOff: [] });
    const settings = { language: "en", shopAddress: "staff@example.jp", kindsOff: ["webhookDisabled"] };
    expect((await at.api("PUT", "/v1/mails/settings", settings)).body).toEqual(settings);
    expect((await at.api("GET", "/v1/mails/settings")).body).toEqual(settings);
    const wrong = await at.api("PUT", "/v1/mails/settings", { from: "a@example.jp\r\nBcc: b@example.jp" });
    expect(wrong.status).toBe(400);
  });

  test("the buyer of a declined order is written to; without a mail server the mail is kept and shown", async () => {
    await at.api("PUT", "/v1/mails/settings", {
      choosePaymentUrl: "https://shop.example.jp/pay?order={sellerOrderId}",
    });
    const { buyers } = await at.admin.listBuyers();
    const card = buyers[0]?.cards.find((each) => each.simulation === "InvalidPaymentMethod");
    const amazonOrderReferenceId = await at.newDraft({ cardId: card?.cardId ?? "" });
    const order = { amazonOrderReferenceId, sellerOrderId: "W-2", total: yenOf(10_000) };
    const placed = await at.api("POST", "/v1/orders", order);
    expect(placed.body.nextStep).toBe("chooseAnotherPaymentMethod");
    await at.advance(minutes(29));
    expect((await at.api("GET", "/v1/mails")).body.items).toMatchObject([{ state: "waiting" }]);
    await at.advance(minutes(2));
    const { items } = (await at.api("GET", "/v1/mails")).body;
    expect(items).toMatchObject([{ kind: "choosePaymentMethod", state: "kept" }]);
    expect(items[0].content.text).toContain("https://shop.example.jp/pay?order=W-2");
    const staff = await signIn(at);
    expect((await staff.ask("GET", "/mails")).body.items).toEqual(items);
  });
});

test("plain http and private addresses are refused where nothing else was said", async () => {
  const strict = await house();
  try {
    for (const url of ["http://shop.example.jp/", "https://127.0.0.1/", "https://localhost/"]) {
      const refused = await strict.api("POST", "/v1/webhooks", { url });
      expect(refused).toMatchObject({ status: 422, body: { code: "webhookAddressRefused" } });
    }
  } finally {
    await strict.close();
  }
}, 60_000);
