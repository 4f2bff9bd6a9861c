import { describe, expect, test } from "vitest";
import { openShop, refusalOf } from "../shop.ts";

const shop = openShop();

describe("CloseAuthorization", () => {
  test("closes an Open authorization, once", async () => {
    const { amazon, authorized } = shop.current;
    const AmazonAuthorizationId = await authorized();
    await amazon.closeAuthorization({ AmazonAuthorizationId, ClosureReason: "数量変更" });
    const { AuthorizationDetails } = await amazon.getAuthorizationDetails({ AmazonAuthorizationId });
    expect(AuthorizationDetails.AuthorizationStatus).toMatchObject({ State: "Closed", ReasonCode: "SellerClosed" });
    expect(await refusalOf(amazon.closeAuthorization({ AmazonAuthorizationId }))).toBe("InvalidAuthorizationStatus");
  });
});
