// Every page of the example store, in both languages, wide and on a phone: drawn whole, and clean to a screen reader.
import { join } from "node:path";
import { minutes } from "@noren-pay/base";
import { type RunningStore, startStore } from "@noren-pay/example-store";
import { journeyArtifacts, launchBrowser } from "@noren-pay/testkit";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type House, house, yenOf } from "../server/support.ts";
import { newBuyer } from "./buyer.ts";

let shop: House;
let store: RunningStore;
let browser: Browser;

beforeAll(async () => {
  shop = await house();
  store = await startStore({ port: 0, apiUrl: shop.server.url, apiKey: shop.apiKey });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await store?.close();
  await shop?.close();
});

beforeEach(() => shop.advance(minutes(1)));

/** What axe finds wrong on the page, frames of others aside. */
async function complaintsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = (await (window as unknown as { axe: { run(options: object): Promise<never> } }).axe.run({
      iframes: false,
    })) as { violations: { id: string; nodes: { html: string }[] }[] };
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
}

const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

const cases = [
  { locale: "ja-JP", width: 1200 },
  { locale: "ja-JP", width: 375 },
  { locale: "en-GB", width: 1200 },
  { locale: "en-GB", width: 375 },
];

describe("the store", () => {
  for (const { locale, width } of cases)
    test(`is whole in ${locale}, ${width} px wide`, async () => {
      const buyer = await newBuyer(browser, store.url, locale);
      const { page } = buyer;
      await page.setViewportSize({ width, height: 800 });
      const check = async (name: string) => {
        const file = `${name}-${locale}-${width}.png`;
        await page.screenshot({ path: join(await journeyArtifacts("store"), file), fullPage: true });
        expect(await complaintsOf(page), name).toEqual([]);
        expect(await isTooWide(page), name).toBe(false);
      };
      await page.goto(store.url);
      await check("products");
      await page.goto(`${store.url}/cart`);
      await check("empty-cart");
      await buyer.choosesProduct(/風呂敷|Furoshiki/);
      await page.locator("img.amazonpay-button-inner-image").waitFor();
      await check("cart");
      await buyer.signsIn("hanako.suzuki@example.com", "noren-test");
      await page.waitForFunction(() => document.querySelector<HTMLButtonElement>("#buy")?.disabled === false);
      await check("checkout");
      await buyer.buys();
      await page.waitForURL("**/orders/*");
      await check("thanks");
      await page.goto(`${store.url}/orders/0123456789abcdef0123456789abcdef`);
      await check("not-found");
      await buyer.context.close();
    });

  test("shows a buyer only what the service says of the order", async () => {
    const { body } = await shop.api("POST", "/v1/orders", {
      amazonOrderReferenceId: await shop.newDraft(),
      sellerOrderId: "SHOWN-1",
      total: yenOf(1_000),
    });
    const page = await (await fetch(`${store.url}/orders/${body.order.orderId}`)).text();
    expect(page).toContain("SHOWN-1");
    expect(page).toContain("¥1,000");
  });

  test("refuses a post that another site's page sends", async () => {
    const reply = await fetch(`${store.url}/cart`, { method: "POST", headers: { origin: "http://evil.example" } });
    expect(reply.status).toBe(403);
  });
});
