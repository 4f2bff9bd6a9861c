// Whether a certificate leads to an authority that is trusted. Amazon's certificate files hold the signing certificate
// alone, so missing issuers are fetched from where the certificate says, if that is Amazon's own place for them.
import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import type { Instant } from "@noren-pay/base";
import { NotificationError } from "./errors.ts";
import { isValidAt } from "./signing-certificate.ts";

export interface ChainSettings {
  readonly at: Instant;
  /** Authorities at the end of a chain. */
  readonly roots: readonly X509Certificate[];
  /** Issuers that are at hand; not trusted by themselves. */
  readonly intermediates: readonly X509Certificate[];
  /** Fetches an issuer (DER or PEM). */
  readonly fetchIssuer: (url: string) => Promise<Buffer>;
}

const chainLengthMax = 5;

/** Throws `forged` when no chain leads to a root, `certificateUnavailable` when an issuer cannot be fetched. */
export async function checkChain(leaf: X509Certificate, settings: ChainSettings): Promise<void> {
  const { at, roots, fetchIssuer } = settings;
  const isIssuer = (of: X509Certificate) => (issuer: X509Certificate) =>
    issuer.ca && isValidAt(issuer, at) && of.checkIssued(issuer) && of.verify(issuer.publicKey);
  let current = leaf;
  for (let length = 1; length <= chainLengthMax; length++) {
    if (roots.some(isIssuer(current))) return;
    const issuer = settings.intermediates.find(isIssuer(current)) ?? (await fetched(current));
    if (!issuer || !isIssuer(current)(issuer)) break;
    current = issuer;
  }
  throw new NotificationError("forged", "no trusted authority stands behind the certificate");

  async function fetched(certificate: X509Certificate): Promise<X509Certificate | undefined> {
    const url = issuerUrlOf(certificate);
    if (url === undefined) return undefined;
    const bytes = await fetchIssuer(url);
    try {
      return new X509Certificate(bytes);
    } catch (cause) {
      throw new NotificationError("certificateUnavailable", "the issuer's certificate cannot be read", cause);
    }
  }
}

/** Amazon Trust Services keeps its issuers there. The certificate is checked by its signature, so plain http will do. */
const issuerUrlForm = /^http:\/\/crt\.[a-z0-9]{1,32}\.amazontrust\.com\/[A-Za-z0-9]{1,64}\.(?:cer|crt)$/;

function issuerUrlOf(certificate: X509Certificate): string | undefined {
  const urls = [...(certificate.infoAccess ?? "").matchAll(/^CA Issuers - URI:(\S+)$/gm)].map((match) => match[1]);
  return urls.find((url) => url !== undefined && issuerUrlForm.test(url));
}

let nodesRoots: readonly X509Certificate[] | undefined;

/** Node's own list, read once and only when needed: it is long. */
export function rootsOfNode(): readonly X509Certificate[] {
  nodesRoots ??= rootCertificates.map((pem) => new X509Certificate(pem));
  return nodesRoots;
}
