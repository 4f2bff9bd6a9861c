import { describe, expect, test } from "vitest";
import { openShop, refusalOf } from "../shop.ts";

const shop = openShop();

describe("GetMerchantAccountStatus", () => {
  test("tells an active account from one that is not, and from somebody else's", async () => {
    const { amazon, admin, client, sandbox } = shop.current;
    expect((await amazon.getMerchantAccountStatus({})).AccountStatus).toBe("ACTIVE");
    await admin.updateSeller({ sellerId: sandbox.sellerId, active: false });
    expect((await amazon.getMerchantAccountStatus({})).AccountStatus).toBe("INACTIVE");
    await admin.updateSeller({ sellerId: sandbox.sellerId, active: true });

    const { sellerId } = await admin.createSeller();
    const status = (mwsAuthToken: string) => client({ sellerId, mwsAuthToken }).getMerchantAccountStatus({});
    expect(await refusalOf(status(""))).toBe("AccessDenied");
    const { mwsAuthToken } = await admin.createAuthToken({
      sellerId,
      providerId: sandbox.sellerId,
    });
    expect((await status(mwsAuthToken)).AccountStatus).toBe("ACTIVE");
    await admin.revokeAuthToken({ mwsAuthToken });
    expect(await refusalOf(status(mwsAuthToken))).toBe("UnauthorizedSolutionProvider");
  });
});
