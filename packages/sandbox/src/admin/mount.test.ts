import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { admin, quickSandbox, signedCall } from "../testing/wire.ts";
import { type AdminName, adminPath, adminPaths, isInQuery } from "./paths.ts";
import { readBy } from "./problems.ts";
import type { AnyAdminRow } from "./route.ts";
import { adminRows } from "./table.ts";

const names = Object.keys(adminPaths) as AdminName[];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await quickSandbox();
});
afterAll(() => sandbox.close());

describe("the admin API", () => {
  test("is described in OpenAPI 3.1, every route of it", async () => {
    const { status, body } = await admin(sandbox, "GET", "/openapi.json");
    expect([status, body.openapi]).toEqual([200, "3.1.0"]);
    for (const name of names) {
      const { method, path } = adminPath(name);
      const operation = body.paths[path][method.toLowerCase()];
      expect(operation.operationId).toBe(name);
      expect(operation.summary).toMatch(/^[A-Z]/);
    }
    const described = Object.values(body.paths as Record<string, object>).flatMap((methods) => Object.keys(methods));
    expect(described).toHaveLength(names.length);
  });

  for (const name of names) {
    test(`describes ${name} with examples that it takes and gives`, async () => {
      const { body } = await admin(sandbox, "GET", "/openapi.json");
      const { method, path, names: inPath } = adminPath(name);
      const row: AnyAdminRow = adminRows[name];
      const { parameters, requestBody, responses } = body.paths[path][method.toLowerCase()];
      const named = Object.fromEntries(
        parameters.map((each: { name: string; example: unknown }) => [each.name, each.example]),
      );
      const sent = requestBody?.content["application/json"].example ?? {};
      if (row.takes) expect(readBy(row.takes, { ...named, ...sent }, "en").error).toBeUndefined();
      else expect([parameters, requestBody]).toEqual([[], undefined]);
      expect(inPath.every((each) => each in named)).toBe(true);
      if (isInQuery(method)) expect(requestBody).toBeUndefined();
      const { schema, example } = responses[row.status ?? 200].content["application/json"];
      expect(schema.type ?? schema.anyOf).toBeDefined();
      expect(readBy(row.answer, example, "en").error).toBeUndefined();
    });
  }

  test("makes a seller whose keys work at once, with a client", async () => {
    const { status, body } = await admin(sandbox, "POST", "/sellers", { storeName: "二号店" });
    expect(status).toBe(201);
    expect(body.clientId).toMatch(/^amzn1\.application-oa2-client\.[0-9a-f]{32}$/);
    const { sellerId, accessKey, secretKey } = body;
    const answer = await signedCall({ ...sandbox, sellerId, accessKey, secretKey }, "GetServiceStatus", {});
    expect(answer.status).toBe(200);
  });

  test("makes a seller under a given id, once", async () => {
    const sellerId = "A1EXAMPLESELLER";
    expect((await admin(sandbox, "POST", "/sellers", { sellerId })).body.sellerId).toBe(sellerId);
    const again = await admin(sandbox, "POST", "/sellers", { sellerId });
    expect([again.status, again.body.code, again.body.errors[0].field]).toEqual([409, "AlreadyExists", "sellerId"]);
  });

  test("makes a draft with address and payment method chosen, and lets the buyer choose again", async () => {
    const draft = (await admin(sandbox, "POST", "/order-references", {})).body;
    expect(draft).toMatchObject({ state: "Draft", constraints: ["AmountNotSet"], sellerId: sandbox.sellerId });
    const buyer = (await admin(sandbox, "GET", "/buyers")).body.buyers[0];
    const [, , third] = buyer.addresses;
    const starred = buyer.cards.find((card: { simulation?: string }) => card.simulation === "PaymentMethodNotAllowed");
    const choice = { addressId: third.addressId, cardId: starred.cardId };
    const path = `/order-references/${draft.amazonOrderReferenceId}/select`;
    expect((await admin(sandbox, "POST", path, choice)).body).toMatchObject({
      ...choice,
      constraints: ["AmountNotSet", "PaymentMethodNotAllowed"],
    });
  });

  test("makes a draft with nothing chosen, and one for digital goods", async () => {
    const bare = (await admin(sandbox, "POST", "/order-references", { addressId: null, cardId: null })).body;
    expect(bare.constraints).toEqual(["AmountNotSet", "PaymentPlanNotSet", "ShippingAddressNotSet"]);
    const digital = (await admin(sandbox, "POST", "/order-references", { wantsAddress: false })).body;
    expect([digital.addressId, digital.constraints]).toEqual([null, ["AmountNotSet"]]);
  });

  test("makes drafts of the live environment", async () => {
    const { body } = await admin(sandbox, "POST", "/order-references", { environment: "Live" });
    expect(body.amazonOrderReferenceId).toMatch(/^P03-/);
  });

  test("gives tokens that open the address", async () => {
    const draft = (await admin(sandbox, "POST", "/order-references", {})).body;
    const token = (await admin(sandbox, "POST", "/tokens", {})).body;
    expect(token.accessToken).toMatch(/^Atza\|[A-Za-z0-9+/=]{350,}$/);
    const request = { AmazonOrderReferenceId: draft.amazonOrderReferenceId, AccessToken: token.accessToken };
    expect((await signedCall(sandbox, "GetOrderReferenceDetails", request)).text).toContain("目黒区");
  });

  test("leaves nothing behind when it refuses", async () => {
    const before = sandbox.core.world.orderReferences.size;
    const refused = await admin(sandbox, "POST", "/order-references", { cardId: "card-unknown" });
    expect([refused.status, refused.body.errors[0].field]).toEqual([404, "cardId"]);
    expect(sandbox.core.world.orderReferences.size).toBe(before);
  });

  test("lists orders newest first, and finds any object", async () => {
    const draft = (await admin(sandbox, "POST", "/order-references", {})).body;
    const { orders } = (await admin(sandbox, "GET", "/orders?limit=1")).body;
    expect(orders).toEqual([draft]);
    expect((await admin(sandbox, "GET", `/objects/${draft.amazonOrderReferenceId}`)).body).toEqual(draft);
    expect((await admin(sandbox, "GET", "/objects/S00-0000000-0000000")).status).toBe(404);
  });

  test("begins anew", async () => {
    await admin(sandbox, "POST", "/order-references", {});
    expect((await admin(sandbox, "POST", "/reset")).body).toEqual({ sellerId: sandbox.sellerId });
    expect((await admin(sandbox, "GET", "/orders")).body.orders).toEqual([]);
    expect((await signedCall(sandbox, "GetServiceStatus", {})).status).toBe(200);
  });
});

describe("a wrong request names its field", () => {
  const cases: [method: string, path: string, body: unknown, status: number, field: string | undefined][] = [
    ["POST", "/sellers", { sellerId: "x" }, 400, "sellerId"],
    ["POST", "/sellers", { notificationUrl: "ftp://x" }, 400, "notificationUrl"],
    ["POST", "/order-references", { nonsense: 1 }, 400, "nonsense"],
    ["POST", "/order-references", { sellerId: "A0NOSUCHSELLER" }, 404, "sellerId"],
    ["POST", "/faults", { kind: "explode" }, 400, "kind"],
    ["POST", "/faults", { kind: "slow", operation: "Explode" }, 400, "operation"],
    ["POST", "/clock/advance", { ms: -1 }, 400, "ms"],
    ["POST", "/buyers", { name: "x" }, 400, "email"],
    ["GET", "/orders?limit=0", undefined, 400, "limit"],
    ["PATCH", "/settings", { nonsense: 1 }, 400, "nonsense"],
    ["PATCH", "/settings", { processingMs: "soon" }, 400, "processingMs"],
    ["GET", "/nowhere", undefined, 404, undefined],
    ["GET", "/sellers/A0NOSUCHSELLER", undefined, 404, "sellerId"],
    ["GET", "/clock?nonsense=1", undefined, 400, "nonsense"],
    ["POST", "/clock/thaw", { nonsense: 1 }, 400, "nonsense"],
    ["PATCH", "/sellers/A1EXAMPLESELLER", { sellerId: "A1OTHERSELLER" }, 400, "sellerId"],
    ["POST", "/notices/release", { noticeIds: ["none"] }, 404, "noticeId"],
    ["POST", "/notices/samples", { type: "Nonsense" }, 400, "type"],
    ["POST", "/faults", { kind: "slow", probability: 2 }, 400, "probability"],
    ["GET", "/requests/none", undefined, 404, "requestId"],
  ];
  for (const [method, path, body, status, field] of cases) {
    test(`${method} ${path} ${JSON.stringify(body) ?? ""}`, async () => {
      const answer = await admin(sandbox, method, path, body);
      expect([answer.status, answer.body.errors?.[0].field]).toEqual([status, field]);
      expect(answer.body.title).toEqual(expect.any(String));
    });
  }

  test("in Japanese to those who ask for it, in English to others", async () => {
    const ask = async (language: string, body: object) => {
      const headers = { "accept-language": language };
      const answer = await fetch(`${sandbox.adminUrl}/sellers`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      return (await answer.json()) as { title: string; errors: { problem: string }[] };
    };
    const wrong = { sellerId: 5, storeName: undefined };
    expect((await ask("ja-JP,ja;q=0.9", wrong)).title).toBe("リクエストの形が正しくありません。");
    expect((await ask("ja", wrong)).errors[0]?.problem).toMatch(/[ぁ-ん]/);
    expect((await ask("en-GB", wrong)).errors[0]?.problem).toMatch(/^[ -~]+$/);
    const { sellerId } = sandbox;
    expect((await ask("ja", { sellerId })).errors).toEqual([
      { field: "sellerId", problem: "このIDはすでに使われています。" },
    ]);
  });

  test("a body that is no JSON, and one that is too large", async () => {
    const post = (body: string) => fetch(`${sandbox.adminUrl}/faults`, { method: "POST", body });
    expect((await post("{")).status).toBe(400);
    expect((await post(`"${"x".repeat(1024 * 1024)}"`)).status).toBe(413);
  });

  test("pages of other machines are kept out", async () => {
    const headers = { origin: "https://evil.example" };
    expect((await fetch(`${sandbox.adminUrl}/clock`, { headers })).status).toBe(403);
    const home = { origin: "http://localhost:3000" };
    expect((await fetch(`${sandbox.adminUrl}/clock`, { headers: home })).status).toBe(200);
  });
});
