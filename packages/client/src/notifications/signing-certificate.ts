// What must be true of the certificate itself, wherever it came from.
import { X509Certificate } from "node:crypto";
import type { Instant } from "@noren-pay/base";
import { signingCertCommonName } from "@noren-pay/protocol";
import { NotificationError } from "./errors.ts";

const pemForm = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
const certificatesMax = 8;

/** The certificates of a PEM file, the signing one first. Throws `certificateUnavailable` when there is none. */
export function readCertificates(pem: string): [X509Certificate, ...X509Certificate[]] {
  try {
    const [leaf, ...others] = (pem.match(pemForm) ?? [])
      .slice(0, certificatesMax)
      .map((one) => new X509Certificate(one));
    if (leaf) return [leaf, ...others];
  } catch (cause) {
    throw new NotificationError("certificateUnavailable", "what was fetched is no certificate", cause);
  }
  throw new NotificationError("certificateUnavailable", "what was fetched is no certificate");
}

/** Whether `at` lies within the certificate's dates. */
export const isValidAt = (certificate: X509Certificate, at: Instant): boolean =>
  at >= Date.parse(certificate.validFrom) && at <= Date.parse(certificate.validTo);

/**
 * Checks name, key and dates. A wrong name or key makes the message a forgery. Dates that do not fit are more often a
 * wrong clock here or a certificate just replaced, so the sender is asked to come again.
 */
export function checkSigningCertificate(certificate: X509Certificate, at: Instant): void {
  const name: unknown = certificate.toLegacyObject().subject.CN; // An array when it stands there twice.
  if (name !== signingCertCommonName) throw new NotificationError("forged", "the certificate carries another name");
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  if (asymmetricKeyType !== "rsa" || (asymmetricKeyDetails?.modulusLength ?? 0) < 2048)
    throw new NotificationError("forged", "the certificate's key is not RSA of at least 2048 bits");
  if (!isValidAt(certificate, at))
    throw new NotificationError("certificateUnavailable", "the certificate is out of date");
}
