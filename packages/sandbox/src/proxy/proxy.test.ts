import { readFileSync } from "node:fs";
import { get } from "node:http";
import { connect as connectPlain, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { admin, quickSandbox } from "../testing/wire.ts";

let sandbox: Sandbox;
let ca: string;
beforeAll(async () => {
  sandbox = await quickSandbox({ proxy: true });
  ca = readFileSync(sandbox.caFile ?? "", "utf8");
});
afterAll(() => sandbox.close());

const proxyPort = () => Number(new URL(sandbox.proxyUrl ?? "").port);

/** Sends `head`; gives the socket and what came back first. */
function open(head: string): Promise<{ socket: Socket; answer: string }> {
  return new Promise((resolve, reject) => {
    const socket = connectPlain(proxyPort(), "127.0.0.1", () => socket.write(head));
    socket.once("error", reject);
    socket.once("data", (data) => resolve({ socket, answer: data.toString() }));
  });
}
const connectTo = (authority: string) => open(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`);

/** One request through a tunnel. */
async function through(host: string, head: string): Promise<string> {
  const { socket } = await connectTo(`${host}:443`);
  const secure = connectTls({ socket, servername: host, ca });
  await new Promise((resolve, reject) => secure.once("secureConnect", resolve).once("error", reject));
  secure.write(head);
  return Buffer.concat(await secure.toArray()).toString();
}

describe("the proxy", () => {
  test("leads to the sandbox with Host and path unchanged", async () => {
    const head =
      "GET /OffAmazonPayments/2013-01-01/?a=b HTTP/1.1\r\nHost: mws.amazonservices.jp\r\nConnection: close\r\n\r\n";
    expect(await through("mws.amazonservices.jp", head)).toMatch(/^HTTP\/1\.1 400 [\s\S]*InvalidParameterValue/);
    const url = new URL(await sandbox.certificateUrl());
    const pem = await through(
      url.host,
      `GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: close\r\n\r\n`,
    );
    expect(pem).toContain("BEGIN CERTIFICATE");
  });

  test("takes a first handshake that came together with the request for the tunnel", async () => {
    const { socket, answer } = await connectTo("api.amazon.co.jp:443");
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    // The client's first flight, recorded by connecting to nobody.
    const flight = await clientHello("api.amazon.co.jp");
    socket.destroy();
    const early = connectPlain(proxyPort(), "127.0.0.1");
    const head = "CONNECT api.amazon.co.jp:443 HTTP/1.1\r\nHost: api.amazon.co.jp:443\r\n\r\n";
    early.write(Buffer.concat([Buffer.from(head), flight]));
    const chunks: Buffer[] = [];
    await new Promise<void>((resolve) =>
      early.on("data", (chunk) => {
        chunks.push(chunk);
        if (Buffer.concat(chunks).includes(Buffer.from([22, 3, 3]))) resolve(); // a server's handshake record
      }),
    );
    early.destroy();
  });

  const refused = [
    "example.com:443",
    "pay.amazon.co.jp:443",
    "mws.amazonservices.jp:80",
    "mws.amazonservices.jp:8443",
    "mws.amazonservices.jp",
    "mws.amazonservices.jp.:443",
    "mws.amazonservices.jp.evil.example:443",
    "evil.mws.amazonservices.jp:443",
    "sns.s3.amazonaws.com:443",
    "localhost:443",
    "127.0.0.1:443",
    "[::1]:443",
    "169.254.169.254:443",
    "user@mws.amazonservices.jp:443",
  ];
  for (const authority of refused)
    test(`refuses ${authority}`, async () => {
      const { answer, socket } = await connectTo(authority);
      expect(answer).toMatch(/^HTTP\/1\.1 (403 Forbidden[\s\S]*This is the proxy of the Noren sandbox|400 )/);
      await new Promise((resolve) => socket.once("close", resolve));
    });

  test("takes a host in capitals", async () => {
    const { answer, socket } = await connectTo("MWS.AmazonServices.JP:443");
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
  });

  test("passes no plain http on, and says what it is in both languages", async () => {
    for (const path of ["http://mws.amazonservices.jp/", "http://example.com/a", "/"]) {
      const [status, body] = await new Promise<[number, string]>((resolve, reject) => {
        get({ host: "127.0.0.1", port: proxyPort(), path, agent: false }, async (response) => {
          resolve([response.statusCode ?? 0, Buffer.concat(await response.toArray()).toString()]);
        }).on("error", reject);
      });
      expect([status, body]).toEqual([
        403,
        expect.stringMatching(/not passed on[\s\S]*Noren サンドボックスのプロキシ/),
      ]);
    }
  });

  test("ends garbage and survives it", async () => {
    for (const bytes of ["\x16\x03\x01\x00\x05hello", "CONNECT\r\n\r\n", "CONNECT a:443 HTTP/9.9\r\n\r\n"]) {
      const { socket, answer } = await open(bytes);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      socket.destroy();
    }
    const { socket } = await connectTo("mws.amazonservices.jp:443");
    const ended = new Promise((resolve) => socket.once("close", resolve));
    socket.on("error", () => undefined).write("this is no handshake");
    await ended;
    expect((await connectTo("mws.amazonservices.jp:443")).answer).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("closes with the sandbox while tunnels are open", async () => {
    const other = await quickSandbox({ proxy: true });
    const port = Number(new URL(other.proxyUrl ?? "").port);
    const sockets = await Promise.all(
      ["", "CONNECT mws.amazonservices.jp:443 HTTP/1.1\r\nHost: x\r\n\r\n"].map(async (head) => {
        const socket = connectPlain(port, "127.0.0.1").on("error", () => undefined);
        await new Promise((resolve) => socket.once("connect", resolve));
        socket.write(head);
        if (head) await new Promise((resolve) => socket.once("data", resolve));
        return socket;
      }),
    );
    const ended = sockets.map((socket) => new Promise((resolve) => socket.once("close", resolve)));
    await other.close();
    await Promise.all(ended);
  });

  test("brings the PHP SDK's header through", async () => {
    const token = (await admin(sandbox, "POST", "/tokens", {})).body.accessToken as string;
    const head = `GET /user/profile HTTP/1.1\r\nHost: api.amazon.co.jp\r\nConnection: close\r\nx-amz-access-token : ${token}\r\n\r\n`;
    expect(await through("api.amazon.co.jp", head)).toMatch(/^HTTP\/1\.1 200 [\s\S]*"email":/);
  });
});

async function clientHello(servername: string): Promise<Buffer> {
  const { createServer } = await import("node:net");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const hello = new Promise<Buffer>((resolve) => server.once("connection", (socket) => socket.once("data", resolve)));
  const client = connectTls({ port: (server.address() as { port: number }).port, host: "127.0.0.1", servername });
  client.on("error", () => undefined);
  const bytes = await hello;
  client.destroy();
  server.close();
  return bytes;
}
