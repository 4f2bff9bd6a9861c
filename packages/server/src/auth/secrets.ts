// Tokens that people and shops carry: 256 bits of chance; only their hash is kept.
import { createHash } from "node:crypto";
import type { Random } from "@noren-pay/base";

/** A new secret, such as `noren_…`; the prefix lets scanners find leaked keys. */
export const newSecret = (random: Random, prefix: string): string =>
  `${prefix}_${Buffer.from(random.bytes(32)).toString("base64url")}`;

/** Hex SHA-256. Fit for secrets of full entropy, not for passwords. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret, "utf8").digest("hex");
