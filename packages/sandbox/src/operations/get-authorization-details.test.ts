import { yen } from "@noren-pay/base";
import { expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

test("an authorization shows what it was asked for and what became of it", () => {
  const s = shop();
  const { AmazonAuthorizationId } = s.authorize(s.open(), 4_000, {
    AuthorizationReferenceId: "a-1",
    SellerAuthorizationNote: "ご注文",
    SoftDescriptor: "MYSHOP",
  });
  expect(s.call("GetAuthorizationDetails", { AmazonAuthorizationId }).AuthorizationDetails).toMatchObject({
    AmazonAuthorizationId,
    AuthorizationReferenceId: "a-1",
    AuthorizationAmount: yen(4_000),
    CapturedAmount: yen(0),
    AuthorizationFee: yen(0),
    SellerAuthorizationNote: "ご注文",
    SoftDescriptor: "AMZ*MYSHOP",
    CaptureNow: false,
    IdList: [],
  });
});

test("an unknown authorization is refused", () => {
  const request = { AmazonAuthorizationId: "S03-0000000-0000000-A000000" };
  expect(shop().outcome("GetAuthorizationDetails", request)).toBe("InvalidTransactionId");
});
