import { expect, test } from "vitest";
import { shop, start } from "../testing/shop.ts";

test("the service is always green, in business time", () => {
  expect(shop().call("GetServiceStatus", {})).toEqual({ Status: "GREEN", Timestamp: start });
});
