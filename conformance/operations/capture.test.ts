import { seconds, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { openShop, orderTotal, refusalOf } from "../shop.ts";

const shop = openShop();
const capture = async (AmazonAuthorizationId: string, more: { amount?: number; id?: string; note?: string } = {}) => {
  const { CaptureDetails } = await shop.current.amazon.capture({
    AmazonAuthorizationId,
    CaptureReferenceId: more.id ?? shop.current.referenceId(),
    CaptureAmount: more.amount === undefined ? orderTotal : yen(more.amount),
    SellerCaptureNote: more.note,
  });
  return CaptureDetails;
};

describe("Capture", () => {
  test("takes the money and closes the authorization", async () => {
    const { amazon, authorized } = shop.current;
    const AmazonAuthorizationId = await authorized();
    const details = await capture(AmazonAuthorizationId, { note: "出荷分" });
    expect(details).toMatchObject({
      AmazonCaptureId: expect.stringMatching(/^S03-\d{7}-\d{7}-C\d{6}$/),
      CaptureAmount: orderTotal,
      SellerCaptureNote: "出荷分",
      CaptureStatus: { State: "Completed" },
      IdList: [],
    });
    const { AuthorizationDetails } = await amazon.getAuthorizationDetails({ AmazonAuthorizationId });
    expect(AuthorizationDetails).toMatchObject({
      CapturedAmount: orderTotal,
      IdList: [details.AmazonCaptureId],
      AuthorizationStatus: { State: "Closed", ReasonCode: "MaxCapturesProcessed" },
    });
  });

  test("of a reference id that was used gives the first result again", async () => {
    const authorizationId = await shop.current.authorized();
    const id = shop.current.referenceId();
    const first = await capture(authorizationId, { id, amount: 5_000 });
    expect(await capture(authorizationId, { id, amount: 5_000 })).toEqual(first);
    expect(await refusalOf(capture(authorizationId, { id, amount: 4_000 }))).toBe("DuplicateRequest");
    expect(await refusalOf(capture(authorizationId, { amount: 100 }))).toMatch(
      /^(InvalidAuthorizationStatus|TransactionCountExceeded)$/,
    );
  });

  test("is refused above the authorized amount and in an unknown authorization", async () => {
    expect(await refusalOf(capture(await shop.current.authorized(), { amount: 10_801 }))).toBe(
      "TransactionAmountExceeded",
    );
    expect(await refusalOf(capture("S03-0000000-0000000-A000000"))).toBe("InvalidTransactionId");
  });

  test("simulated Pending completes by itself", async () => {
    const details = await capture(await shop.current.authorized(), {
      note: '{"SandboxSimulation": {"State":"Pending"}}',
    });
    expect(details.CaptureStatus.State).toBe("Pending");
    await shop.current.advance(seconds(31));
    const { AmazonCaptureId } = details;
    const { CaptureDetails } = await shop.current.amazon.getCaptureDetails({ AmazonCaptureId });
    expect(CaptureDetails.CaptureStatus.State).toBe("Completed");
  });

  test("simulated Declined is an answer, not an error", async () => {
    const note = '{"SandboxSimulation": {"State":"Declined", "ReasonCode":"AmazonRejected"}}';
    const details = await capture(await shop.current.authorized(), { note });
    expect(details.CaptureStatus).toMatchObject({ State: "Declined", ReasonCode: "AmazonRejected" });
  });
});
