import { describe, expect, test } from "vitest";
import { cardWith, charge, draftAgreement, openAgreement } from "../agreements.ts";
import { openShop, refusalOf } from "../shop.ts";

const shop = openShop();
const confirm = (AmazonBillingAgreementId: string) =>
  shop.current.amazon.confirmBillingAgreement({ AmazonBillingAgreementId });

describe("ConfirmBillingAgreement", () => {
  test("waits for the buyer's consent", async () => {
    const id = await draftAgreement(shop.current, { consent: false });
    expect(await refusalOf(confirm(id))).toBe("BillingAgreementConstraintsExist");
    await shop.current.admin.selectForBillingAgreement({ amazonBillingAgreementId: id, consent: true });
    expect((await confirm(id)).requestId).toEqual(expect.any(String));
  });

  test("opens a Suspended one again after the buyer chose another card", async () => {
    const id = await openAgreement(shop.current, { cardId: await cardWith(shop.current, "InvalidPaymentMethod") });
    const declined = await charge(shop.current, id);
    expect(declined.AuthorizationDetails.AuthorizationStatus.ReasonCode).toBe("InvalidPaymentMethod");
    expect(await refusalOf(confirm(id))).toBe("PaymentMethodNotUpdated");
    const { buyers } = await shop.current.admin.listBuyers();
    await shop.current.admin.selectForBillingAgreement({
      amazonBillingAgreementId: id,
      cardId: buyers[0]?.cards[0]?.cardId,
    });
    await confirm(id);
    expect((await charge(shop.current, id)).AuthorizationDetails.AuthorizationStatus.State).toBe("Open");
  });
});
