import { describe, expect, test } from "vitest";
import { type Return, readReturn, withoutAnswer } from "./redirect.ts";

describe("an address after a redirect", () => {
  const signedIn = (more: object = {}): Return => ({
    kind: "signedIn",
    signIn: { accessToken: "Atza|a b", expiresInSeconds: 3600, scope: "profile payments:widget" },
    state: "st",
    ...more,
  });
  const token = "access_token=Atza%7Ca+b&token_type=bearer&expires_in=3600&scope=profile%20payments%3Awidget&state=st";
  const cases: [string, string, Return][] = [
    ["brings a token in its fragment", `https://s.example/r#${token}`, signedIn()],
    ["brings a token in its query", `https://s.example/r?x=1&${token}`, signedIn()],
    ["brings no foreign token", "https://s.example/r#access_token=abc", { kind: "none" }],
    ["brings nothing", "https://s.example/r?error=5", { kind: "none" }],
    [
      "brings a refusal in its query",
      "https://s.example/r?error=access_denied&error_description=No.",
      { kind: "refused", error: "access_denied", description: "No." },
    ],
    [
      "brings a refusal in its fragment",
      "https://s.example/r#error=access_denied&error_description=No.",
      { kind: "refused", error: "access_denied", description: "No." },
    ],
  ];
  for (const [title, address, found] of cases) test(title, () => expect(readReturn(address)).toEqual(found));

  test("is cleaned of the answer and of nothing else", () => {
    expect(withoutAnswer(`https://s.example/r?lang=ja#${token}`)).toBe("https://s.example/r?lang=ja");
    expect(withoutAnswer(`https://s.example/r?lang=ja&${token}#top`)).toBe("https://s.example/r?lang=ja#top");
  });
});
