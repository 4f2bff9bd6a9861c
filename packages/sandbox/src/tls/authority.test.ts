import { execFileSync, spawnSync } from "node:child_process";
import { generateKeyPairSync, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, createServer, type TLSSocket } from "node:tls";
import { days, systemClock } from "@noren-pay/base";
import { regions } from "@noren-pay/protocol";
import { afterAll, describe, expect, test } from "vitest";
import { type Authority, authorityOf, type Subject } from "./authority.ts";
import { imitatedHosts } from "./hosts.ts";

const wall = systemClock.wall();
const validity = { from: wall - days(1), to: wall + days(100) };
const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const key = privateKey.export({ type: "pkcs8", format: "pem" });
const folder = mkdtempSync(join(tmpdir(), "noren-authority-"));
afterAll(() => rmSync(folder, { recursive: true }));

const issued = (authority: Authority, names: string[], addresses: string[] = [], commonName = "x") =>
  authority.issue({ commonName, names, addresses, publicKey } satisfies Subject, validity);

/** Undefined when Node's own check takes the certificate for `host`, or why it refuses. */
async function verdict(authority: Authority, cert: string, host: string): Promise<string | undefined> {
  const server = createServer({ key, cert }).on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = (server.address() as { port: number }).port;
  const isAddress = /^[\d.]+$/.test(host);
  const socket: TLSSocket = connect({
    ...{ host: "127.0.0.1", port, ca: authority.certificatePem },
    ...(isAddress ? {} : { servername: host }),
  });
  const problem = await new Promise<string | undefined>((resolve) => {
    socket.once("secureConnect", () => resolve(undefined));
    socket.once("error", (error: Error) => resolve(error.message));
  });
  socket.destroy();
  server.close();
  return problem;
}

describe("what the sandbox's authority issues", () => {
  const cases: [host: string, verdict: string | undefined][] = [
    ["mws.amazonservices.jp", undefined],
    ["api.sandbox.amazon.co.jp", undefined],
    ["static-fe.payments-amazon.com", undefined],
    ["sns.local-sandbox.amazonaws.com", undefined],
    ["sns.ap-northeast-1.amazonaws.com", undefined],
    ["localhost", undefined],
    ["evil.example", "permitted subtree violation"],
    ["amazonaws.com", "permitted subtree violation"],
    ["s3.amazonaws.com", "permitted subtree violation"],
    ["pay.amazon.co.jp", "permitted subtree violation"],
    ["amazon.co.jp", "permitted subtree violation"],
    ["xmws.amazonservices.jp", "permitted subtree violation"],
  ];
  for (const [host, expected] of cases)
    test(`is ${expected ? "refused" : "taken"} by Node for ${host}`, async () => {
      const authority = await authorityOf(wall);
      expect(await verdict(authority, await issued(authority, [host]), host)).toBe(expected);
    });

  test("is taken for loopback's addresses and no others", async () => {
    const authority = await authorityOf(wall);
    expect(await verdict(authority, await issued(authority, [], ["127.0.0.1", "::1"]), "127.0.0.1")).toBe(undefined);
    const wide = await issued(authority, [], ["127.0.0.1", "10.0.0.1"]);
    expect(await verdict(authority, wide, "127.0.0.1")).toBe("permitted subtree violation");
  });

  // Tests need nothing but Node; where the machine has another judge, it is asked too.
  if (spawnSync("openssl", ["version"]).status === 0)
    test("is judged alike by openssl", async () => {
      const authority = await authorityOf(wall);
      const [ca, leaf] = [join(folder, "ca.pem"), join(folder, "leaf.pem")];
      writeFileSync(ca, authority.certificatePem);
      const verify = (pem: string) => {
        writeFileSync(leaf, pem);
        try {
          return execFileSync("openssl", ["verify", "-CAfile", ca, leaf], { encoding: "utf8", stdio: "pipe" });
        } catch (error) {
          return String((error as { stderr?: unknown; code?: unknown }).stderr);
        }
      };
      expect(verify(await issued(authority, ["mws.amazonservices.jp"]))).toMatch(/: OK/);
      expect(verify(await issued(authority, ["sns.amazonaws.com"], [], "sns.amazonaws.com"))).toMatch(/: OK/);
      expect(verify(await issued(authority, ["www.example.com"]))).toMatch(/permitted subtree violation/);
      // A name in the subject alone counts as well, as in old clients.
      expect(verify(await issued(authority, [], ["127.0.0.1"], "www.example.com"))).toMatch(
        /permitted subtree violation/,
      );
    });

  test("holds exactly the name it is for, and may not issue itself", async () => {
    const leaf = new X509Certificate(await issued(await authorityOf(wall), ["mws.amazonservices.jp"]));
    expect([leaf.subjectAltName, leaf.ca]).toEqual(["DNS:mws.amazonservices.jp", false]);
    expect(leaf.serialNumber).not.toBe(
      new X509Certificate(await issued(await authorityOf(wall), ["mws.amazonservices.jp"])).serialNumber,
    );
  });
});

describe("an authority in a data folder", () => {
  const dataDir = join(folder, "data");
  const files = { folder: join(dataDir, "authority"), key: join(dataDir, "authority", "key-and-certificate.pem") };

  test("is made once; its folder and key are their owner's alone", async () => {
    const [one, same] = await Promise.all([authorityOf(wall, dataDir), authorityOf(wall, dataDir)]);
    expect(same.certificatePem).toBe(one.certificatePem);
    expect((await authorityOf(wall, dataDir)).certificatePem).toBe(one.certificatePem);
    expect([files.folder, files.key].map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual(["700", "600"]);
    expect(await verdict(one, await issued(one, ["mws.amazonservices.jp"]), "mws.amazonservices.jp")).toBe(undefined);
  });

  test("that was read again issues as before", async () => {
    const again = await authorityOf(wall, dataDir);
    const cert = await issued(again, ["localhost"]);
    expect(await verdict(again, cert, "localhost")).toBe(undefined);
    expect(new X509Certificate(cert).verify(new X509Certificate(again.certificatePem).publicKey)).toBe(true);
  });

  test("is made anew when it is out of date, unreadable or another's", async () => {
    const first = await authorityOf(wall, dataDir);
    const later = await authorityOf(wall + days(3_640), dataDir);
    expect(later.certificatePem).not.toBe(first.certificatePem);
    writeFileSync(files.key, "nothing");
    const mended = await authorityOf(wall, dataDir);
    expect(mended.certificatePem).not.toBe(later.certificatePem);
    expect(readFileSync(files.key, "utf8")).toContain(mended.certificatePem);
  });
});

describe("the hosts that a sandbox plays", () => {
  test("are those of every region, and SNS's", () => {
    for (const { host, profileHost, loginHost, widgets } of Object.values(regions)) {
      const hosts = [host, profileHost.Live, profileHost.Sandbox, loginHost, new URL(widgets.Live).host];
      for (const each of hosts) expect(imitatedHosts.has(each), each).toBe(true);
    }
    expect(imitatedHosts.has("sns.us-east-1.amazonaws.com")).toBe(true);
    for (const other of ["pay.amazon.co.jp", "sns.amazonaws.com", "localhost", "developer.amazon.com"])
      expect(imitatedHosts.has(other), other).toBe(false);
  });
});
