import { createHash, X509Certificate } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { connect, type TLSSocket } from "node:tls";
import { systemClock } from "@noren-pay/base";
import { apiPaths, commonParameters, formatForm, sign, stringToSign } from "@noren-pay/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { admin, quickSandbox } from "../testing/wire.ts";

let sandbox: Sandbox;
let ca: string;
beforeAll(async () => {
  sandbox = await quickSandbox({ tls: true });
  ca = readFileSync(sandbox.caFile ?? "", "utf8");
});
afterAll(() => sandbox.close());

const portOf = (url: string | undefined) => Number(new URL(url ?? "").port);

/** Asks for a path as a client does that looked up `host` and was led to the sandbox. */
function get(host: string, path: string, more: object = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port: portOf(sandbox.tlsUrl),
      servername: host,
      ca,
      path,
      agent: false,
      ...more,
    };
    request({ ...options, headers: { host } }, async (response) => {
      resolve({ status: response.statusCode ?? 0, body: Buffer.concat(await response.toArray()).toString() });
    })
      .on("error", reject)
      .end();
  });
}

function handshake(options: object): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port: portOf(sandbox.tlsUrl), ca, ...options });
    socket.once("secureConnect", () => resolve(socket));
    socket.once("error", reject);
  });
}

describe("the TLS front", () => {
  test("serves the same sandbox under Amazon's names", async () => {
    expect(
      (await get("mws.amazonservices.jp", "/OffAmazonPayments_Sandbox/2013-01-01?Action=GetServiceStatus")).body,
    ).toMatch(/<ErrorResponse [\s\S]*InvalidParameterValue/);
    const script = await get("static-fe.payments-amazon.com", "/OffAmazonPayments/jp/sandbox/lpa/js/Widgets.js");
    expect(script.body).toContain('"origin":"https://static-fe.payments-amazon.com"');
  });

  test("has a certificate for each name, of RSA, and loopback's for who names none", async () => {
    const names: [object, string][] = [
      [{ servername: "api.amazon.co.jp" }, "DNS:api.amazon.co.jp"],
      [{ servername: "localhost" }, "DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1"],
      [{}, "DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1"],
    ];
    for (const [options, subjectAltName] of names) {
      const socket = await handshake(options);
      const leaf = new X509Certificate((socket.getPeerCertificate() as { raw: Buffer }).raw);
      expect([leaf.subjectAltName, leaf.publicKey.asymmetricKeyType]).toEqual([subjectAltName, "rsa"]);
      socket.destroy();
    }
  });

  test("is reached by its own address with the authority alone", async () => {
    expect(sandbox.tlsUrl).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const answer = await get("127.0.0.1", "/auth/o2/tokeninfo", { servername: undefined });
    expect(answer.status).toBe(400);
  });

  test("refuses other names and TLS before 1.2", async () => {
    await expect(handshake({ servername: "pay.amazon.co.jp" })).rejects.toThrow();
    await expect(handshake({ servername: "evil.example" })).rejects.toThrow();
    const old = {
      servername: "localhost",
      minVersion: "TLSv1.1",
      maxVersion: "TLSv1.1",
      ciphers: "DEFAULT@SECLEVEL=0",
    };
    await expect(handshake(old)).rejects.toThrow();
  });

  test("speaks http/1.1", async () => {
    const socket = await handshake({ servername: "localhost", ALPNProtocols: ["h2", "http/1.1"] });
    expect(socket.alpnProtocol).toBe("http/1.1");
    socket.destroy();
  });

  test("takes the PHP SDK's header, cut anywhere", async () => {
    const token = (await admin(sandbox, "POST", "/tokens", {})).body.accessToken as string;
    const head = `GET /user/profile HTTP/1.1\r\nHost: api.amazon.co.jp\r\nConnection: close\r\nx-amz-access-token : ${token}\r\n\r\n`;
    for (const at of [1, 60, head.indexOf(" :"), head.indexOf(" :") + 1, head.length - 1]) {
      const socket = await handshake({ servername: "api.amazon.co.jp" });
      const answer = socket.toArray();
      await new Promise<void>((resolve) => socket.write(head.slice(0, at), () => resolve()));
      socket.write(head.slice(at));
      expect(Buffer.concat(await answer).toString()).toMatch(/^HTTP\/1\.1 200 [\s\S]*"email":/);
    }
  });

  test("cuts off what a fault resets", async () => {
    await admin(sandbox, "POST", "/faults", { kind: "resetBefore", count: 1 });
    const { accessKey, sellerId, secretKey, clock } = sandbox;
    const [host, path] = ["mws.amazonservices.jp", apiPaths.Sandbox];
    const operation = "GetServiceStatus";
    const parameters = commonParameters({ accessKey, sellerId, operation, timestamp: clock.wall() });
    const signature = sign(stringToSign({ method: "GET", host, path, parameters }), secretKey, "HmacSHA256");
    const target = `${path}?${formatForm([...parameters, ["Signature", signature]])}`;
    await expect(get(host, target)).rejects.toThrow();
    expect((await get(host, target)).status).toBe(200);
  });
});

describe("a notice's certificate", () => {
  test("lies on SNS's host by a label that is no region", async () => {
    const url = new URL(await sandbox.certificateUrl());
    expect(url.href).toMatch(
      /^https:\/\/sns\.local-sandbox\.amazonaws\.com\/SimpleNotificationService-[0-9a-f]{32}\.pem$/,
    );
    const { body } = await get(url.host, url.pathname);
    const certificate = new X509Certificate(body);
    expect(certificate.subject).toContain("CN=sns.amazonaws.com");
    expect(certificate.checkIssued(certificate)).toBe(true);
  });

  test("can be the authority's, under a true region's name; both stay to be had", async () => {
    const before = new URL(await sandbox.certificateUrl());
    const wish = { noticeCertificate: "chained", noticeCertificateRegion: "ap-northeast-1" };
    await admin(sandbox, "PATCH", "/settings", wish);
    const url = new URL(await sandbox.certificateUrl());
    expect(url.host).toBe("sns.ap-northeast-1.amazonaws.com");
    const certificate = new X509Certificate((await get(url.host, url.pathname)).body);
    expect(certificate.toLegacyObject().subject.CN).toBe("sns.amazonaws.com");
    expect(certificate.verify(new X509Certificate(ca).publicKey)).toBe(true);
    expect((await get(before.host, before.pathname)).status).toBe(200);
    await admin(sandbox, "PATCH", "/settings", { noticeCertificate: "selfSigned", noticeCertificateRegion: null });
    expect(await sandbox.certificateUrl()).toBe(sandbox.url + before.pathname);
    expect((await get(url.host, url.pathname)).status).toBe(200);
  });
});

describe("a sandbox with TLS", () => {
  test("starts in half a second once the process has keys", async () => {
    const took: number[] = [];
    for (let time = 0; time < 3; time++) {
      const begun = systemClock.wall();
      const other = await quickSandbox({ tls: true, proxy: true });
      took.push(systemClock.wall() - begun);
      await other.close();
    }
    expect(Math.min(...took)).toBeLessThan(500);
  });

  test("leaves nothing behind", async () => {
    const other = await quickSandbox({ tls: true });
    const file = other.caFile ?? "";
    const socket = connect({ host: "127.0.0.1", port: portOf(other.tlsUrl), ca });
    await new Promise((resolve) => socket.once("secureConnect", resolve));
    const ended = new Promise((resolve) => socket.once("close", resolve));
    socket.on("error", () => undefined);
    expect(existsSync(file)).toBe(true);
    await other.close();
    await ended;
    expect(existsSync(dirname(file))).toBe(false);
    await expect(handshakeWith(portOf(other.tlsUrl))).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  test("keeps its authority and its certificates in the data folder", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "noren-tls-"));
    const seen: string[] = [];
    for (let time = 0; time < 2; time++) {
      const settings = { noticeCertificate: "chained" as const };
      const other = await quickSandbox({ tls: true, dataDir, settings });
      seen.push(
        createHash("sha256")
          .update(readFileSync(other.caFile ?? ""))
          .digest("hex"),
        await other.certificateUrl(),
      );
      await other.close();
    }
    expect(seen.slice(2)).toEqual(seen.slice(0, 2));
    expect(readFileSync(join(dataDir, "sandbox-ca.pem"), "utf8")).not.toContain("PRIVATE");
    rmSync(dataDir, { recursive: true });
  });

  test("says so when a port is taken, and leaves nothing behind", async () => {
    const port = portOf(sandbox.tlsUrl);
    await expect(quickSandbox({ tls: { port } })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await expect(quickSandbox({ proxy: { port } })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

const handshakeWith = (port: number) =>
  new Promise((resolve, reject) =>
    connect({ host: "127.0.0.1", port, ca }).once("secureConnect", resolve).once("error", reject),
  );
