// Which certificate notices are signed with: the key's own, or one that the sandbox's authority has issued for it.
import { createPublicKey, X509Certificate } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { days, type Instant } from "@noren-pay/base";
import { signingCertCommonName } from "@noren-pay/protocol";
import type { Settings } from "../settings.ts";
import { type Authority, authorityOf } from "../tls/authority.ts";
import { keyOf, type SigningKey, signingKey, strangersKeyIfMade } from "./signing.ts";

/** Those that were issued in this process, by data folder. Old notices go on naming theirs. */
const issued = new Map<string | undefined, Promise<SigningKey>>();

/** The key that the settings ask for. `dataDir`: as for `signingKey`. */
export function noticeKey(settings: Settings, wall: Instant, dataDir?: string): Promise<SigningKey> {
  if (settings.noticeCertificate === "selfSigned") return signingKey(wall, dataDir);
  const known = issued.get(dataDir);
  if (known) return known;
  const made = chainedKey(wall, dataDir);
  issued.set(dataDir, made);
  return made;
}

/** PEM of the certificate whose path it is; undefined when there is none. */
export async function certificateAt(path: string, wall: Instant, dataDir?: string): Promise<string | undefined> {
  for (const one of [issued.get(dataDir), signingKey(wall, dataDir), strangersKeyIfMade()]) {
    const key = await one;
    if (key?.certificatePath === path) return key.certificatePem;
  }
  return undefined;
}

async function chainedKey(wall: Instant, dataDir: string | undefined): Promise<SigningKey> {
  const [{ privateKey }, authority] = await Promise.all([signingKey(wall, dataDir), authorityOf(wall, dataDir)]);
  const publicKey = createPublicKey(privateKey);
  const file = dataDir === undefined ? undefined : join(dataDir, "notice-signing-certificate-chained.pem");
  const read = file !== undefined && existsSync(file) ? readFileSync(file, "utf8") : undefined;
  if (read !== undefined && isIssuedBy(authority, read, wall)) return keyOf(privateKey, read);
  const names = [signingCertCommonName];
  const subject = { commonName: signingCertCommonName, names, publicKey };
  const pem = await authority.issue(subject, { from: wall - days(1), to: wall + days(390) });
  if (file !== undefined) writeFileSync(file, pem);
  return keyOf(privateKey, pem);
}

function isIssuedBy(authority: Authority, pem: string, wall: Instant): boolean {
  const certificate = new X509Certificate(pem);
  const isFresh = wall < Date.parse(certificate.validTo) - days(30);
  return isFresh && certificate.verify(new X509Certificate(authority.certificatePem).publicKey);
}
