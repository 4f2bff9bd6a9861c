import { hours } from "@noren-pay/base";
import { LoginWithAmazon } from "@noren-pay/client";
import { describe, expect, test } from "vitest";
import { openShop } from "./shop.ts";

const shop = openShop();
const loginAs = (clientId: string) =>
  new LoginWithAmazon({
    region: "jp",
    environment: "Sandbox",
    clientId,
    endpoint: shop.current.sandbox.url,
    retries: "none",
  });

async function token(wish: object = {}): Promise<string> {
  const { accessToken } = await shop.current.admin.createToken(wish);
  return accessToken as unknown as string;
}

describe("Login with Amazon", () => {
  test("tells the buyer of a token, also when it is still encoded", async () => {
    const login = loginAs(shop.current.sandbox.clientId);
    const accessToken = await token();
    const profile = await login.profile(accessToken);
    expect(profile.userId).toMatch(/^amzn1\.account\./);
    expect(profile.name).toMatch(/\p{Script=Han}/u);
    expect(profile.email).toContain("@");
    expect(await login.profile(encodeURIComponent(accessToken))).toEqual(profile);
    await login.close();
  });

  test("refuses another application's token", async () => {
    const login = loginAs("amzn1.application-oa2-client.00000000000000000000000000000000");
    await expect(login.profile(await token())).rejects.toMatchObject({ code: "TokenOfAnotherClient" });
    await login.close();
  });

  test("refuses a token without the scope, an expired one and an invented one", async () => {
    const login = loginAs(shop.current.sandbox.clientId);
    await expect(login.profile(await token({ scopes: ["payments:widget"] }))).rejects.toMatchObject({
      code: expect.stringMatching(/^(InsufficientScope|InvalidToken)$/),
    });
    const old = await token();
    await shop.current.advance(hours(1) + 1);
    await expect(login.verify(old)).rejects.toMatchObject({ code: "InvalidToken", retry: "never" });
    await expect(login.verify("Atza|invented")).rejects.toMatchObject({ code: "InvalidToken" });
    await login.close();
  });
});
