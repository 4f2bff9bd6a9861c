import { seconds, yen, zero } from "@noren-pay/base";
import { beforeAll, describe, expect, test } from "vitest";
import { openShop, orderTotal, refusalOf } from "../shop.ts";

const shop = openShop({ settings: { synchronousTimeoutMs: 0 } });
let order: string;
beforeAll(async () => {
  order = await shop.current.confirmed();
});

const authorize = async (
  more: { order?: string; id?: string; amount?: number; note?: string; minutes?: number } = {},
) => {
  const { AuthorizationDetails } = await shop.current.amazon.authorize({
    AmazonOrderReferenceId: more.order ?? order,
    AuthorizationReferenceId: more.id ?? shop.current.referenceId(),
    AuthorizationAmount: yen(more.amount ?? 100),
    SellerAuthorizationNote: more.note,
    TransactionTimeout: more.minutes ?? 0,
  });
  return AuthorizationDetails;
};
const simulate = (parts: object) => JSON.stringify({ SandboxSimulation: parts });

describe("Authorize", () => {
  test("in sync mode answers with an Open authorization whose id follows from the order's", async () => {
    const details = await authorize({ note: "1 回目" });
    expect(details).toMatchObject({
      AuthorizationAmount: yen(100),
      CapturedAmount: zero("JPY"),
      SellerAuthorizationNote: "1 回目",
      AuthorizationStatus: { State: "Open" },
      CaptureNow: false,
      IdList: [],
    });
    expect(details.AmazonAuthorizationId).toMatch(new RegExp(`^${order}-A\\d{6}$`));
  });

  test("in async mode answers Pending, and becomes Open by itself", async () => {
    const { AmazonAuthorizationId, AuthorizationStatus } = await authorize({ minutes: 1440 });
    expect(AuthorizationStatus.State).toBe("Pending");
    await shop.current.advance(seconds(31));
    const { AuthorizationDetails } = await shop.current.amazon.getAuthorizationDetails({ AmazonAuthorizationId });
    expect(AuthorizationDetails.AuthorizationStatus.State).toBe("Open");
  });

  test("of a reference id that was used gives the first result again", async () => {
    const id = shop.current.referenceId();
    const first = await authorize({ id });
    expect(await authorize({ id })).toEqual(first);
    expect(await refusalOf(authorize({ id, amount: 101 }))).toBe("DuplicateRequest");
  });

  test("with CaptureNow captures at once", async () => {
    const { amazon, confirmed, referenceId } = shop.current;
    const { AuthorizationDetails } = await amazon.authorize({
      AmazonOrderReferenceId: await confirmed(),
      AuthorizationReferenceId: referenceId(),
      AuthorizationAmount: orderTotal,
      TransactionTimeout: 0,
      CaptureNow: true,
    });
    expect(AuthorizationDetails.AuthorizationStatus).toMatchObject({
      State: "Closed",
      ReasonCode: "MaxCapturesProcessed",
    });
    expect(AuthorizationDetails.IdList).toEqual([AuthorizationDetails.AmazonAuthorizationId.replace("-A", "-C")]);
  });

  const declines: [string, object, string][] = [
    ["InvalidPaymentMethod", { PaymentMethodUpdateTimeInMins: 5 }, "Suspended"],
    ["AmazonRejected", {}, "Closed"],
    ["TransactionTimedOut", {}, "Open"],
  ];
  for (const [ReasonCode, more, state] of declines)
    test(`declined for ${ReasonCode} is an answer, not an error, and leaves the order ${state}`, async () => {
      const { amazon, confirmed } = shop.current;
      const AmazonOrderReferenceId = await confirmed();
      const note = simulate({ State: "Declined", ReasonCode, ...more });
      const details = await authorize({ order: AmazonOrderReferenceId, note });
      expect(details.AuthorizationStatus).toMatchObject({ State: "Declined", ReasonCode });
      const { OrderReferenceDetails } = await amazon.getOrderReferenceDetails({ AmazonOrderReferenceId });
      expect(OrderReferenceDetails.OrderReferenceStatus.State).toBe(state);
    });

  test("takes the Japanese overage and not a yen more", async () => {
    expect(await refusalOf(authorize({ order: await shop.current.confirmed(), amount: 12_421 }))).toBe(
      "TransactionAmountExceeded",
    );
    expect((await authorize({ order: await shop.current.confirmed(), amount: 12_420 })).AuthorizationStatus.State).toBe(
      "Open",
    );
  });

  test("is refused before confirmation, and with a simulation that does not exist", async () => {
    expect(await refusalOf(authorize({ order: await shop.current.priced() }))).toBe("InvalidOrderReferenceStatus");
    expect(await refusalOf(authorize({ note: simulate({ State: "Nonsense" }) }))).toBe(
      "InvalidSandboxSimulationSpecified",
    );
  });
});
