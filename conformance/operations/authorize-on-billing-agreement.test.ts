import { seconds, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { charge, monthly, openAgreement } from "../agreements.ts";
import { openShop, refusalOf } from "../shop.ts";

const shop = openShop();

describe("AuthorizeOnBillingAgreement", () => {
  test("authorizes on an order reference of its own, which takes no other", async () => {
    const { amazon } = shop.current;
    const id = await openAgreement(shop.current);
    const { AuthorizationDetails, AmazonOrderReferenceId } = await charge(shop.current, id, {
      SellerNote: "4月分",
      SellerOrderAttributes: { SellerOrderId: "sub-77-04" },
    });
    expect(AuthorizationDetails).toMatchObject({
      AuthorizationAmount: monthly,
      AuthorizationStatus: { State: "Open" },
    });
    const { OrderReferenceDetails } = await amazon.getOrderReferenceDetails({ AmazonOrderReferenceId });
    expect(OrderReferenceDetails).toMatchObject({
      OrderTotal: monthly,
      SellerNote: "4月分",
      SellerOrderAttributes: { SellerOrderId: "sub-77-04" },
      OrderReferenceStatus: { State: "Closed" },
      ParentDetails: { Id: id, Type: "BillingAgreement" },
    });
  });

  test("of a reference id that was used gives the first result again", async () => {
    const id = await openAgreement(shop.current);
    const AuthorizationReferenceId = shop.current.referenceId();
    const first = await charge(shop.current, id, { AuthorizationReferenceId });
    const { requestId: _, ...again } = await charge(shop.current, id, { AuthorizationReferenceId });
    expect(first).toMatchObject(again);
    const other = charge(shop.current, id, { AuthorizationReferenceId, AuthorizationAmount: yen(1) });
    expect(await refusalOf(other)).toBe("DuplicateRequest");
  });

  test("leaves the agreement open when Amazon rejects, and suspends it for the payment method", async () => {
    const state = async (AmazonBillingAgreementId: string) =>
      (await shop.current.amazon.getBillingAgreementDetails({ AmazonBillingAgreementId })).BillingAgreementDetails
        .BillingAgreementStatus.State;
    for (const [ReasonCode, after] of [
      ["AmazonRejected", "Open"],
      ["InvalidPaymentMethod", "Suspended"],
    ] as const) {
      const id = await openAgreement(shop.current);
      const SellerAuthorizationNote = JSON.stringify({ SandboxSimulation: { State: "Declined", ReasonCode } });
      await charge(shop.current, id, { SellerAuthorizationNote, TransactionTimeout: 60 });
      await shop.current.advance(seconds(31));
      expect(await state(id)).toBe(after);
    }
  });

  test("is refused above the month's limit", async () => {
    const id = await openAgreement(shop.current);
    const { BillingAgreementDetails } = await shop.current.amazon.getBillingAgreementDetails({
      AmazonBillingAgreementId: id,
    });
    const { amount } = BillingAgreementDetails.BillingAgreementLimits?.CurrentRemainingBalance ?? yen(0);
    const over = charge(shop.current, id, { AuthorizationAmount: yen(amount + 1) });
    expect(await refusalOf(over)).toBe("PeriodicAmountExceeded");
  });
});
