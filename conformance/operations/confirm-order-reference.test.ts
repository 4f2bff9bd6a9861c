import { minutes } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { openShop, refusalOf } from "../shop.ts";

const shop = openShop();
const confirm = (AmazonOrderReferenceId: string, more: object = {}) =>
  shop.current.amazon.confirmOrderReference({ AmazonOrderReferenceId, ...more });
const statusOf = async (AmazonOrderReferenceId: string) =>
  (await shop.current.amazon.getOrderReferenceDetails({ AmazonOrderReferenceId })).OrderReferenceDetails
    .OrderReferenceStatus;

describe("ConfirmOrderReference", () => {
  test("opens a Draft and answers with nothing but a request id", async () => {
    const id = await shop.current.priced();
    expect(Object.keys(await confirm(id))).toEqual(["requestId"]);
    expect((await statusOf(id)).State).toBe("Open");
  });

  test("is refused while a constraint stands", async () => {
    expect(await refusalOf(confirm(await shop.current.draft()))).toBe("ConstraintsExist");
    expect(await refusalOf(confirm(await shop.current.priced({ cardId: null })))).toBe("ConstraintsExist");
  });

  test("opens a Suspended one again, once the buyer has chosen another payment method", async () => {
    const { amazon, admin, confirmed, referenceId, sandbox } = shop.current;
    const id = await confirmed();
    await amazon.authorize({
      AmazonOrderReferenceId: id,
      AuthorizationReferenceId: referenceId(),
      AuthorizationAmount: { amount: 100, currencyCode: "JPY" },
      SellerAuthorizationNote:
        '{"SandboxSimulation": {"State":"Declined", "ReasonCode":"InvalidPaymentMethod", "PaymentMethodUpdateTimeInMins":5}}',
      TransactionTimeout: 0,
    });
    expect(await statusOf(id)).toMatchObject({ State: "Suspended", ReasonCode: "InvalidPaymentMethod" });
    expect(await refusalOf(confirm(id))).toBe("PaymentMethodNotUpdated");
    const buyer = sandbox.core.world.buyers.values().next().value;
    await admin.select({ amazonOrderReferenceId: id, cardId: [...(buyer?.cards.keys() ?? [])][1] });
    await confirm(id);
    expect((await statusOf(id)).State).toBe("Open");
  });

  test("closes by itself when the expected authorization does not come within the hour", async () => {
    const id = await shop.current.priced();
    await confirm(id, { ExpectImmediateAuthorization: true });
    await shop.current.advance(minutes(60) + 1);
    expect((await statusOf(id)).State).toBe("Closed");
  });
});
