import type { Handler } from "./handler.ts";

/** The only operation that an inactive seller can still ask for. */
export const getMerchantAccountStatus: Handler<"GetMerchantAccountStatus"> = (_world, { seller }) => ({
  AccountStatus: seller.active ? "ACTIVE" : "INACTIVE",
});
