// Whatever bytes come: the sandbox lives, and answers with Amazon's error envelope or a clean refusal of HTTP's.
import { connect, type Socket } from "node:net";
import { apiPaths } from "@noren-pay/protocol";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type SandboxAdmin, sandboxAdmin } from "../admin/client.ts";
import type { Sandbox } from "../start-sandbox.ts";
import { quickSandbox, raw, signedCall } from "../testing/wire.ts";

let sandbox: Sandbox;
let admin: SandboxAdmin;
const warnings: Error[] = [];
const hear = (warning: Error) => warnings.push(warning);
beforeAll(async () => {
  process.on("warning", hear);
  sandbox = await quickSandbox();
  admin = sandboxAdmin({ url: sandbox.url });
});
afterAll(async () => {
  process.off("warning", hear);
  await sandbox.close();
});
afterEach(async () => {
  expect((await signedCall(sandbox, "GetServiceStatus", {})).status).toBe(200);
  // The front warns of faults of our own.
  expect(warnings).toEqual([]);
});

const path = apiPaths.Sandbox;
const bytes = (text: string) => Buffer.from(text, "latin1");

/** No answer, or whole ones of which none is a 500; a refusal on the API's paths with a body has Amazon's envelope. */
function expectClean(answer: string): void {
  if (answer === "") return;
  for (const one of answer.split(/(?=^HTTP\/1\.1 )/m)) {
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(one)?.[1]);
    expect(status).toBeGreaterThanOrEqual(100);
    expect(status).not.toBe(500);
    const body = one.slice(one.indexOf("\r\n\r\n") + 4);
    if (/^content-type: text\/xml/im.test(one) && body !== "") expect(body).toMatch(/^<(ErrorResponse|\w+Response) /);
  }
}

const post = (headers: string, body = "") => `POST ${path} HTTP/1.1\r\nHost: x\r\n${headers}\r\n${body}`;
const chunked = (body: string) => post("Transfer-Encoding: chunked\r\nConnection: close\r\n", body);

describe("a broken request", () => {
  const corpus: [title: string, request: string][] = [
    ["an empty line", "\r\n\r\n"],
    ["many empty lines before it", `${"\r\n".repeat(5_000)}GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
    ["a method of 10,000 letters", `${"A".repeat(10_000)} / HTTP/1.1\r\nHost: x\r\n\r\n`],
    ["a method with NUL", "GE\0T / HTTP/1.1\r\nHost: x\r\n\r\n"],
    ["a target of 60,000 characters", `GET /${"a".repeat(60_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
    ["a target of 70,000 characters", `GET /${"a".repeat(70_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    ["a target with NUL", `POST ${path}\0 HTTP/1.1\r\nHost: x\r\n\r\n`],
    ["a target in Latin-1", "GET /\xe9\xff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
    ["a target above the root", "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
    [
      "an encoded target above the root",
      "GET /widgets/%2e%2e%2f%2e%2e/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
    ],
    ["another version", `POST ${path} HTTP/9.9\r\nHost: x\r\n\r\n`],
    ["HTTP/2's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["TLS's first message", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".padEnd(600, "\x99")],
    ["a line feed alone at each end", `POST ${path} HTTP/1.1\nHost: x\nContent-Length: 0\n\n`],
    ["a header without a colon", post("nonsense\r\n")],
    ["a header with NUL", post("X: a\0b\r\nContent-Length: 0\r\n")],
    ["a folded header", post("X: a\r\n b\r\nContent-Length: 0\r\n")],
    ["10,000 headers", post("X: y\r\n".repeat(10_000))],
    ["a negative length", post("Content-Length: -5\r\n", "abcde")],
    ["a length in hex", post("Content-Length: 0x5\r\n", "abcde")],
    ["a length beyond all numbers", post("Content-Length: 99999999999999999999999\r\n", "abcde")],
    ["two equal lengths", post("Content-Length: 5\r\nContent-Length: 5\r\n", "abcde")],
    ["a length of 10 GiB", post("Content-Length: 10737418240\r\n", "abcde")],
    ["Expect: 100-continue and nothing after it", post("Expect: 100-continue\r\nContent-Length: 5\r\n")],
    ["an expectation nobody knows", post("Expect: miracles\r\nContent-Length: 0\r\n")],
    ["an upgrade", "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"],
    ["CONNECT", "CONNECT mws.amazonservices.jp:443 HTTP/1.1\r\nHost: x\r\n\r\n"],
    ["TRACE", `TRACE ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
    ["a chunk of no hex", chunked("xyz\r\n")],
    ["a chunk of a negative size", chunked("-1\r\nabc\r\n0\r\n\r\n")],
    ["a chunk beyond all numbers", chunked("ffffffffffffffffff\r\nabc")],
    ["a chunk longer than it says", chunked("3\r\nabcdef\r\n0\r\n\r\n")],
    ["a chunk with an endless extension", chunked(`1;${"a".repeat(200_000)}\r\nx\r\n0\r\n\r\n`)],
    ["20,000 chunks of one byte", chunked(`${"1\r\na\r\n".repeat(20_000)}0\r\n\r\n`)],
    ["chunks beyond the limit of a body", chunked(`${`10000\r\n${"a".repeat(65_536)}\r\n`.repeat(40)}0\r\n\r\n`)],
    ["a flood of trailers", chunked(`0\r\n${"T: x\r\n".repeat(20_000)}\r\n`)],
    ["an encoding nobody knows", post("Transfer-Encoding: gzip, chunked\r\nConnection: close\r\n", "0\r\n\r\n")],
    ["chunked twice", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n")],
    [
      "a smuggled second request",
      post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nGET /admin/reset"),
    ],
    ["garbage after a whole request", `${post("Content-Length: 0\r\n")}\x00\x01garbage\r\n\r\n`],
    ["1,000 requests at once", `GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(1_000)],
    ["overlong UTF-8", post("Content-Length: 18\r\nConnection: close\r\n", "Action=%C0%AF&b=%FF")],
    ["a lone surrogate in UTF-8", post("Content-Length: 16\r\nConnection: close\r\n", "Action=%ED%A0%80")],
    ["a body of NULs", post("Content-Length: 1000\r\nConnection: close\r\n", "\0".repeat(1_000))],
    ["a body of & and =", post("Content-Length: 4000\r\nConnection: close\r\n", "&=".repeat(2_000))],
    ["a body of percent signs", post("Content-Length: 3000\r\nConnection: close\r\n", "%".repeat(3_000))],
  ];
  for (const [title, request] of corpus) {
    test(`of ${title} is refused cleanly`, async () => expectClean(await raw(sandbox, bytes(request))));
  }

  test("that breaks off at any byte is refused cleanly, or not at all", async () => {
    const whole = post("Content-Length: 20\r\nX-Header: value\r\n", "Action=x&Version=2&y");
    for (let length = 0; length < whole.length; length += 3) {
      expectClean(await raw(sandbox, bytes(whole.slice(0, length))));
    }
  });

  test("that was a good one, with some bytes changed, is refused cleanly", async () => {
    const good = post(
      "Content-Length: 52\r\nConnection: close\r\n",
      "Action=GetServiceStatus&Version=2013-01-01&SellerId=A",
    );
    const edit = fc.record({
      at: fc.nat(good.length),
      drop: fc.nat(5),
      put: fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc.constantFrom("\r\n", "\r\n\r\n", "%", "&", "=", ":", "\0").map(bytes),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        let request = bytes(good);
        for (const { at, drop, put } of edits) {
          request = Buffer.concat([request.subarray(0, at), put, request.subarray(at + drop)]);
        }
        expectClean(await raw(sandbox, request));
      }),
      { numRuns: 300 },
    );
  });
});

describe("the admin API", () => {
  const depths: [title: string, body: string][] = [
    ["arrays", `{"parameters":${"[".repeat(200_000)}${"]".repeat(200_000)}}`],
    ["objects", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
    ["names of JavaScript's own", '{"__proto__":{"kind":"slow"},"constructor":1,"kind":"slow"}'],
    ["a number beyond all numbers", '{"kind":"slow","count":1e999}'],
    ["no UTF-8", '{"kind":"\xff\xfe"}'],
  ];
  for (const [title, body] of depths) {
    test(`refuses deep or strange JSON: ${title}`, async () => {
      const answer = await fetch(`${sandbox.adminUrl}/faults`, { method: "POST", body: bytes(body) });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        400,
        "application/problem+json; charset=utf-8",
      ]);
    });
  }

  test("refuses any JSON without a fault of its own", async () => {
    const routes = [
      "/sellers",
      "/buyers",
      "/order-references",
      "/faults",
      "/notice-rules",
      "/notices/release",
      "/tokens",
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), fc.jsonValue(), async (route, value) => {
        const answer = await fetch(`${sandbox.adminUrl}${route}`, { method: "POST", body: JSON.stringify(value) });
        expect(answer.status).toBeLessThan(500);
        await answer.arrayBuffer();
      }),
      { numRuns: 200 },
    );
    await admin.reset();
  });
});

describe("connections", () => {
  const opened: Socket[] = [];
  afterEach(() => {
    for (const socket of opened.splice(0)) socket.destroy();
  });
  const open = (): Promise<Socket> =>
    new Promise((resolve) => {
      const socket = connect(Number(new URL(sandbox.url).port), "127.0.0.1", () => resolve(socket));
      socket.on("error", () => undefined);
      opened.push(socket);
    });
  const answerOf = (socket: Socket): Promise<string> =>
    new Promise((resolve) => {
      let answer = "";
      socket.on("data", (chunk) => {
        answer += chunk;
      });
      socket.once("close", () => resolve(answer));
    });

  test("beyond the limit are closed at once", async () => {
    await admin.changeSettings({ connectionsMax: 40 });
    for (let i = 0; i < 60; i++) await open();
    const over = opened.at(-1) as Socket;
    over.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(await answerOf(over)).toBe("");
    for (const socket of opened.splice(0)) socket.destroy();
    await admin.changeSettings({ connectionsMax: 10_000 });
  });

  test("that dribble a head, or a body, get a 408", async () => {
    await admin.changeSettings({ headTimeoutMs: 200, requestTimeoutMs: 300 });
    const [head, body] = [await open(), await open()];
    head.write("POST / HTTP/1.1\r\nHost:");
    body.write(post("Content-Length: 100\r\n", "Action="));
    expect(await answerOf(head)).toMatch(/^HTTP\/1\.1 408 /);
    expect(await answerOf(body)).toMatch(/^(HTTP\/1\.1 408 |$)/);
    await admin.changeSettings({ headTimeoutMs: 20_000, requestTimeoutMs: 60_000 });
  });

  test("that are half closed still get their answer", async () => {
    const socket = await open();
    const answer = answerOf(socket);
    socket.end("GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n");
    expect(await answer).toMatch(/^HTTP\/1\.1 404 /);
  });

  test("that are reset while they send harm nobody", async () => {
    for (let i = 0; i < 50; i++) {
      const socket = await open();
      socket.write(post("Content-Length: 1000\r\n", "Action=x"));
      socket.resetAndDestroy();
    }
  });
});
