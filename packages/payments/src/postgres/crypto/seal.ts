// AES-256-GCM with what the ciphertext belongs to as additional data, so that a row's cell moved elsewhere does not open.
// Layout: format (1 byte, 1) | key version (4) | nonce (12) | ciphertext | tag (16).
import { createCipheriv, createDecipheriv } from "node:crypto";
import type { Random } from "@noren-pay/base";
import { PaymentsError } from "../../errors.ts";

const format = 1;
const headBytes = 5;
const nonceBytes = 12;
const tagBytes = 16;

/** A key of 32 bytes and its version, which stands in the ciphertext. */
export interface VersionedKey {
  readonly version: number;
  readonly key: Uint8Array;
}

/** `boundTo`: what the plain text belongs to, such as `orders.notes|merchant|order`; needed again to open. */
export function seal(key: VersionedKey, plain: Uint8Array, boundTo: string, random: Pick<Random, "bytes">): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt8(format, 0);
  head.writeUInt32BE(key.version, 1);
  const nonce = random.bytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key.key, nonce);
  cipher.setAAD(Buffer.concat([head, Buffer.from(boundTo)]));
  return Buffer.concat([head, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The version of the key that a ciphertext needs. */
export function keyVersionOf(sealed: Uint8Array): number {
  const bytes = Buffer.from(sealed);
  if (bytes.length < headBytes + nonceBytes + tagBytes || bytes.readUInt8(0) !== format) throw damaged();
  return bytes.readUInt32BE(1);
}

/** Throws `damagedData` when the key, the place or a single bit is another. */
export function open(key: VersionedKey, sealed: Uint8Array, boundTo: string): Buffer {
  const bytes = Buffer.from(sealed);
  if (keyVersionOf(bytes) !== key.version) throw damaged();
  const bodyAt = headBytes + nonceBytes;
  const decipher = createDecipheriv("aes-256-gcm", key.key, bytes.subarray(headBytes, bodyAt));
  decipher.setAAD(Buffer.concat([bytes.subarray(0, headBytes), Buffer.from(boundTo)]));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(bodyAt, bytes.length - tagBytes)), decipher.final()]);
  } catch (cause) {
    throw damaged(cause);
  }
}

const damaged = (cause?: unknown) => new PaymentsError("damagedData", { operation: "open", cause });
