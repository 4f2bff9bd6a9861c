// The whole loop as people live it: a buyer in Chromium, the shop's staff in the console, Amazon's notifications.

import { join } from "node:path";
import { days, minutes } from "@noren-pay/base";
import { type RunningStore, startStore } from "@noren-pay/example-store";
import { journeyArtifacts, launchBrowser } from "@noren-pay/testkit";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Office, office } from "../console/support.ts";
import { type House, yenOf } from "../server/support.ts";
import { type Buyer, newBuyer } from "./buyer.ts";
import { newStaff } from "./staff.ts";

let place: Office;
let shop: House;
let store: RunningStore;
let browser: Browser;

beforeAll(async () => {
  place = await office({ signInsPerMinuteMax: 1_000 });
  shop = place.house;
  store = await startStore({ port: 0, apiUrl: shop.server.url, apiKey: shop.apiKey });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await store?.close();
  await place?.close();
});

// Time stands still between the steps; a minute fills the sandbox's small quota again.
beforeEach(() => shop.advance(minutes(1)));

const picture = async (page: Page, name: string) => {
  await page.screenshot({ path: join(await journeyArtifacts("buy-ship-refund"), `${name}.png`), fullPage: true });
};

async function atCheckout(locale: string): Promise<Buyer> {
  const buyer = await newBuyer(browser, store.url, locale);
  await buyer.choosesProduct(/藍染め|Indigo/);
  await buyer.signsIn("taro.yamada@example.com", "noren-test");
  await buyer.page
    .locator("#total", { hasText: "¥13,400" })
    .waitFor()
    .catch(async (error) => {
      await picture(buyer.page, `${locale}-stuck`);
      throw error;
    });
  return buyer;
}

/** The order that a confirmation page shows. */
async function orderOf(page: Page) {
  await page.waitForURL("**/orders/*");
  const reply = await shop.api("GET", `/v1/orders/${new URL(page.url()).pathname.split("/").at(-1)}`);
  expect(reply.status).toBe(200);
  return reply.body;
}

describe("a buyer whose first card is declined", () => {
  for (const locale of ["ja-JP", "en-GB"])
    test(`chooses another, and the shop ships and refunds (${locale})`, async () => {
      const buyer = await atCheckout(locale);
      const { page } = buyer;
      await picture(page, `${locale}-1-checkout`);

      await buyer.choosesAddress(/北海道/);
      await page.locator("#total", { hasText: "¥14,000" }).waitFor();
      await buyer.choosesPaymentMethod(/3434/);
      await buyer.buys();
      await page.locator("#message", { hasText: /別のお支払い方法|choose another/ }).waitFor();
      await picture(page, `${locale}-2-declined`);

      await buyer.choosesPaymentMethod(/1111/);
      await buyer.buys();
      const placed = await orderOf(page);
      await picture(page, `${locale}-3-placed`);
      expect(placed).toMatchObject({ state: "Open", nextStep: "shipIt", total: yenOf(14_000) });
      expect(placed.authorizations.map((each: { state: string }) => each.state)).toEqual(["Declined", "Open"]);
      expect(placed.balances).toMatchObject({ authorized: yenOf(14_000), captured: yenOf(0) });

      const staff = await newStaff(place);
      await staff.ships(placed.sellerOrderId, "¥14,000");
      await page.reload();
      await page
        .getByRole("status")
        .filter({ hasText: /発送しました|Shipped/ })
        .waitFor();

      await staff.refunds(2_000, "¥2,000");
      const asked = await shop.api("GET", `/v1/orders/${placed.orderId}`);
      expect(asked.body.balances).toMatchObject({
        refunding: yenOf(2_000),
        refunded: yenOf(0),
        captured: yenOf(14_000),
      });
      await shop.advance(minutes(2));
      await staff.seesRefundDone();
      await picture(staff.page, `${locale}-4-staff`);
      await staff.leaves();
      const refunded = await shop.api("GET", `/v1/orders/${placed.orderId}`);
      expect(refunded.body.balances).toMatchObject({ refunding: yenOf(0), refunded: yenOf(2_000) });
      const timeline = await shop.api("GET", `/v1/orders/${placed.orderId}/timeline`);
      expect(timeline.body.items.some((each: { type: string }) => each.type === "noticeTaken")).toBe(true);
      await page.reload();
      await page
        .getByRole("status")
        .filter({ hasText: /返金しました|Refunded/ })
        .waitFor();
      await picture(page, `${locale}-5-refunded`);
      await buyer.context.close();
    });
});

describe("what a shop never sees twice", () => {
  test("a buyer who clicks, reloads and goes back makes one order", async () => {
    const buyer = await atCheckout("ja-JP");
    await buyer.buys();
    const first = await orderOf(buyer.page);
    await buyer.page.goBack();
    const found = await shop.api("GET", `/v1/orders?sellerOrderId=${first.sellerOrderId}`);
    expect(found.body.items).toHaveLength(1);
    await buyer.context.close();
  });

  test("a card that Amazon rejects ends the order, and the buyer is told so", async () => {
    const buyer = await atCheckout("en-GB");
    await buyer.choosesPaymentMethod(/2323/);
    await buyer.buys();
    await buyer.page.locator("#message", { hasText: /could not take this payment/ }).waitFor();
    await picture(buyer.page, "rejected");
    await buyer.context.close();
  });

  test("an authorization that times out is asked for again without the buyer's doing", async () => {
    const buyer = await atCheckout("ja-JP");
    await buyer.choosesPaymentMethod(/5656/);
    await buyer.buys();
    const waiting = await orderOf(buyer.page);
    await picture(buyer.page, "timed-out");
    expect(waiting.authorizations.map((each: { mode: string }) => each.mode)).toEqual(["sync", "async"]);
    await buyer.context.close();
  });
});

test("an address abroad is refused before anything is placed", async () => {
  const buyer = await atCheckout("ja-JP");
  await buyer.choosesAddress(/Seattle/);
  await buyer.page.locator("#message", { hasText: "配送できません" }).waitFor();
  expect(await buyer.page.locator("#buy").isDisabled()).toBe(true);
  await buyer.context.close();
});

test("an authorization that nobody captured for 30 days is seen as expired", async () => {
  const id = await shop.newDraft();
  const placed = await shop.api("POST", "/v1/orders", {
    amazonOrderReferenceId: id,
    sellerOrderId: "FORGOTTEN-1",
    total: yenOf(5_000),
  });
  expect(placed.body.nextStep).toBe("shipIt");
  await shop.advance(days(31));
  const later = await shop.api("GET", `/v1/orders/${placed.body.order.orderId}`);
  expect(later.body.authorizations[0]).toMatchObject({ state: "Closed", reasonCode: "ExpiredUnused" });
  expect(later.body.nextStep).toBe("authorizeAgain");
  const again = await shop.api("POST", `/v1/orders/${placed.body.order.orderId}/authorizations`, {});
  expect(again.body.nextStep).toBe("shipIt");
});
