// The sandbox's own certificate authority. It is good for nothing but what the sandbox plays: the hosts it may vouch for
// stand in its certificate, and whoever trusts it checks them.
import { createPrivateKey, createPublicKey, type KeyObject, webcrypto, X509Certificate } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { days, type Instant, systemRandom } from "@noren-pay/base";
import { vouchedAddresses, vouchedNames } from "./hosts.ts";
import { nameConstraints, nameConstraintsOid } from "./name-constraints.ts";

export interface Subject {
  readonly commonName: string;
  readonly names: readonly string[];
  /** In text form. */
  readonly addresses?: readonly string[];
  readonly publicKey: KeyObject;
}

export interface Authority {
  readonly certificatePem: string;
  /** Makes a server's certificate (PEM). It does not look at the names: those who verify do. */
  issue(subject: Subject, validity: Validity): Promise<string>;
}

/** Wall time. */
export interface Validity {
  readonly from: Instant;
  readonly to: Instant;
}

/** Java 8 and the libraries of its time take this everywhere. */
const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const authorityName = "CN=Noren sandbox authority (tests only), O=Noren sandbox";
const constraints = nameConstraints({ names: vouchedNames, addresses: vouchedAddresses });

let shared: Promise<Authority> | undefined;
const kept = new Map<string, Promise<Authority>>();

/** With a data folder its authority is read, or made and kept there; without one, all sandboxes of a process share one. */
export function authorityOf(wall: Instant, dataDir?: string): Promise<Authority> {
  if (dataDir === undefined) {
    shared ??= makeKeys(wall).then(({ authority }) => authority);
    return shared;
  }
  const one = kept.get(dataDir) ?? keptAuthority(wall, dataDir).finally(() => kept.delete(dataDir));
  kept.set(dataDir, one);
  return one;
}

async function keptAuthority(wall: Instant, dataDir: string): Promise<Authority> {
  const folder = join(dataDir, "authority");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = join(folder, "key-and-certificate.pem");
  const read = existsSync(file) ? readAuthority(readFileSync(file, "utf8"), wall) : undefined;
  if (read) return read;
  const { authority, keyPem } = await makeKeys(wall);
  // One file and one rename, so that key and certificate are always a pair.
  writeFileSync(`${file}.new`, keyPem + authority.certificatePem, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return authority;
}

/** Undefined where a new one is needed: unreadable, out of date, or made when the list of hosts was another. */
function readAuthority(pem: string, wall: Instant): Authority | undefined {
  try {
    const [certificate, key] = [new X509Certificate(pem), createPrivateKey(pem)];
    const isFresh = Date.parse(certificate.validFrom) <= wall && wall < Date.parse(certificate.validTo) - days(30);
    if (!isFresh || !certificate.raw.includes(constraints) || !certificate.checkPrivateKey(key)) return undefined;
    return authorityWith(key, `${certificate.toString().trim()}\n`);
  } catch {
    return undefined;
  }
}

async function makeKeys(wall: Instant): Promise<{ authority: Authority; keyPem: string }> {
  // Keys are made in another thread while the library loads.
  const [x509, keys] = await Promise.all([
    certificateLibrary(),
    webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]),
  ]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serialNumber(),
      name: authorityName,
      notBefore: new Date(wall - days(1)),
      notAfter: new Date(wall + days(3_650)),
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.Extension(nameConstraintsOid, true, new Uint8Array(constraints)),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto as never),
      ],
    },
    webcrypto as never,
  );
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", keys.privateKey));
  const privateKey = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  const keyPem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { authority: authorityWith(privateKey, `${certificate.toString("pem")}\n`), keyPem };
}

function authorityWith(privateKey: KeyObject, certificatePem: string): Authority {
  const imported = async (key: KeyObject, use: "sign" | "verify") => {
    const isPrivate = use === "sign";
    const encoded = isPrivate
      ? key.export({ type: "pkcs8", format: "der" })
      : key.export({ type: "spki", format: "der" });
    return webcrypto.subtle.importKey(isPrivate ? "pkcs8" : "spki", encoded, algorithm, true, [use]);
  };
  return {
    certificatePem,
    async issue({ commonName, names, addresses = [], publicKey }, { from, to }) {
      const x509 = await certificateLibrary();
      const crypto = webcrypto as never;
      const certificate = await x509.X509CertificateGenerator.create(
        {
          serialNumber: serialNumber(),
          subject: `CN=${commonName}, O=Noren sandbox`,
          issuer: authorityName,
          notBefore: new Date(from),
          notAfter: new Date(to),
          signingAlgorithm: algorithm,
          publicKey: await imported(publicKey, "verify"),
          signingKey: await imported(privateKey, "sign"),
          extensions: [
            new x509.BasicConstraintsExtension(false, undefined, true),
            new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.keyEncipherment, true),
            new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
            new x509.SubjectAlternativeNameExtension([
              ...names.map((value) => ({ type: "dns" as const, value })),
              ...addresses.map((value) => ({ type: "ip" as const, value })),
            ]),
            await x509.AuthorityKeyIdentifierExtension.create(
              await imported(createPublicKey(privateKey), "verify"),
              false,
              crypto,
            ),
          ],
        },
        crypto,
      );
      return `${certificate.toString("pem")}\n`;
    },
  };
}

/** It takes about 120 ms to load, so only where a certificate is made. It expects the polyfill. */
async function certificateLibrary() {
  await import("reflect-metadata");
  return import("@peculiar/x509");
}

/** Positive, and never the same: browsers refuse two certificates of one issuer and number. */
const serialNumber = () => `4${Buffer.from(systemRandom.bytes(15)).toString("hex").slice(1)}`;
