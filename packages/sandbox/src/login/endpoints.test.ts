import { createHash } from "node:crypto";
import { minutes } from "@noren-pay/base";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startTestShop, type TestShop } from "../../testing/shop.ts";

let shop: TestShop;
let token: string;
beforeAll(async () => {
  shop = await startTestShop();
});
afterAll(() => shop.close());
beforeEach(() => {
  token = grant("profile", "postal_code");
});

const buyer = () => [...shop.core.world.buyers.values()][0]!;
const grant = (...scopes: string[]) =>
  shop.core.issueToken({ buyerId: buyer().buyerId, clientId: shop.clientId, scopes, now: shop.clock.now() }).text;
const get = (path: string, headers: Record<string, string> = {}) => fetch(shop.sandbox + path, { headers });

describe("a token", () => {
  const ways: [string, () => Promise<Response>][] = [
    ["in Amazon's header", () => get("/user/profile", { "x-amz-access-token": token })],
    ["as bearer", () => get("/user/profile", { authorization: `Bearer ${token}` })],
    ["as bearer in lower case", () => get("/user/profile", { authorization: `bearer ${token}` })],
    ["in the query", () => get(`/user/profile?access_token=${encodeURIComponent(token)}`)],
    ["in the query, not encoded", () => get(`/user/profile?access_token=${token}`)],
    ["at the old address", () => get(`/ap/user/profile?access_token=${encodeURIComponent(token)}`)],
  ];
  for (const [title, ask] of ways)
    test(`is taken ${title}`, async () => {
      const answer = await ask();
      expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
      expect(await answer.json()).toEqual({
        user_id: buyer().buyerId,
        name: "山田 太郎",
        email: "taro.yamada@example.com",
        postal_code: "153-0064",
      });
    });

  test("tells whose it is and how long it still lives", async () => {
    shop.clock.set(shop.clock.now() + minutes(20));
    const answer = await get("/auth/o2/tokeninfo", { "x-amz-access-token": token });
    expect(await answer.json()).toMatchObject({ aud: shop.clientId, user_id: buyer().buyerId, exp: 2400 });
  });
  test("is refused after an hour", async () => {
    shop.clock.set(shop.clock.now() + minutes(60));
    const answer = await get("/auth/o2/tokeninfo", { "x-amz-access-token": token });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: "invalid_token",
      error_description: "The request has an invalid parameter : access_token",
    });
  });
  test("without a scope of the profile reads none", async () => {
    const answer = await get("/user/profile", { "x-amz-access-token": grant("payments:widget") });
    expect([answer.status, (await answer.json()).error]).toEqual([401, "insufficient_scope"]);
  });
  test("is refused when there is none", async () => {
    expect((await get("/user/profile")).status).toBe(400);
  });
});

describe("a code", () => {
  const returnUrl = "http://localhost:3000/return";
  async function codeFor(more: Record<string, string>) {
    const query = new URLSearchParams({
      client_id: shop.clientId,
      scope: "profile:user_id",
      response_type: "code",
      redirect_uri: returnUrl,
      ...more,
    });
    const answer = await fetch(`${shop.sandbox}/ap/oa?${query}`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ step: "test-buyer", buyer: buyer().buyerId }),
    });
    return new URL(answer.headers.get("location") ?? "").searchParams.get("code") ?? "";
  }
  const exchange = async (form: Record<string, string>) => {
    const answer = await fetch(`${shop.sandbox}/auth/o2/token`, { method: "POST", body: new URLSearchParams(form) });
    return (await answer.json()) as { access_token: string; refresh_token: string; error?: string };
  };
  const secret = () => [...shop.core.world.clients.values()][0]!.clientSecret;
  const form = async () => ({
    grant_type: "authorization_code",
    code: await codeFor({}),
    redirect_uri: returnUrl,
    client_id: shop.clientId,
    client_secret: secret(),
  });

  test("is exchanged once, and the refresh token again", async () => {
    const first = await form();
    const tokens = await exchange(first);
    expect(tokens.access_token).toMatch(/^Atza\|/);
    expect((await exchange(first)).error).toBe("invalid_grant");
    const again = { client_id: shop.clientId, client_secret: secret() };
    const { access_token } = await exchange({
      grant_type: "refresh_token",
      refresh_token: tokens.refresh_token,
      ...again,
    });
    expect(access_token).not.toBe(tokens.access_token);
  });
  test("needs the secret and the same address", async () => {
    expect((await exchange({ ...(await form()), client_secret: "x" })).error).toBe("invalid_client");
    expect((await exchange({ ...(await form()), redirect_uri: "http://localhost/x" })).error).toBe("invalid_grant");
  });
  test("with a challenge needs its verifier and no secret", async () => {
    const challenge = createHash("sha256").update("verifier").digest("base64url");
    const asked = { code_challenge: challenge, code_challenge_method: "S256" };
    const base = { grant_type: "authorization_code", client_id: shop.clientId };
    const wrong = await exchange({ ...base, code: await codeFor(asked), code_verifier: "other" });
    const right = await exchange({ ...base, code: await codeFor(asked), code_verifier: "verifier" });
    expect([wrong.error, right.error]).toEqual(["invalid_grant", undefined]);
  });
  test("dies after five minutes", async () => {
    const late = await form();
    shop.clock.set(shop.clock.now() + minutes(5));
    expect((await exchange(late)).error).toBe("invalid_grant");
  });
});
