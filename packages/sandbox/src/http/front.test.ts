import { apiPaths } from "@noren-pay/protocol";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { quickSandbox, raw, signedCall } from "../testing/wire.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await quickSandbox();
});
afterAll(() => sandbox.close());

const lives = async () => (await signedCall(sandbox, "GetServiceStatus", {})).status === 200;
const head = (line: string, headers = "") => `${line}\r\nHost: x\r\nConnection: close\r\n${headers}\r\n`;

describe("broken requests on a raw socket", () => {
  const path = apiPaths.Sandbox;
  const cases: [title: string, bytes: string, answer: RegExp][] = [
    ["garbage", "\x00\x01\x02\r\n\r\n", /^HTTP\/1\.1 400 /],
    ["a request line alone", "POST", /^(HTTP\/1\.1 400 |$)/],
    ["no Host header", `POST ${path} HTTP/1.1\r\n\r\n`, /^HTTP\/1\.1 400 /],
    ["HTTP/1.0 without Host", `POST ${path} HTTP/1.0\r\n\r\n`, /^HTTP\/1\.1 400 [\s\S]*<ErrorResponse/],
    ["an empty body", head(`POST ${path} HTTP/1.1`, "Content-Length: 0\r\n"), /400 [\s\S]*InvalidParameterValue/],
    [
      "a body cut short",
      head(`POST ${path} HTTP/1.1`, "Content-Length: 100\r\n").concat("Action=Au"),
      /^(HTTP\/1\.1 400 |$)/,
    ],
    ["two lengths", head(`POST ${path} HTTP/1.1`, "Content-Length: 1\r\nContent-Length: 2\r\n"), /^HTTP\/1\.1 400 /],
    [
      "length and chunks",
      head(`POST ${path} HTTP/1.1`, "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"),
      /^HTTP\/1\.1 400 /,
    ],
    [
      "a broken chunk",
      head(`POST ${path} HTTP/1.1`, "Transfer-Encoding: chunked\r\n").concat("zz\r\n"),
      /^(HTTP\/1\.1 400 |$)/,
    ],
    ["a huge header", head(`POST ${path} HTTP/1.1`, `X: ${"x".repeat(100_000)}\r\n`), /^HTTP\/1\.1 431 /],
    ["an unknown method", head(`PROPFIND ${path} HTTP/1.1`), /^HTTP\/1\.1 404 /],
    [
      "a whole address as the target",
      head(`GET http://mws.amazonservices.jp${path} HTTP/1.1`),
      /400 [\s\S]*InvalidParameterValue/,
    ],
    ["a target without a slash", head("GET * HTTP/1.1"), /^HTTP\/1\.1 404 /],
    ["a broken escape in the path", head("GET /admin/objects/%zz HTTP/1.1"), /^HTTP\/1\.1 404 /],
    ["NUL in the query", head(`GET ${path}?a=%00&Action=%00 HTTP/1.1`), /400 [\s\S]*InvalidParameterValue/],
    [
      "names of JavaScript's own",
      head(`GET ${path}?__proto__=1&constructor=2&Action=toString HTTP/1.1`),
      /400 [\s\S]*InvalidParameterValue/,
    ],
  ];
  for (const [title, bytes, answer] of cases) {
    test(title, async () => {
      expect(await raw(sandbox, Buffer.from(bytes, "latin1"))).toMatch(answer);
      expect(await lives()).toBe(true);
    });
  }

  test("any bytes as a body get Amazon's error envelope", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const answer = await fetch(`${sandbox.url}${path}`, { method: "POST", body: bytes });
        expect(answer.status).toBe(400);
        expect(await answer.text()).toMatch(/^<ErrorResponse xmlns="http:/);
      }),
      { numRuns: 200 },
    );
  });

  test("well signed calls with any values never get a 500", async () => {
    const names = [
      "AmazonOrderReferenceId",
      "AuthorizationReferenceId",
      "AuthorizationAmount.Amount",
      "AuthorizationAmount.CurrencyCode",
      "TransactionTimeout",
      "CaptureNow",
      "Action",
    ];
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), fc.string({ unit: "binary" })), async (set) => {
        const answer = await signedCall(sandbox, "Authorize", {} as never, { set });
        expect(answer.status).toBeLessThan(500);
        expect(answer.code).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });
});

test("many requests on one connection are answered in order", async () => {
  const one = (id: number, close: boolean) =>
    `GET /nowhere/${id} HTTP/1.1\r\nHost: x\r\n${close ? "Connection: close\r\n" : ""}\r\n`;
  const answers = await raw(sandbox, one(1, false) + one(2, false) + one(3, true));
  expect(answers.match(/HTTP\/1\.1 404/g)).toHaveLength(3);
});

test("HEAD is answered as GET, without a body", async () => {
  const answer = await raw(sandbox, head("HEAD /admin/openapi.json HTTP/1.1"));
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer.endsWith("\r\n\r\n")).toBe(true);
});
