import { createServer as createPlainServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { operations, writeResponse } from "@noren-pay/protocol";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Issued, issue } from "../../testing/certificate-authority.ts";
import { answer, type FakeAmazon, fakeAmazon } from "../../testing/fake-amazon.ts";
import { AmazonPayClient, type AmazonPayClientOptions } from "../index.ts";

const closed = writeResponse(operations.CloseOrderReference, {}, "request-1");
let authority: Issued;
let site: Issued;
beforeAll(async () => {
  authority = await issue({ subject: "CN=Test Root", isAuthority: true });
  site = await issue({ subject: "CN=localhost", issuer: authority, dnsName: "localhost" });
});

const toClose: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of toClose.splice(0).reverse()) await one.close();
});

async function secureAmazon(certificate = site): Promise<FakeAmazon> {
  const key = certificate.key.export({ type: "pkcs8", format: "pem" });
  const amazon = await fakeAmazon((listener) => createSecureServer({ key, cert: certificate.pem }, listener));
  toClose.push(amazon);
  amazon.behave(answer(200, closed));
  return amazon;
}

function clientTo(endpoint: string, options: Partial<AmazonPayClientOptions>) {
  const keys = { sellerId: "A1EXAMPLESELLER", accessKey: "AKIDEXAMPLEJP", secretKey: "secretKeyForTestsOnly" };
  const client = new AmazonPayClient({
    region: "jp",
    environment: "Live",
    ...keys,
    endpoint,
    retries: "none",
    ...options,
  });
  toClose.push(client);
  return () => client.closeOrderReference({ AmazonOrderReferenceId: "P03-1234567-7654321" });
}

const secureAddress = (amazon: FakeAmazon) => amazon.url.replace("http://127.0.0.1", "https://localhost");

describe("a secure connection", () => {
  test("stands when an authority of the options vouches for the host", async () => {
    const amazon = await secureAmazon();
    expect((await clientTo(secureAddress(amazon), { ca: authority.pem })()).requestId).toBe("request-1");
    expect(amazon.received[0]?.path).toBe("/OffAmazonPayments/2013-01-01");
  });

  test("does not stand without such an authority, and nothing is sent", async () => {
    const amazon = await secureAmazon();
    await expect(clientTo(secureAddress(amazon), {})()).rejects.toMatchObject({
      code: "ConnectionFailed",
      retry: "later",
    });
    expect(amazon.received).toHaveLength(0);
  });

  test("does not stand when the certificate names another host, and nothing is sent", async () => {
    const amazon = await secureAmazon(
      await issue({ subject: "CN=other", issuer: authority, dnsName: "other.example" }),
    );
    const call = clientTo(secureAddress(amazon), { ca: [authority.pem] });
    await expect(call()).rejects.toMatchObject({ code: "ConnectionFailed" });
    expect(amazon.received).toHaveLength(0);
  });
});

describe("a proxy", () => {
  interface Proxy {
    readonly url: string;
    readonly asked: string[];
  }

  async function proxy(status = 200): Promise<Proxy> {
    const asked: string[] = [];
    const server: Server = createPlainServer((request, response) => {
      asked.push(`${request.method} ${request.url} ${request.headers["proxy-authorization"] ?? ""}`);
      answer(200, closed)(response, undefined as never);
    });
    server.on("connect", (request, socket) => {
      asked.push(`${request.method} ${request.url} ${request.headers["proxy-authorization"] ?? ""}`);
      if (status !== 200) return socket.end(`HTTP/1.1 ${status} no\r\n\r\n`);
      const [host, port] = (request.url ?? "").split(":");
      const upstream = connect(Number(port), host, () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on("error", () => socket.destroy());
      socket.on("error", () => upstream.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    toClose.push({ close: () => server.close().closeAllConnections() });
    return { url: `http://user:word@127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
  }

  test("carries secure calls through a tunnel", async () => {
    const amazon = await secureAmazon();
    const { url, asked } = await proxy();
    const call = clientTo(secureAddress(amazon), { ca: authority.pem, proxy: url });
    expect((await call()).requestId).toBe("request-1");
    expect(asked).toEqual([`CONNECT ${new URL(secureAddress(amazon)).host} Basic dXNlcjp3b3Jk`]);
  });

  test("that refuses the tunnel leaves the call unsent", async () => {
    const amazon = await secureAmazon();
    const { url } = await proxy(407);
    const call = clientTo(secureAddress(amazon), { ca: authority.pem, proxy: url });
    await expect(call()).rejects.toMatchObject({ code: "ConnectionFailed", retry: "later" });
    expect(amazon.received).toHaveLength(0);
  });

  test("is asked for plain addresses without a tunnel", async () => {
    const { url, asked } = await proxy();
    await clientTo("http://sandbox.test:9080", { proxy: url })();
    expect(asked[0]).toContain("POST http://sandbox.test:9080/OffAmazonPayments/2013-01-01");
  });
});

describe("the options", () => {
  const cases: [string, Partial<AmazonPayClientOptions>, string][] = [
    ["an address without scheme", { endpoint: "localhost:9080" }, "endpoint"],
    ["an address with a password", { endpoint: "https://a:b@host" }, "endpoint"],
    ["an unknown region", { region: "mars" as never }, "region"],
    ["an unknown environment", { environment: "Test" as never }, "environment"],
    ["an empty secret", { secretKey: "" }, "secretKey"],
    ["a key with a line break", { accessKey: "AKID\n" }, "accessKey"],
    ["no time at all", { timeoutMs: 0 }, "timeoutMs"],
    ["a proxy that is no address", { proxy: "proxy" }, "proxy"],
    ["a program's name with a line break", { userAgent: "a\nb" }, "userAgent"],
  ];
  for (const [title, options, field] of cases)
    test(`${title} is refused by name, without its value`, () => {
      const make = () => clientTo(options.endpoint ?? "http://localhost:9080", options);
      expect(make).toThrow(expect.objectContaining({ code: "InvalidOptions", field, retry: "never" }));
    });
});
