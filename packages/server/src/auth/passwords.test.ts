import { seededRandom } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { csrfTokenHolds, csrfTokenOf } from "./csrf.ts";
import { hashPassword, passwordMatches } from "./passwords.ts";

describe("a password", () => {
  test("matches its own hash only, whatever form its characters were typed in", async () => {
    const hash = await hashPassword("ﾊﾟｽﾜｰﾄﾞ-1", seededRandom(1));
    expect(hash).toMatch(/^scrypt\$32768\$8\$1\$/);
    expect(await passwordMatches("パスワード-1", hash)).toBe(true);
    expect(await passwordMatches("パスワード-2", hash)).toBe(false);
  });
  test("never matches where there is no such person", async () => {
    expect(await passwordMatches("", undefined)).toBe(false);
  });
  test("has another hash each time", async () => {
    const random = seededRandom(1);
    expect(await hashPassword("a", random)).not.toBe(await hashPassword("a", random));
  });
});

describe("a csrf token", () => {
  test("holds for its own session only", () => {
    expect(csrfTokenHolds("session-1", csrfTokenOf("session-1"))).toBe(true);
    expect(csrfTokenHolds("session-2", csrfTokenOf("session-1"))).toBe(false);
    expect(csrfTokenHolds("session-1", undefined)).toBe(false);
    expect(csrfTokenHolds("session-1", "")).toBe(false);
  });
});
