import { seconds, systemClock, yen } from "@noren-pay/base";
import { apiPaths } from "@noren-pay/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { admin, type Bent, quickSandbox, signedCall } from "../testing/wire.ts";

let sandbox: Sandbox;
let order: string;
beforeAll(async () => {
  sandbox = await quickSandbox();
  order = (await admin(sandbox, "POST", "/order-references", {})).body.amazonOrderReferenceId;
});
afterAll(() => sandbox.close());

const set = (bent: Bent = {}, note = "ご注文 ありがとう!~*()'+&=/") =>
  signedCall(
    sandbox,
    "SetOrderReferenceDetails",
    { AmazonOrderReferenceId: order, OrderReferenceAttributes: { OrderTotal: yen(10_800), SellerNote: note } },
    bent,
  );
const host = () => new URL(sandbox.url).host;
const at = (ms: number) => new Date(sandbox.clock.wall() + ms).toISOString();

describe("calls that are taken", () => {
  const cases: [title: string, bent: () => Bent][] = [
    ["POST with the parameters in the body", () => ({})],
    ["POST with all of them in the query", () => ({ where: "query" })],
    ["GET", () => ({ method: "GET" })],
    ["a path with a trailing slash, signed so", () => ({ path: `${apiPaths.Sandbox}/` })],
    ["the host signed without its port", () => ({ signedHost: "127.0.0.1" })],
    ["the host signed with http:// before it", () => ({ signedHost: `http://${host()}` })],
    ["HmacSHA1", () => ({ signatureMethod: "HmacSHA1" })],
    ["a timestamp without milliseconds", () => ({ set: { Timestamp: at(0).replace(/\.\d+/, "") } })],
    ["a timestamp with literal zeros", () => ({ set: { Timestamp: at(0).replace(/\.\d+/, ".000") } })],
    ["a timestamp with a lower-case z", () => ({ set: { Timestamp: at(0).toLowerCase().replace("t", "T") } })],
    ["a timestamp 14 minutes off", () => ({ set: { Timestamp: at(-14 * 60_000) } })],
    ["a plus for each space", () => ({ encode: (form) => form.replaceAll("%20", "+") })],
    ["lower-case escapes", () => ({ encode: (form) => form.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase()) })],
    ["unknown parameters", () => ({ set: { "SellerOrderAttributes.Nonsense": "1" } })],
    ["an empty MWSAuthToken", () => ({ set: { MWSAuthToken: "" } })],
    ["an amount with a zero fraction", () => ({ set: { "OrderReferenceAttributes.OrderTotal.Amount": "10800.00" } })],
    ["a flag of 0", () => ({ set: { "OrderReferenceAttributes.RequestPaymentAuthorization": "0" } })],
    ["Merchant instead of SellerId", () => ({ set: { SellerId: undefined, Merchant: sandbox.sellerId } })],
  ];
  for (const [title, bent] of cases) {
    test(title, async () => {
      const answer = await set(bent());
      expect([answer.status, answer.code]).toEqual([200, undefined]);
      expect(answer.text).toContain("<SellerNote>ご注文 ありがとう!~*()'+&amp;=/</SellerNote>");
    });
  }

  test("Latin-1 bytes, which are signed as bytes", async () => {
    const { sign, stringToSignOf } = await import("@noren-pay/protocol");
    const pairs = [
      ["AWSAccessKeyId", sandbox.accessKey],
      ["Action", "CancelOrderReference"],
      ["AmazonOrderReferenceId", "S00-0000000-0000000"],
      ["CancelationReason", "d%E9j%E0"],
      ["SellerId", sandbox.sellerId],
      ["SignatureMethod", "HmacSHA256"],
      ["SignatureVersion", "2"],
      ["Timestamp", encodeURIComponent(at(0))],
      ["Version", "2013-01-01"],
    ].map(([name, value]) => `${name}=${value}`);
    const signed = stringToSignOf({ method: "POST", host: host(), path: apiPaths.Sandbox, canonical: pairs });
    const body = `${pairs.join("&")}&Signature=${encodeURIComponent(sign(signed, sandbox.secretKey))}`;
    const answer = await fetch(`${sandbox.url}${apiPaths.Sandbox}`, { method: "POST", body });
    expect(await answer.text()).toContain("InvalidOrderReferenceId");
  });
});

describe("an answer", () => {
  test("is XML from the first byte, of type text/xml alone, with its request id in a header", async () => {
    const answer = await set();
    expect(answer.text.startsWith("<SetOrderReferenceDetailsResponse xmlns=")).toBe(true);
    expect(answer.headers.get("content-type")).toBe("text/xml");
    const requestId = answer.headers.get("x-mws-request-id");
    expect(requestId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(answer.text).toContain(`<RequestId>${requestId}</RequestId>`);
    expect(answer.text).toContain("<IdList/>");
  });

  test("of an error names the code, the request id and whose fault it is", async () => {
    const request = { AmazonOrderReferenceId: "S00-0000000-0000000" };
    const answer = await signedCall(sandbox, "GetOrderReferenceDetails", request);
    expect([answer.status, answer.code]).toEqual([404, "InvalidOrderReferenceId"]);
    expect(answer.text).toMatch(/^<ErrorResponse xmlns="http:[^"]+"><Error><Type>Sender<\/Type>/);
    expect(answer.text).toContain(`<RequestId>${answer.headers.get("x-mws-request-id")}</RequestId></ErrorResponse>`);
  });

  test("takes its http status from the settings where one stands there", async () => {
    await admin(sandbox, "PATCH", "/settings", { errorStatuses: { InvalidOrderReferenceId: 400 } });
    const request = { AmazonOrderReferenceId: "S00-0000000-0000000" };
    const { status } = await signedCall(sandbox, "GetOrderReferenceDetails", request);
    await admin(sandbox, "PATCH", "/settings", { errorStatuses: {} });
    expect(status).toBe(400);
  });
});

describe("calls that are refused", () => {
  const cases: [title: string, bent: () => Bent, status: number, code: string][] = [
    ["a wrong secret key", () => ({ secretKey: "wrong" }), 403, "SignatureDoesNotMatch"],
    ["another host signed", () => ({ signedHost: "mws.amazonservices.jp" }), 403, "SignatureDoesNotMatch"],
    ["an unknown access key", () => ({ set: { AWSAccessKeyId: "AKIAUNKNOWN" } }), 403, "InvalidAccessKeyId"],
    ["another seller", () => ({ set: { SellerId: "A1EXAMPLESELLER" } }), 401, "AccessDenied"],
    ["another version", () => ({ set: { Version: "2012-01-01" } }), 404, "InvalidAddress"],
    ["an unknown action", () => ({ set: { Action: "DoSomething" } }), 404, "InvalidAddress"],
    ["SignatureVersion 1", () => ({ set: { SignatureVersion: "1" } }), 400, "InvalidParameterValue"],
    ["an unknown SignatureMethod", () => ({ set: { SignatureMethod: "HmacMD5" } }), 400, "InvalidParameterValue"],
    ["no timestamp", () => ({ set: { Timestamp: undefined } }), 400, "InvalidParameterValue"],
    [
      "a timestamp without a zone",
      () => ({ set: { Timestamp: at(0).replace("Z", "") } }),
      400,
      "InvalidParameterValue",
    ],
    ["a timestamp of 16 minutes ago", () => ({ set: { Timestamp: at(-16 * 60_000) } }), 400, "InvalidParameterValue"],
    ["a timestamp 16 minutes ahead", () => ({ set: { Timestamp: at(16 * 60_000) } }), 400, "InvalidParameterValue"],
    ["a parameter twice", () => ({ unsigned: [["Action", "Authorize"]] }), 400, "InvalidParameterValue"],
    ["a broken escape", () => ({ encode: (form) => `${form}&x=%4` }), 400, "InvalidParameterValue"],
    ["501 parameters", () => ({ encode: (form) => form + "&x=1".repeat(501) }), 400, "InvalidParameterValue"],
    [
      "a body over 1 MiB",
      () => ({ encode: (form) => `${form}&x=${"x".repeat(1024 * 1024)}` }),
      400,
      "InvalidParameterValue",
    ],
    [
      "a note that is too long",
      () => ({ set: { "OrderReferenceAttributes.SellerNote": "あ".repeat(1_025) } }),
      400,
      "InvalidParameterValue",
    ],
    [
      "an amount with a fraction of a yen",
      () => ({ set: { "OrderReferenceAttributes.OrderTotal.Amount": "1.5" } }),
      400,
      "InvalidParameterValue",
    ],
    ["a path of another version", () => ({ path: "/OffAmazonPayments_Sandbox/2012-01-01" }), 404, "InvalidAddress"],
    ["a path without a version", () => ({ path: "/OffAmazonPayments" }), 404, "InvalidAddress"],
  ];
  for (const [title, bent, status, code] of cases) {
    test(title, async () => {
      const answer = await set(bent());
      expect([answer.status, answer.code]).toEqual([status, code]);
    });
  }

  test("a name that is sent in query and body", async () => {
    const bent = { path: apiPaths.Sandbox };
    const answer = await set({ ...bent, unsigned: [["Version", "2013-01-01"]] });
    expect(answer.code).toBe("InvalidParameterValue");
  });

  test("another environment's order reference", async () => {
    const request = { AmazonOrderReferenceId: order };
    const answer = await signedCall(sandbox, "GetOrderReferenceDetails", request, { path: apiPaths.Live });
    expect(answer.code).toBe("InvalidOrderReferenceId");
  });
});

describe("the published quota", () => {
  test("lets two writes through at once, then one every two seconds of business time", async () => {
    const throttled = await quickSandbox({ throttle: true });
    const cancel = () =>
      signedCall(throttled, "CancelOrderReference", { AmazonOrderReferenceId: "S00-0000000-0000000" });
    const codes = [await cancel(), await cancel(), await cancel()].map((answer) => answer.code);
    expect(codes).toEqual(["InvalidOrderReferenceId", "InvalidOrderReferenceId", "RequestThrottled"]);
    await admin(throttled, "POST", "/clock/advance", { ms: seconds(2) });
    const [next, over] = [await cancel(), await cancel()];
    expect([next.code, over.code]).toEqual(["InvalidOrderReferenceId", "RequestThrottled"]);
    expect(over.status).toBe(503);
    expect(over.text).toMatch(/<Type><\/Type>|<Type\/>/);
    expect(over.text).toContain("<Message>Request is throttled</Message>");
    expect(over.text).toContain("<RequestID>");
    await throttled.close();
  });

  test("is counted per operation and per environment", async () => {
    const throttled = await quickSandbox({ throttle: true });
    const call = (action: "CancelOrderReference" | "CloseOrderReference", path: string) =>
      signedCall(throttled, action, { AmazonOrderReferenceId: "S00-0000000-0000000" }, { path });
    for (let i = 0; i < 2; i++) await call("CancelOrderReference", apiPaths.Sandbox);
    expect((await call("CancelOrderReference", apiPaths.Sandbox)).code).toBe("RequestThrottled");
    expect((await call("CloseOrderReference", apiPaths.Sandbox)).code).toBe("InvalidOrderReferenceId");
    expect((await call("CancelOrderReference", apiPaths.Live)).code).toBe("InvalidOrderReferenceId");
    await throttled.close();
  });
});

describe("a synchronous TransactionTimedOut", () => {
  test("takes the wall time of its setting, and nothing else does", async () => {
    const slow = await quickSandbox({ settings: { synchronousTimeoutMs: 300 } });
    const cards = slow.core.cardsOf([...slow.core.world.buyers.keys()][0] ?? "");
    const cardId = cards.find((card) => card.simulation === "TransactionTimedOut")?.cardId;
    const draft = (await admin(slow, "POST", "/order-references", { cardId })).body;
    const id = { AmazonOrderReferenceId: draft.amazonOrderReferenceId as string };
    await signedCall(slow, "SetOrderReferenceDetails", { ...id, OrderReferenceAttributes: { OrderTotal: yen(100) } });
    await signedCall(slow, "ConfirmOrderReference", id);
    const took = async (AuthorizationReferenceId: string, TransactionTimeout: number) => {
      const begun = systemClock.wall();
      const request = { ...id, AuthorizationReferenceId, AuthorizationAmount: yen(100), TransactionTimeout };
      const { text } = await signedCall(slow, "Authorize", request);
      return { ms: systemClock.wall() - begun, text };
    };
    const sync = await took("sync", 0);
    expect(sync.text).toContain("TransactionTimedOut");
    expect(sync.ms).toBeGreaterThan(295);
    expect((await took("async", 5)).text).toContain("<State>Pending</State>");
    await slow.close();
  });
});
