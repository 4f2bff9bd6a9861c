import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestShop, type TestShop } from "../../testing/shop.ts";

let shop: TestShop;
beforeAll(async () => {
  shop = await startTestShop();
});
afterAll(() => shop.close());

describe("Widgets.js", () => {
  const cases: [string, string, string][] = [
    ["/OffAmazonPayments/jp/sandbox/lpa/js/Widgets.js", "Sandbox", "jp"],
    ["/OffAmazonPayments/jp/lpa/js/Widgets.js?sellerId=X", "Live", "jp"],
    ["/OffAmazonPayments/us/sandbox/js/Widgets.js", "Sandbox", "na"],
    ["/OffAmazonPayments/eur/sandbox/lpa/js/Widgets.js", "Sandbox", "de"],
    ["/OffAmazonPayments/uk/lpa/js/Widgets.js", "Live", "uk"],
    ["/images/G/09/EP/offAmazonPayments/sandbox/prod/lpa/js/Widgets.js", "Sandbox", "jp"],
    ["/images/G/09/EP/offAmazonPayments/live/prod/lpa/js/Widgets.js", "Live", "jp"],
  ];
  for (const [path, environment, region] of cases)
    test(`at ${path} is for ${environment} in ${region}`, async () => {
      const answer = await fetch(shop.sandbox + path);
      expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
      expect(await answer.text()).toContain(`"environment":"${environment}","region":"${region}"`);
    });
});

describe("the sign-in pages", () => {
  test("may be framed by nobody and are not stored", async () => {
    const answer = await fetch(`${shop.sandbox}/ap/oa?client_id=x`);
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });
});
