// A signed text in its parts, so that one part at a time can be made otherwise.
import { type SignatureMethod, sign } from "@noren-pay/protocol";

/** One parameter as it came. */
export interface SignedPair {
  readonly name: string;
  readonly value: string;
  /** `name=value` as Amazon's rules encode it. */
  readonly canonical: string;
}

/** How a caller may have made a signature. */
export interface SignedAttempt {
  readonly verb: string;
  readonly host: string;
  readonly path: string;
  /** All but Signature, in the order in which they are signed. */
  readonly pairs: readonly SignedPair[];
  /** How a pair is written into the signed text. */
  readonly encode: (pair: SignedPair) => string;
  readonly secretKey: string;
  readonly algorithm: SignatureMethod;
  /** What the caller then sent, made from the base64 of the bytes. */
  readonly send: (base64: string) => string;
  /** Between and after the four lines. */
  readonly lineEnd: string;
  readonly ends: string;
}

/** The text that this caller signs. */
export function textOf({ verb, host, path, pairs, encode, lineEnd, ends }: SignedAttempt): string {
  return `${[verb, host, path, pairs.map(encode).join("&")].join(lineEnd)}${ends}`;
}

/** The signature that this caller sends. */
export const signatureOf = (attempt: SignedAttempt): string =>
  attempt.send(sign(textOf(attempt), attempt.secretKey, attempt.algorithm));

/** By the bytes of the names, as Amazon sorts. */
export const inOrder = (pairs: readonly SignedPair[]): SignedPair[] =>
  [...pairs].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
