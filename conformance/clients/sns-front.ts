// Stands in for https://sns.<region>.amazonaws.com: a proxy that answers each tunnel itself, with a certificate of an
// authority made for the test, and passes the request on to the sandbox.
import "reflect-metadata";
import { createPrivateKey, webcrypto } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createPlain } from "node:http";
import { createServer as createSecure } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as x509 from "@peculiar/x509";

export interface SnsFront {
  readonly proxyUrl: string;
  /** File with the authority's certificate. */
  readonly caFile: string;
  close(): void;
}

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

export async function snsFront(host: string, sandboxUrl: string): Promise<SnsFront> {
  const { key, cert, ca } = await certificateFor(host);
  const folder = mkdtempSync(join(tmpdir(), "noren-front-"));
  const caFile = join(folder, "ca.pem");
  writeFileSync(caFile, ca);
  const site = createSecure({ key, cert }, async (request, response) => {
    const answer = await fetch(sandboxUrl + request.url);
    response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
  });
  const proxy = createPlain().on("connect", (_, socket) => {
    const tunnel = connect((site.address() as AddressInfo).port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      tunnel.pipe(socket).pipe(tunnel);
    });
    for (const [one, other] of [
      [socket, tunnel],
      [tunnel, socket],
    ] as const)
      one.on("error", () => other.destroy());
  });
  for (const server of [site, proxy]) await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    proxyUrl: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    caFile,
    close() {
      for (const server of [site, proxy]) server.close().closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
}

async function certificateFor(host: string): Promise<{ key: string; cert: string; ca: string }> {
  x509.cryptoProvider.set(webcrypto as never);
  const pair = async () =>
    (await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"])) as never as {
      publicKey: webcrypto.CryptoKey;
      privateKey: webcrypto.CryptoKey;
    };
  const [root, leaf] = [await pair(), await pair()];
  const dates = { notBefore: new Date("2020-01-01"), notAfter: new Date("2049-01-01"), signingAlgorithm: algorithm };
  const issuer = "CN=Conformance test authority";
  const make = (subject: string, publicKey: webcrypto.CryptoKey, extensions: x509.Extension[]) =>
    x509.X509CertificateGenerator.create({
      ...{ subject, issuer, serialNumber: subject === issuer ? "01" : "02", extensions, ...dates },
      publicKey: publicKey as never,
      signingKey: root.privateKey as never,
    });
  const ca = await make(issuer, root.publicKey, [new x509.BasicConstraintsExtension(true, 0, true)]);
  const cert = await make(`CN=${host}`, leaf.publicKey, [
    new x509.SubjectAlternativeNameExtension([{ type: "dns", value: host }]),
  ]);
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", leaf.privateKey));
  const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" }).export({ type: "pkcs8", format: "pem" });
  return { key: String(key), cert: cert.toString("pem"), ca: ca.toString("pem") };
}
