// Makes certificates as Amazon's look, and signs messages as SNS does.
import "reflect-metadata";
import { createPrivateKey, createSign, type KeyObject, webcrypto } from "node:crypto";
import { type SnsEnvelope, snsStringToSign, writeEnvelope } from "@noren-pay/protocol";
import * as x509 from "@peculiar/x509";

x509.cryptoProvider.set(webcrypto as never);

const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256", publicExponent: new Uint8Array([1, 0, 1]) };

export interface Issued {
  readonly certificate: x509.X509Certificate;
  readonly pem: string;
  readonly der: Buffer;
  readonly key: KeyObject;
  readonly keys: CryptoKeyPair;
}

interface Wish {
  readonly subject?: string;
  readonly issuer?: Issued;
  readonly isAuthority?: boolean;
  readonly bits?: number;
  readonly from?: string;
  readonly to?: string;
  /** A host it speaks for. */
  readonly dnsName?: string;
  /** Where its issuer lies. */
  readonly issuerUrl?: string;
}

let serial = 1;

/** Self-signed unless an issuer is given. Valid from 2020 to 2040 unless told otherwise. */
export async function issue(wish: Wish = {}): Promise<Issued> {
  const { subject = "CN=sns.amazonaws.com", issuer, isAuthority = false, bits = 2048 } = wish;
  const keys = (await webcrypto.subtle.generateKey({ ...algorithm, modulusLength: bits }, true, [
    "sign",
    "verify",
  ])) as CryptoKeyPair;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: (serial++).toString(16).padStart(8, "0"),
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: new Date(wish.from ?? "2020-01-01T00:00:00Z"),
    notAfter: new Date(wish.to ?? "2040-01-01T00:00:00Z"),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey as never,
    signingKey: (issuer?.keys ?? keys).privateKey as never,
    extensions: [
      new x509.BasicConstraintsExtension(isAuthority, undefined, true),
      ...(wish.dnsName ? [new x509.SubjectAlternativeNameExtension([{ type: "dns", value: wish.dnsName }])] : []),
      ...(wish.issuerUrl ? [new x509.AuthorityInfoAccessExtension({ caIssuers: wish.issuerUrl } as never)] : []),
    ],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", keys.privateKey));
  const key = createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" });
  return { certificate, pem: certificate.toString("pem"), der: Buffer.from(certificate.rawData), key, keys };
}

/** The body of a delivery, signed by `key`. */
export function signedBody(key: KeyObject, envelope: Omit<SnsEnvelope, "Signature">): string {
  const digest = envelope.SignatureVersion === "1" ? "RSA-SHA1" : "RSA-SHA256";
  const signature = createSign(digest).update(snsStringToSign(envelope), "utf8").sign(key, "base64");
  return writeEnvelope({ ...envelope, Signature: signature });
}
