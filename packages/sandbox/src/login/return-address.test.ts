import { describe, expect, test } from "vitest";
import { type Outcome, returnAddress } from "./return-address.ts";

describe("the way back", () => {
  const token: Outcome = {
    kind: "token",
    accessToken: "Atza|a+/=",
    expiresInSeconds: 3600,
    scopes: ["profile", "postal_code"],
  };
  const cases: [string, string, string | undefined, Outcome, string][] = [
    [
      "holds a token in the fragment",
      "https://shop.example/return",
      "st",
      token,
      "https://shop.example/return#access_token=Atza%7Ca%2B%2F%3D&token_type=bearer&expires_in=3600&scope=profile+postal_code&state=st",
    ],
    [
      "holds a code in the query, after one that is there",
      "https://shop.example/return?lang=ja",
      undefined,
      { kind: "code", code: "c", scopes: ["profile"] },
      "https://shop.example/return?lang=ja&code=c&scope=profile",
    ],
    [
      "holds an error in the query",
      "https://shop.example/return",
      "st",
      { kind: "error", error: "access_denied", description: "No." },
      "https://shop.example/return?error=access_denied&error_description=No.&state=st",
    ],
  ];
  for (const [title, redirectUri, state, outcome, address] of cases)
    test(title, () => expect(returnAddress({ redirectUri, state }, outcome)).toBe(address));
});
