import { hours } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

const scopes = ["profile", "payments:widget", "payments:shipping_address"];

describe("what GetOrderReferenceDetails shows", () => {
  test("of a draft without a token: region, postal code and country", () => {
    const s = shop();
    const { OrderReferenceDetails } = s.call("GetOrderReferenceDetails", { AmazonOrderReferenceId: s.draft() });
    expect(OrderReferenceDetails.Destination?.PhysicalDestination).toEqual({
      StateOrRegion: "東京都",
      PostalCode: "153-0064",
      CountryCode: "JP",
    });
    expect(OrderReferenceDetails.Buyer).toBeUndefined();
    expect(OrderReferenceDetails.OrderReferenceStatus).toEqual({ State: "Draft" });
    expect(OrderReferenceDetails.IdList).toEqual([]);
  });

  test("of a draft with a token: the whole address, but no buyer", () => {
    const s = shop();
    const token = s.core.issueToken({ buyerId: s.buyer.buyerId, clientId: s.clientId, scopes, now: s.now() });
    const order = s.draft();
    for (const name of ["AccessToken", "AddressConsentToken"]) {
      const request = { AmazonOrderReferenceId: order, [name]: token.text };
      const { OrderReferenceDetails } = s.call("GetOrderReferenceDetails", request);
      expect(OrderReferenceDetails.Destination?.PhysicalDestination).toMatchObject({
        Name: "山田 太郎",
        AddressLine1: "目黒区下目黒9-9-9",
        Phone: "0300000000",
      });
      expect(OrderReferenceDetails.Buyer).toBeUndefined();
    }
  });

  test("of a draft with a token that lacks the scope: no more than without", () => {
    const s = shop();
    const token = s.core.issueToken({
      buyerId: s.buyer.buyerId,
      clientId: s.clientId,
      scopes: ["profile"],
      now: s.now(),
    });
    const request = { AmazonOrderReferenceId: s.draft(), AccessToken: token.text };
    const { OrderReferenceDetails } = s.call("GetOrderReferenceDetails", request);
    expect(OrderReferenceDetails.Destination?.PhysicalDestination?.Name).toBeUndefined();
  });

  test("the billing address, with its scope and an AccessToken alone", () => {
    const s = shop();
    const wide = [...scopes, "payments:billing_address"];
    const { text } = s.core.issueToken({ buyerId: s.buyer.buyerId, clientId: s.clientId, scopes: wide, now: s.now() });
    const order = { AmazonOrderReferenceId: s.draft() };
    const shown = (token: object) =>
      s.call("GetOrderReferenceDetails", { ...order, ...token }).OrderReferenceDetails.BillingAddress?.AddressType;
    expect([shown({ AccessToken: text }), shown({ AddressConsentToken: text }), shown({})]).toEqual([
      "Physical",
      undefined,
      undefined,
    ]);
  });

  test("once confirmed: everything without a token", () => {
    const s = shop();
    const { OrderReferenceDetails } = s.call("GetOrderReferenceDetails", { AmazonOrderReferenceId: s.open() });
    expect(OrderReferenceDetails.Buyer).toEqual({
      Name: "山田 太郎",
      Email: "taro.yamada@example.com",
      Phone: "0300000000",
    });
    expect(OrderReferenceDetails.Destination?.PhysicalDestination?.Name).toBe("山田 太郎");
  });

  test("of a draft that went stale: no more than of the draft", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.draft();
    s.later(hours(4));
    const { OrderReferenceDetails } = s.call("GetOrderReferenceDetails", { AmazonOrderReferenceId });
    expect(OrderReferenceDetails.Buyer).toBeUndefined();
    expect(OrderReferenceDetails.Destination?.PhysicalDestination?.Name).toBeUndefined();
  });

  test("no destination for digital goods", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.draft({ wantsAddress: false, address: "none" });
    const { OrderReferenceDetails } = s.call("GetOrderReferenceDetails", { AmazonOrderReferenceId });
    expect(OrderReferenceDetails.Destination).toBeUndefined();
  });
});

describe("tokens and ids that are refused", () => {
  test("both tokens, an unknown one, an expired one, another buyer's and another seller's", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.draft();
    const get = (tokens: object) => s.outcome("GetOrderReferenceDetails", { AmazonOrderReferenceId, ...tokens });
    const [, other] = [...s.core.world.buyers.values()];
    const issue = (buyerId: string, clientId: string) =>
      s.core.issueToken({ buyerId, clientId, scopes, now: s.now() }).text;
    const mine = issue(s.buyer.buyerId, s.clientId);
    const seller = s.core.command("createSeller", { now: s.now() });
    expect(get({ AccessToken: mine, AddressConsentToken: mine })).toBe("AmbiguousToken");
    expect(get({ AccessToken: "Atza|unknown" })).toBe("InvalidAddressConsentToken");
    expect(get({ AccessToken: issue(other?.buyerId ?? "", s.clientId) })).toBe("InvalidAddressConsentToken");
    expect(get({ AccessToken: issue(s.buyer.buyerId, seller.clientIds[0] ?? "") })).toBe("InvalidAddressConsentToken");
    expect(get({ AccessToken: mine })).toBe("done");
    s.later(hours(1));
    expect(get({ AccessToken: mine })).toBe("InvalidAddressConsentToken");
  });

  test("unknown ids, the other environment's, another seller's", () => {
    const s = shop();
    const AmazonOrderReferenceId = s.draft();
    const unknown = { AmazonOrderReferenceId: "S00-0000000-0000000" };
    expect(s.outcome("GetOrderReferenceDetails", unknown)).toBe("InvalidOrderReferenceId");
    const call = { action: "GetOrderReferenceDetails", request: { AmazonOrderReferenceId }, now: s.now() } as const;
    const { sellerId } = s.core.command("createSeller", { now: s.now() });
    const live = s.core.call({ ...call, sellerId: s.sellerId, environment: "Live" });
    expect(live).toMatchObject({ code: "InvalidOrderReferenceId" });
    expect(s.core.call({ ...call, sellerId })).toMatchObject({ code: "InvalidOrderReferenceId" });
  });
});
