import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { admin, quickSandbox, signedCall } from "../testing/wire.ts";

let sandbox: Sandbox;
let merchant: string;
let stranger: string;
beforeAll(async () => {
  sandbox = await quickSandbox();
  merchant = (await admin(sandbox, "POST", "/sellers", {})).body.sellerId;
  stranger = (await admin(sandbox, "POST", "/sellers", {})).body.sellerId;
});
afterAll(() => sandbox.close());

const tokenFor = async (sellerId: string, providerId: string): Promise<string> =>
  (await admin(sandbox, "POST", `/sellers/${sellerId}/auth-tokens`, { providerId })).body.mwsAuthToken;
const call = async (set: Record<string, string>) =>
  (await signedCall(sandbox, "GetMerchantAccountStatus", {}, { set })).code ?? "done";

describe("a call for another seller", () => {
  test("needs a token that this seller gave to the one who signs", async () => {
    const MWSAuthToken = await tokenFor(merchant, sandbox.sellerId);
    expect(MWSAuthToken).toMatch(/^amzn\.mws\.[0-9a-f-]{36}$/);
    expect(await call({ SellerId: merchant, MWSAuthToken })).toBe("done");
    expect(await call({ SellerId: merchant })).toBe("AccessDenied");
    expect(await call({ SellerId: merchant, MWSAuthToken: "" })).toBe("AccessDenied");
    expect(await call({ SellerId: merchant, MWSAuthToken: "amzn.mws.none" })).toBe("AccessDenied");
    expect(await call({ SellerId: stranger, MWSAuthToken })).toBe("AccessDenied");
  });

  test("is refused with a token of another provider's, and with one that was taken back", async () => {
    const others = await tokenFor(merchant, stranger);
    expect(await call({ SellerId: merchant, MWSAuthToken: others })).toBe("UnauthorizedSolutionProvider");
    const revoked = await tokenFor(merchant, sandbox.sellerId);
    await admin(sandbox, "DELETE", `/auth-tokens/${revoked}`);
    expect(await call({ SellerId: merchant, MWSAuthToken: revoked })).toBe("UnauthorizedSolutionProvider");
  });

  test("acts on the merchant's objects, whose notices go to the merchant", async () => {
    const MWSAuthToken = await tokenFor(merchant, sandbox.sellerId);
    const order = (await admin(sandbox, "POST", "/order-references", { sellerId: merchant })).body;
    const AmazonOrderReferenceId = order.amazonOrderReferenceId as string;
    const set = { SellerId: merchant, MWSAuthToken };
    const read = (more: object) => signedCall(sandbox, "GetOrderReferenceDetails", { AmazonOrderReferenceId }, more);
    expect((await read({ set })).status).toBe(200);
    expect((await read({})).code).toBe("InvalidOrderReferenceId");
  });

  test("of the signer's own seller needs no token and looks at none", async () =>
    expect(await call({ MWSAuthToken: "amzn.mws.whatever" })).toBe("done"));
});

test("quota belongs to the pair of merchant and caller", async () => {
  const throttled = await quickSandbox({ throttle: true });
  const { body } = await admin(throttled, "POST", "/sellers", {});
  const given = { providerId: throttled.sellerId };
  const { mwsAuthToken } = (await admin(throttled, "POST", `/sellers/${body.sellerId}/auth-tokens`, given)).body;
  const status = (set: Record<string, string>) => signedCall(throttled, "GetMerchantAccountStatus", {}, { set });
  const codes = async (set: Record<string, string>) => {
    const answers = [];
    for (let i = 0; i < 6; i++) answers.push((await status(set)).code);
    return answers.filter((code) => code === "RequestThrottled").length;
  };
  expect(await codes({})).toBe(1);
  expect(await codes({ SellerId: body.sellerId, MWSAuthToken: mwsAuthToken })).toBe(1);
  await throttled.close();
});
