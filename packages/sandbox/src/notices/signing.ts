// The key that notices are signed with, and its self-signed certificate. Made when first needed: generating RSA keys
// takes longer than starting may.
import { createHash, createPrivateKey, createSign, type KeyObject, webcrypto } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { days, type Instant } from "@noren-pay/base";
import { signingCertCommonName, signingCertPath } from "@noren-pay/protocol";

export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly certificatePem: string;
  /** `/SimpleNotificationService-<32 hex>.pem`, from the certificate's fingerprint. */
  readonly certificatePath: string;
}

const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

let shared: Promise<SigningKey> | undefined;
let stranger: Promise<SigningKey> | undefined;

/** A key that is not Amazon's, with a certificate that says so: what forged notices are signed with. */
export function strangersKey(wall: Instant): Promise<SigningKey> {
  stranger ??= generate(wall, "sns.example.com");
  return stranger;
}

/** As `strangersKey`, if it was ever needed. */
export const strangersKeyIfMade = (): Promise<SigningKey> | undefined => stranger;

/** With a data folder its key is read, or made and kept there; without one, all sandboxes of a process share one. */
export function signingKey(wall: Instant, dataDir?: string): Promise<SigningKey> {
  if (dataDir !== undefined) return keptKey(wall, dataDir);
  shared ??= generate(wall);
  return shared;
}

async function keptKey(wall: Instant, dataDir: string): Promise<SigningKey> {
  const keyFile = join(dataDir, "notice-signing-key.pem");
  const certificateFile = join(dataDir, "notice-signing-certificate.pem");
  if (existsSync(keyFile) && existsSync(certificateFile)) {
    return keyOf(createPrivateKey(readFileSync(keyFile)), readFileSync(certificateFile, "utf8"));
  }
  const made = await generate(wall);
  writeFileSync(keyFile, made.privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  writeFileSync(certificateFile, made.certificatePem);
  return made;
}

async function generate(wall: Instant, commonName: string = signingCertCommonName): Promise<SigningKey> {
  // The certificate library expects this polyfill; both are loaded only when a key is made.
  await import("reflect-metadata");
  const { X509CertificateGenerator } = await import("@peculiar/x509");
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: "01",
      name: `CN=${commonName}, O=Noren sandbox`,
      notBefore: new Date(wall - days(1)),
      notAfter: new Date(wall + days(3_650)),
      signingAlgorithm: algorithm,
      keys,
    },
    webcrypto as never,
  );
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", keys.privateKey));
  const privateKey = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  return keyOf(privateKey, `${certificate.toString("pem")}\n`);
}

export function keyOf(privateKey: KeyObject, certificatePem: string): SigningKey {
  const fingerprint = createHash("sha256").update(certificatePem).digest("hex").slice(0, 32);
  return { privateKey, certificatePem, certificatePath: signingCertPath(fingerprint) };
}

/** Base64. Version 1 is RSA with SHA-1, as every recorded notice; 2 is RSA with SHA-256. */
export const signNotice = (key: SigningKey, text: string, version: "1" | "2"): string =>
  createSign(version === "1" ? "RSA-SHA1" : "RSA-SHA256")
    .update(text, "utf8")
    .sign(key.privateKey, "base64");
