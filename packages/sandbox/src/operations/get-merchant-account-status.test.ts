import { expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

test("GetMerchantAccountStatus answers for inactive sellers too, who can ask nothing else", () => {
  const s = shop();
  expect(s.call("GetMerchantAccountStatus", {})).toEqual({ AccountStatus: "ACTIVE" });
  s.core.command("updateSeller", { sellerId: s.sellerId, active: false, now: s.now() });
  expect(s.call("GetMerchantAccountStatus", {})).toEqual({ AccountStatus: "INACTIVE" });
  expect(s.outcome("GetServiceStatus", {})).toBe("InvalidAccountStatus");
});
