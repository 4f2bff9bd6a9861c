import { describe, expect, test } from "vitest";
import { openShop, start } from "../shop.ts";

const shop = openShop();

describe("GetServiceStatus", () => {
  test("needs no parameters and answers GREEN at the sandbox's time", async () => {
    expect(await shop.current.amazon.getServiceStatus()).toMatchObject({ Status: "GREEN", Timestamp: start });
  });
});
