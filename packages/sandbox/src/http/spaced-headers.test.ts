// The swapper before Node's own parser, on raw sockets.
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { admin, quickSandbox } from "../testing/wire.ts";
import { takeSpacedHeaders } from "./spaced-headers.ts";

let sandbox: Sandbox;
let token: string;
beforeAll(async () => {
  sandbox = await quickSandbox();
  token = (await admin(sandbox, "POST", "/tokens", {})).body.accessToken;
});
afterAll(() => sandbox.close());

/** Writes the pieces one after the other, each in a segment of its own, and gives all that comes back. */
function exchange(url: string, pieces: readonly Buffer[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port: Number(new URL(url).port), host: "127.0.0.1", noDelay: true });
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(Buffer.concat(chunks).toString()));
    const [...rest] = pieces;
    const next = () => {
      const piece = rest.shift();
      if (piece) socket.write(piece, () => setImmediate(next));
    };
    next();
  });
}
const cutAt = (bytes: Buffer, at: number) => [bytes.subarray(0, at), bytes.subarray(at)];
const profile = (more = "") =>
  Buffer.from(`GET /user/profile HTTP/1.1\r\nHost: api.amazon.co.jp\r\nx-amz-access-token : ${token}\r\n${more}\r\n`);
const last = "Connection: close\r\n";

describe("the access token of the PHP SDK", () => {
  test("is taken in one piece", async () => {
    expect(await exchange(sandbox.url, [profile(last)])).toMatch(/^HTTP\/1\.1 200 [\s\S]*"email":/);
  });

  test("is taken byte by byte", async () => {
    const bytes = [...profile(last)].map((byte) => Buffer.from([byte]));
    expect(await exchange(sandbox.url, bytes)).toMatch(/^HTTP\/1\.1 200 [\s\S]*"email":/);
  });

  test("is taken cut anywhere", async () => {
    const bytes = profile(last);
    const head = bytes.length - token.length + 4; // The token's inside is all alike.
    const cuts = Array.from({ length: bytes.length }, (_, at) => at).filter((at) => at < 100 || at > head);
    const answers = await Promise.all(cuts.map((at) => exchange(sandbox.url, cutAt(bytes, at))));
    for (const answer of answers) expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("is taken in the second and third request of a connection, after bodies of either framing", async () => {
    const posts = [
      "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx-a : 1\r\n",
      "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nx-a : 1\r\n\r\n0\r\n\r\n",
    ].map((text) => Buffer.from(text));
    const all = Buffer.concat([profile(), posts[0] as Buffer, profile(), posts[1] as Buffer, profile(last)]);
    // The router reads no body of a path it does not know, and closes; so the API's path, which reads it all.
    const api = Buffer.from(all.toString().replaceAll("/a HTTP", "/OffAmazonPayments_Sandbox/2013-01-01 HTTP"));
    const statuses = [...(await exchange(sandbox.url, [api])).matchAll(/HTTP\/1\.1 (\d+)/g)].map(
      ([, status]) => status,
    );
    expect(statuses).toEqual(["200", "400", "200", "400", "200"]);
  });

  test("is refused where the space stands before another colon", async () => {
    for (const line of ["Content-Length : 0", "Transfer-Encoding : chunked", "Host : x", "x-a b: c", "Accept : a"]) {
      const answer = await exchange(sandbox.url, [
        Buffer.from(`GET /user/profile HTTP/1.1\r\nHost: x\r\n${line}\r\n\r\n`),
      ]);
      expect(answer, line).toMatch(/^HTTP\/1\.1 400 Bad Request/);
    }
  });
});

describe("a connection", () => {
  test("that sends nothing does not keep the sandbox from closing", async () => {
    const one = await quickSandbox();
    const socket = connect(Number(new URL(one.url).port), "127.0.0.1");
    await new Promise((resolve) => socket.once("connect", resolve));
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket.on("error", () => undefined);
    await one.close();
    await closed;
  });

  test("that sends nothing makes room when there are too many", async () => {
    const server = createServer((_, response) => response.end());
    takeSpacedHeaders(server, 2);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const silent = () => connect(port, "127.0.0.1").on("error", () => undefined);
    const oldest = silent();
    const gone = new Promise((resolve) => oldest.once("close", resolve));
    const others = [silent(), silent()];
    await gone;
    expect(others.map(({ destroyed }) => destroyed)).toEqual([false, false]);
    for (const each of others) each.destroy();
    server.close();
  });

  test("that ends without a word is ended", async () => {
    const socket = connect(Number(new URL(sandbox.url).port), "127.0.0.1");
    socket.end();
    await new Promise((resolve) => socket.once("close", resolve));
  });
});

describe("whatever Node's parser takes by itself", () => {
  interface Seen {
    readonly head: string;
    body: string;
  }
  let seen: Seen[] = [];
  const servers: Server[] = [];
  beforeAll(async () => {
    for (const isSwapped of [false, true]) {
      const server = createServer((request, response) => {
        const one: Seen = { head: `${request.method} ${request.url} ${request.rawHeaders}`, body: "" };
        seen.push(one);
        // As the parser gives it: what a stream hands on depends on when an error follows.
        const push = request.push.bind(request);
        request.push = (chunk: Buffer | null) => {
          one.body += chunk?.toString("hex") ?? ".";
          return push(chunk);
        };
        request.resume().on("error", () => undefined);
        response.end();
      });
      if (isSwapped) takeSpacedHeaders(server);
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    }
  });
  afterAll(() => {
    for (const server of servers) server.close().closeAllConnections();
  });

  async function seenBy(server: Server, pieces: readonly Buffer[]): Promise<readonly Seen[]> {
    seen = [];
    await exchange(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, pieces);
    return seen;
  }

  const messages = [
    "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nx-a : 1\r\n",
    "POST /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nx-a : 1\r\n\r\n0\r\n\r\n",
    "GET /c HTTP/1.1\r\nHost: x\r\nx-b: 1\r\nCookie: a=b\r\n\r\n",
    'POST /d HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n3;a="b"\r\n : \r\n0\r\nx-t: 1\r\n\r\n',
  ];
  const end = "GET /end HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  const mutation = fc.record({
    at: fc.nat(),
    cut: fc.nat(3),
    put: fc.constantFrom(" ", ":", "\r\n", "x-", "0", "\n", ""),
  });
  const stream = fc
    .tuple(fc.array(fc.constantFrom(...messages), { minLength: 1, maxLength: 3 }), fc.array(mutation, { maxLength: 3 }))
    .map(([all, mutations]) => {
      let text = all.join("");
      for (const { at, cut, put } of mutations) {
        const start = at % text.length;
        text = text.slice(0, start) + put + text.slice(start + cut);
      }
      return Buffer.from(text + end, "latin1");
    });

  test("is taken alike behind the swapper, mutated at random and cut anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(stream, fc.nat(), async (bytes, cut) => {
        const [bare, swapped] = servers as [Server, Server];
        // A piece is changed in place, so each server gets its own.
        const alone = await seenBy(bare, [Buffer.from(bytes)]);
        const behind = await seenBy(swapped, cutAt(Buffer.from(bytes), cut % bytes.length));
        expect(behind.slice(0, alone.length)).toEqual(alone);
      }),
      { numRuns: 400 },
    );
  });
});
