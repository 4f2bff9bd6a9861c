import { journeyArtifacts, launchBrowser } from "@noren-pay/testkit";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "../../testing/axe.ts";
import { startTestShop, type TestShop } from "../../testing/shop.ts";
import { bind, frameIn, logged, makeButton, press, signIn, usualPage, visit } from "../../testing/visit.ts";

let browser: Browser;
let shop: TestShop;
let artifacts: string;
beforeAll(async () => {
  artifacts = await journeyArtifacts("pages");
  browser = await launchBrowser();
  shop = await startTestShop();
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});

describe("the frame of a widget", () => {
  const frame = (more: Record<string, string>) =>
    fetch(
      `${shop.sandbox}/widgets/wallet?${new URLSearchParams({ seller_id: shop.sellerId, origin: "https://shop.example", ...more })}`,
    );

  test("may stand on the client's origins only, and runs no inline script", async () => {
    const allowedOrigins = ["https://shop.example"];
    shop.core.command("updateSeller", { sellerId: shop.sellerId, allowedOrigins, now: shop.clock.now() });
    const answer = await frame({});
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors https://shop.example");
    expect(await answer.text()).not.toMatch(/<script(?![^>]*(src=|application\/json))/);
  });
  test("for a foreign page shows an error and holds nothing of the buyer's", async () => {
    const answer = await frame({ origin: "https://evil.example" });
    expect(answer.headers.get("content-security-policy")).toMatch(/frame-ancestors https:\/\/evil\.example$/);
    expect(await answer.text()).toContain('data-error-code="BuyerSessionExpired"');
  });
  test("takes no header from an origin", async () => {
    const answer = await frame({ origin: "https://a.example; script-src *" });
    expect(answer.headers.get("content-security-policy")).toMatch(/frame-ancestors 'none'$/);
  });
});

describe("the sandbox's own address", () => {
  for (const [locale, width] of [
    ["ja-JP", 800],
    ["en-US", 375],
  ] as const)
    test(`says what a shop needs (${locale}, ${width} px)`, async () => {
      const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
      const page = await context.newPage();
      await page.goto(shop.sandbox);
      expect(await page.textContent("main")).toContain(shop.clientId);
      expect(await axeFindings(page)).toEqual([]);
      await page.screenshot({ path: `${artifacts}/home-${locale}-${width}.png`, fullPage: true });
      await context.close();
    });
});

describe("the widgets", () => {
  for (const [locale, width, title, sentence] of [
    ["ja-JP", 800, "お届け先", "Noren サンドボックス(Amazonではありません)"],
    ["ja-JP", 375, "お届け先", "Noren サンドボックス(Amazonではありません)"],
    ["en-US", 800, "Shipping address", "Noren sandbox, not Amazon"],
    ["en-US", 375, "Shipping address", "Noren sandbox, not Amazon"],
  ] as const)
    test(`say whose they are and are clean for screen readers (${locale}, ${width} px)`, async () => {
      const { page, context, problems } = await visit(browser, usualPage(shop), { locale, width });
      await makeButton(page, shop);
      await signIn(await press(page));
      await logged(page, "signed in");
      await bind(page, shop, "AddressBook", "address");
      await bind(page, shop, "Wallet", "wallet");
      await logged(page, "Wallet select");
      await bind(page, shop, "Consent", "consent", { amazonBillingAgreementId: agreementId() });
      await logged(page, "Consent ready");
      const book = frameIn(page, "address");
      expect(await book.locator("h1").textContent()).toBe(title);
      expect(await book.locator(".strip p").textContent()).toBe(sentence);
      await look(page, `widgets-${locale}-${width}`);
      await frameIn(page, "wallet").locator(".payment-list li a").nth(4).click();
      await bind(page, shop, "AddressBook", "address", { displayMode: "Read", amazonOrderReferenceId: lastId() });
      await book.locator(".chosen").waitFor();
      await page.locator("#wallet").evaluate((element) => {
        (element as HTMLElement).style.height = "640px";
      });
      await bind(page, shop, "Consent", "consent", { sellerId: "A0000000000000" });
      await logged(page, "Consent InvalidSellerId");
      await look(page, `widgets-read-${locale}-${width}`);
      expect(problems).toEqual([]);
      await context.close();
    });
});

function agreementId(): string {
  const [buyer] = [...shop.core.world.buyers.values()];
  const wanted = { sellerId: shop.sellerId, buyerId: buyer?.buyerId ?? "", wantsAddress: true };
  return shop.core.command("createAgreement", { ...wanted, now: shop.clock.now() }).id;
}

const lastId = () => [...shop.core.world.orderReferences.keys()].at(-1);

async function look(page: Page, name: string): Promise<void> {
  for (const frame of page.frames()) if (frame !== page.mainFrame()) expect(await axeFindings(frame)).toEqual([]);
  await page.screenshot({ path: `${artifacts}/${name}.png`, fullPage: true });
}
