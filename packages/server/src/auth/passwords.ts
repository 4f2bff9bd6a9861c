// Passwords of people, hashed by scrypt with their parameters beside them, so that these can grow later.
import { scrypt, timingSafeEqual } from "node:crypto";
import type { Random } from "@noren-pay/base";

/** 32 MiB and about 60 ms each: OWASP's smallest set that still lets two cores serve sign-ins. */
const cost = { N: 2 ** 15, r: 8, p: 1 } as const;
const keyLength = 32;

const derive = (password: string, salt: Buffer, { N, r, p }: { N: number; r: number; p: number }): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(password.normalize("NFKC"), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** `scrypt$N$r$p$salt$key`, both base64url. */
export async function hashPassword(password: string, random: Random): Promise<string> {
  const salt = Buffer.from(random.bytes(16));
  const key = await derive(password, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** With `undefined` (no such person) as much work is done as with a wrong password, so that names cannot be guessed. */
export async function passwordMatches(password: string, hash: string | undefined): Promise<boolean> {
  const [scheme, N, r, p, salt = "", key = ""] = (hash ?? nobody).split("$");
  if (scheme !== "scrypt") return false;
  const expected = Buffer.from(key, "base64url");
  const given = await derive(password, Buffer.from(salt, "base64url"), { N: Number(N), r: Number(r), p: Number(p) });
  return hash !== undefined && expected.length === given.length && timingSafeEqual(expected, given);
}

const nobody = `scrypt$${cost.N}$${cost.r}$${cost.p}$${"A".repeat(22)}$${"A".repeat(43)}`;
