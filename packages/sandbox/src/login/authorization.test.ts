import { describe, expect, test } from "vitest";
import type { Client } from "../world/objects.ts";
import { readAuthorization, relayPath } from "./authorization.ts";

const client: Client = {
  clientId: "client",
  clientSecret: "secret",
  sellerId: "seller",
  name: "shop",
  allowedOrigins: ["https://shop.example"],
  allowedReturnUrls: ["https://shop.example/return"],
};
const relay = (page: string) => `http://sandbox:9080${relayPath}?uri=${encodeURIComponent(page)}&topic=t`;

function read(parameters: Record<string, string>) {
  const query = new URLSearchParams({
    client_id: "client",
    scope: "profile payments:widget",
    redirect_uri: "https://shop.example/return",
    ...parameters,
  });
  return readAuthorization(query, new Map([["client", client]]), "sandbox:9080");
}

describe("a sign-in request", () => {
  test("is read with its defaults", () => {
    expect(read({ state: "s" })).toEqual({
      kind: "ask",
      authorization: {
        client,
        scopes: ["profile", "payments:widget"],
        responseType: "token",
        redirectUri: "https://shop.example/return",
        state: "s",
        interactive: "auto",
        challenge: undefined,
      },
    });
  });
  test("takes PKCE's challenge, plain unless said otherwise", () => {
    const reading = read({ response_type: "code", code_challenge: "c" });
    expect(reading).toMatchObject({ authorization: { responseType: "code", challenge: { method: "plain" } } });
  });

  const told: [string, Record<string, string>, string][] = [
    ["an unknown scope", { scope: "profile telephone" }, "invalid_scope"],
    ["no scope", { scope: " " }, "invalid_request"],
    ["an unknown response type", { response_type: "id_token" }, "invalid_request"],
  ];
  for (const [title, parameters, error] of told)
    test(`tells the shop of ${title}`, () => expect(read(parameters)).toMatchObject({ kind: "return", error }));

  const shown: [string, Record<string, string>, string][] = [
    ["an unknown client", { client_id: "other" }, "unknownClient"],
    ["an address that is not registered", { redirect_uri: "https://evil.example/return" }, "unknownReturnUrl"],
    ["no address", { redirect_uri: "" }, "unknownReturnUrl"],
    ["a script as address", { redirect_uri: "javascript:alert(1)" }, "unknownReturnUrl"],
    ["a pop-up of a foreign page", { redirect_uri: relay("https://evil.example/") }, "unknownOrigin"],
    [
      "a pop-up of two pages",
      { redirect_uri: `${relay("https://shop.example/")}&uri=https://evil.example/` },
      "unknownOrigin",
    ],
    ["a pop-up of no page", { redirect_uri: relay("") }, "unknownOrigin"],
  ];
  for (const [title, parameters, problem] of shown)
    test(`tells only the person of ${title}`, () => expect(read(parameters)).toMatchObject({ kind: "page", problem }));

  const allowed: [string, string][] = [
    ["a registered origin's pop-up", relay("https://shop.example/cart?x=1")],
    ["a loopback page's pop-up", relay("http://localhost:3000/")],
    ["a loopback address", "http://127.0.0.1:3000/any"],
    ["a registered address with a query", "https://shop.example/return?lang=ja"],
  ];
  for (const [title, redirectUri] of allowed)
    test(`goes back to ${title}`, () => expect(read({ redirect_uri: redirectUri }).kind).toBe("ask"));
});
