import { days, hours } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { openShop, orderTotal, refusalOf, start } from "../shop.ts";

const shop = openShop();
const read = async (AmazonOrderReferenceId: string, AccessToken?: string) =>
  (await shop.current.amazon.getOrderReferenceDetails({ AmazonOrderReferenceId, AccessToken })).OrderReferenceDetails;

describe("GetOrderReferenceDetails", () => {
  test("shows a Draft with what constrains it and only the parts of the address that shipping needs", async () => {
    const details = await read(await shop.current.draft());
    expect(details).toMatchObject({
      ReleaseEnvironment: "Sandbox",
      OrderReferenceStatus: { State: "Draft" },
      CreationTimestamp: start,
      ExpirationTimestamp: start + days(180),
      IdList: [],
    });
    expect(details.Constraints?.map(({ ConstraintID }) => ConstraintID)).toEqual(["AmountNotSet"]);
    const address = details.Destination?.PhysicalDestination;
    expect(address?.PostalCode).toMatch(/^\d{3}-?\d{4}$/);
    expect(address?.Name).toBeUndefined();
    expect(details.Buyer).toBeUndefined();
  });

  test("shows the whole Japanese address to who brings the buyer's token, and to everybody after confirmation", async () => {
    const { admin, sandbox, amazon, confirmed, draft } = shop.current;
    const { buyers } = await admin.listBuyers();
    const { accessToken } = await admin.createToken({
      buyerId: buyers[0]?.buyerId,
      clientId: sandbox.clientId,
      scopes: ["profile", "payments:widget", "payments:shipping_address"],
    });
    const before = await read(await draft(), accessToken);
    const after = await read(await confirmed());
    for (const { Destination } of [before, after]) {
      expect(Destination?.PhysicalDestination?.Name).toMatch(/\p{Script=Han}/u);
      expect(Destination?.PhysicalDestination?.AddressLine1).toBeTruthy();
    }
    expect(after.Buyer?.Email).toContain("@");
    expect(after.OrderTotal).toEqual(orderTotal);
    expect(
      await refusalOf(
        amazon.getOrderReferenceDetails({ AmazonOrderReferenceId: await draft(), AccessToken: "Atza|no" }),
      ),
    ).toBe("InvalidAddressConsentToken");
  });

  test("shows what has gone stale", async () => {
    const id = await shop.current.draft();
    await shop.current.advance(hours(3) + 1);
    expect((await read(id)).OrderReferenceStatus).toMatchObject({ State: "Canceled", ReasonCode: "Stale" });
  });

  test("answers InvalidOrderReferenceId for the id with which plug-ins check their keys", async () => {
    expect(await refusalOf(read("S00-0000000-0000000"))).toBe("InvalidOrderReferenceId");
  });
});
