import { connect } from "node:net";
import { routeTable } from "@noren-pay/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, type House, house, yenOf } from "./support.ts";

let home: House;
beforeAll(async () => {
  home = await house({ requestsPerMinuteMax: 100_000 });
});
afterAll(() => home?.close());

const nobody = "0".repeat(32);
const place = { amazonOrderReferenceId: "S03-0000000-0000000", sellerOrderId: "1", total: yenOf(100) };

describe("every error is problem+json", () => {
  const cases: [string, string, string, unknown, Record<string, string>, number, string, string?][] = [
    ["for an address that is none", "GET", "/v1/nothing", undefined, {}, 404, "notFound"],
    ["for a page that is none", "GET", "/nothing.js", undefined, {}, 404, "notFound"],
    ["for another merchant's or no order", "GET", `/v1/orders/${nobody}`, undefined, {}, 404, "orderNotFound"],
    ["for a command on no order", "POST", `/v1/orders/${nobody}/cancel`, {}, {}, 404, "orderNotFound"],
    ["for a malformed id", "GET", "/v1/orders/../x'--", undefined, {}, 404, "notFound"],
    ["for an id of the wrong shape", "GET", "/v1/orders/xyz", undefined, {}, 400, "invalidField", "orderId"],
    ["for a malformed address", "GET", "/v1/orders/%zz", undefined, {}, 400, "badRequest"],
    ["for another method", "DELETE", "/v1/orders", undefined, {}, 405, "methodNotAllowed"],
    ["for another method on one order", "PUT", `/v1/orders/${nobody}`, {}, {}, 405, "methodNotAllowed"],
    ["for broken JSON", "POST", "/v1/orders", '{"a":', { "content-type": "application/json" }, 400, "malformedJson"],
    [
      "for JSON that plays with prototypes",
      "POST",
      "/v1/orders",
      '{"__proto__":1}',
      { "content-type": "application/json" },
      400,
      "malformedJson",
    ],
    [
      "for another type of body",
      "POST",
      "/v1/orders",
      "a=b",
      { "content-type": "text/plain" },
      415,
      "unsupportedMediaType",
    ],
    ["for too large a body", "POST", "/v1/orders", { a: "x".repeat(70_000) }, {}, 413, "bodyTooLarge"],
    ["for no body", "POST", "/v1/orders", undefined, {}, 400, "invalidField", "amazonOrderReferenceId"],
    [
      "for a missing field",
      "POST",
      "/v1/orders",
      { ...place, total: { amount: 1 } },
      {},
      400,
      "invalidField",
      "total.currencyCode",
    ],
    [
      "for an amount with a fraction",
      "POST",
      "/v1/orders",
      { ...place, total: yenOf(1.5) },
      {},
      400,
      "invalidField",
      "total.amount",
    ],
    [
      "for an amount of nothing",
      "POST",
      "/v1/orders",
      { ...place, total: yenOf(0) },
      {},
      400,
      "invalidField",
      "total.amount",
    ],
    ["for an unknown field", "POST", "/v1/orders", { ...place, totel: 1 }, {}, 400, "invalidField", "totel"],
    [
      "for another currency",
      "POST",
      "/v1/orders",
      { ...place, total: { amount: 1, currencyCode: "USD" } },
      {},
      422,
      "refused",
      "total",
    ],
    ["for no key", "GET", "/v1/orders", undefined, { authorization: "" }, 401, "apiKeyMissing"],
    ["for an unknown key", "GET", "/v1/orders", undefined, { authorization: "Bearer noren_x" }, 401, "apiKeyInvalid"],
    ["for nobody signed in", "GET", "/console/api/orders", undefined, {}, 401, "signInRequired"],
    [
      "for a wrong password",
      "POST",
      "/console/api/session",
      { email: "owner@example.com", password: "x" },
      {},
      401,
      "signInFailed",
    ],
    [
      "for a sign-in from another site",
      "POST",
      "/console/api/session",
      { email: "owner@example.com", password: "noren-demo" },
      { origin: "https://evil.example" },
      403,
      "csrfTokenInvalid",
    ],
    ["for a cursor of another list", "GET", "/v1/orders?cursor=x", undefined, {}, 400, "invalidField", "cursor"],
  ];
  for (const [title, method, path, body, headers, status, code, field] of cases)
    test(title, async () => {
      for (const [language, script] of [
        ["ja", /[ぁ-んァ-ン]/],
        ["en", /^[\x20-\x7e]+$/],
      ] as const) {
        const reply = await home.api(method, path, body, { "accept-language": language, ...headers });
        expect(reply).toMatchObject({ status, body: { status, code, ...(field === undefined ? {} : { field }) } });
        expect(reply.headers.get("content-type")).toMatch(/^application\/problem\+json/);
        expect(reply.body.detail).toMatch(script);
        expect(JSON.stringify(reply.body)).not.toMatch(/node_modules|\.ts:|\bat \/|SELECT|sql/i);
      }
    });

  test("with the allowed methods of a 405", async () => {
    expect((await home.api("DELETE", "/v1/orders")).headers.get("allow")).toBe("POST, GET");
  });

  test("even for what is no HTTP", async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(home.server.port, "127.0.0.1", () => socket.write("NONSENSE\r\n\r\n"));
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      socket.on("close", () => resolve(text));
      socket.on("error", reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*"code":"badRequest"/);
  });
});

describe("the routes", () => {
  test("of the table need what it says, and no more is open than it says", async () => {
    for (const [name, needs] of Object.entries(routeTable)) {
      const [method = "", pattern = ""] = name.split(" ");
      const path = pattern.replace(":orderId", nobody).replace("*", "");
      if (needs.by === "nothing") continue;
      const reply = await call(home.server.url + path, { method, body: method === "POST" ? {} : undefined });
      expect({ name, status: reply.status }).toEqual({ name, status: 401 });
    }
  });

  test("of the API are described in OpenAPI 3.1, the console's are not", async () => {
    const { body } = await call(`${home.server.url}/openapi.json`, { method: "GET" });
    expect(body.openapi).toMatch(/^3\.1/);
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
    );
    const expected = Object.keys(routeTable).filter((name) => /\/v1|\/amazon|\/health/.test(name));
    expect(described.sort()).toEqual(expected.sort());
    expect(body.components.schemas.Order.properties.nextStep).toBeDefined();
  });

  test("have readable docs with every problem, and no script", async () => {
    const { status, body, headers } = await call(`${home.server.url}/docs`, { method: "GET" });
    expect(status).toBe(200);
    expect(body).toContain('id="error-idempotencyKeyReused"');
    expect(body).toContain("/v1/orders/{orderId}/shipments");
    expect(body).not.toMatch(/<script|(src|href)="(https?:)?\/\//);
    expect(headers.get("content-security-policy")).toContain("default-src 'self'");
  });
});

test("too many requests of one key are answered 429 with a time to wait", async () => {
  const strict = await house({ requestsPerMinuteMax: 3 });
  try {
    const replies = [];
    for (let i = 0; i < 5; i++) replies.push(await strict.api("GET", "/v1/orders"));
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 429, 429]);
    expect(replies[4]).toMatchObject({ body: { code: "tooManyRequests", retry: "later" } });
    expect(Number(replies[4]?.headers.get("retry-after"))).toBeGreaterThan(0);
  } finally {
    await strict.close();
  }
});
