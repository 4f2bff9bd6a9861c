import { days } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { openShop, orderTotal, refusalOf } from "../shop.ts";

const shop = openShop();
const read = async (AmazonAuthorizationId: string) =>
  (await shop.current.amazon.getAuthorizationDetails({ AmazonAuthorizationId })).AuthorizationDetails;

describe("GetAuthorizationDetails", () => {
  test("shows an Open authorization", async () => {
    const id = await shop.current.authorized();
    expect(await read(id)).toMatchObject({
      AmazonAuthorizationId: id,
      AuthorizationAmount: orderTotal,
      AuthorizationStatus: { State: "Open" },
    });
  });

  test("shows that one which nobody captured has expired", async () => {
    const id = await shop.current.authorized();
    await shop.current.advance(days(2) + 1);
    expect((await read(id)).AuthorizationStatus).toMatchObject({ State: "Closed", ReasonCode: "ExpiredUnused" });
  });

  test("answers InvalidTransactionId for an unknown id", async () => {
    expect(await refusalOf(read("S03-0000000-0000000-A000000"))).toBe("InvalidTransactionId");
  });
});
