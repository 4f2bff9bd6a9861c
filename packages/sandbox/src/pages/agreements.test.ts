// Widgets of billing agreements, and the way through the EU's confirmation flow, in a real browser.
import { launchBrowser } from "@noren-pay/testkit";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startTestShop, type TestShop } from "../../testing/shop.ts";
import {
  bind,
  frameIn,
  logged,
  logOf,
  makeButton,
  press,
  type ShopWindow,
  signIn,
  usualPage,
  type Visit,
  visit,
} from "../../testing/visit.ts";
import type { BillingAgreement } from "../world/billing-agreement.ts";

let browser: Browser;
let shop: TestShop;
let here: Visit;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await here.context.close();
  await shop.close();
});

async function signedIn(): Promise<Page> {
  shop = await startTestShop();
  here = await visit(browser, usualPage(shop, "/"));
  await makeButton(here.page, shop);
  await signIn(await press(here.page));
  await logged(here.page, "signed in");
  return here.page;
}

const agreement = () => [...shop.core.world.billingAgreements.values()].at(-1) as BillingAgreement;
const confirm = () =>
  shop.core.call({
    sellerId: shop.sellerId,
    action: "ConfirmBillingAgreement",
    request: { AmazonBillingAgreementId: agreement().id },
    now: shop.clock.now(),
  });

/** Binds the Consent widget; its callbacks log the status. */
const bindConsent = (page: Page) =>
  page.evaluate(
    ([sellerId, amazonBillingAgreementId]) => {
      const { OffAmazonPayments, log } = window as unknown as ShopWindow;
      const tell = (status: { getConsentStatus(): string }) => log.push(`consent ${status.getConsentStatus()}`);
      const options = { sellerId, amazonBillingAgreementId, onReady: tell, onConsent: tell };
      new OffAmazonPayments.Widgets.Consent!(options).bind("consent ");
    },
    [shop.sellerId, agreement().id],
  );

describe("widgets of a billing agreement", () => {
  test("make one, tell its id, store choices and consent; then it can be confirmed", async () => {
    const page = await signedIn();
    await page.evaluate((sellerId) => {
      const { OffAmazonPayments, log } = window as unknown as ShopWindow;
      new OffAmazonPayments.Widgets.AddressBook!({
        sellerId,
        agreementType: "billingAgreement",
        onReady: (contract: { getAmazonBillingAgreementId(): string; getAmazonOrderReferenceId(): string }) =>
          log.push(`${contract.getAmazonBillingAgreementId()} ${contract.getAmazonOrderReferenceId()}`),
      }).bind("address");
    }, shop.sellerId);
    await page.waitForFunction(() => (window as unknown as ShopWindow).log.length >= 4);
    expect((await logOf(page))[3]).toBe(`${agreement().id} undefined`);
    await bind(page, shop, "Wallet", "wallet", { agreementType: "BillingAgreement" });
    await logged(page, "Wallet select");
    expect(shop.core.world.orderReferences.size).toBe(0);
    expect(agreement()).toMatchObject({ state: "Draft", wantsAddress: true, card: { tail: "1111" }, consent: false });
    expect(confirm()).toMatchObject({ code: "BillingAgreementConstraintsExist" });

    await bindConsent(page);
    await logged(page, "consent false");
    const box = frameIn(page, "consent").locator("#agree");
    await box.check();
    await logged(page, "consent true");
    expect(agreement().consent).toBe(true);
    expect(confirm()).toEqual({});

    await bindConsent(page);
    await page.waitForFunction(
      () => (window as unknown as ShopWindow).log.filter((entry) => entry === "consent true").length === 2,
    );
    expect([await box.isChecked(), await box.isDisabled()]).toEqual([true, true]);
    expect(here.problems).toEqual([]);
  });

  test("let the buyer choose again after a decline", async () => {
    const page = await signedIn();
    const now = shop.clock.now();
    const buyer = [...shop.core.world.buyers.values()][0]!;
    const { id } = shop.core.command("createAgreement", {
      sellerId: shop.sellerId,
      buyerId: buyer.buyerId,
      wantsAddress: false,
      now,
    });
    const cardId = [...buyer.cards.keys()][0]!;
    shop.core.command("selectAgreementPaymentMethod", { billingAgreementId: id, cardId, now });
    shop.core.command("setConsent", { billingAgreementId: id, consent: true, now });
    confirm();
    shop.core.command("pressEvent", { id, event: "suspend", now });
    await bind(page, shop, "Wallet", "wallet", { amazonBillingAgreementId: id });
    await logged(page, "Wallet ready");
    expect(await logOf(page)).not.toContain("Wallet select");
    await frameIn(page, "wallet").locator(".payment-list li a").nth(1).click();
    await logged(page, "Wallet select");
    expect(confirm()).toEqual({});
    expect(agreement()).toMatchObject({ state: "Open", card: { tail: "4444" } });
  });

  test("make one for a button that says so", async () => {
    const page = await signedIn();
    await page.evaluate((sellerId) => {
      const { OffAmazonPayments, amazon, log } = window as unknown as ShopWindow;
      OffAmazonPayments.Button("button", sellerId, {
        agreementType: "BillingAgreement",
        authorization: () => amazon.Login.authorize!({ scope: "profile payments:widget", popup: true }),
        onSignIn: (contract: { getAmazonBillingAgreementId(): string }) =>
          log.push(`made ${contract.getAmazonBillingAgreementId()}`),
      });
    }, shop.sellerId);
    await page.locator("#button img").click(); // The buyer is signed in: no window opens.
    await page.waitForFunction(() =>
      (window as unknown as ShopWindow).log.some((each) => `${each}`.startsWith("made")),
    );
    expect((await logOf(page)).at(-1)).toBe(`made ${agreement().id}`);
  });
});

test("initConfirmationFlow leads to the address that the shop's confirmation named", async () => {
  const page = await signedIn();
  shop.page("/thanks", "<h1>thanks</h1>");
  await bind(page, shop, "Wallet", "wallet");
  await logged(page, "Wallet select");
  const [order] = [...shop.core.world.orderReferences.values()];
  const AmazonOrderReferenceId = order!.id;
  const call = { sellerId: shop.sellerId, now: shop.clock.now() };
  const OrderReferenceAttributes = { OrderTotal: { amount: 1, currencyCode: "JPY" as const } };
  const request = { AmazonOrderReferenceId, OrderReferenceAttributes };
  shop.core.call({ ...call, action: "SetOrderReferenceDetails", request });
  const addresses = { SuccessUrl: `${shop.shop}/thanks?order=1`, FailureUrl: `${shop.shop}/` };
  shop.core.call({ ...call, action: "ConfirmOrderReference", request: { AmazonOrderReferenceId, ...addresses } });
  await page.evaluate(
    ([sellerId, id]) => {
      const { OffAmazonPayments } = window as unknown as ShopWindow;
      const flow = OffAmazonPayments.initConfirmationFlow as (
        sellerId: string,
        id: string,
        then: (flow: { success(): void }) => void,
      ) => void;
      flow(sellerId as string, id as string, ({ success }) => success());
    },
    [shop.sellerId, AmazonOrderReferenceId],
  );
  await page.waitForURL(`${shop.shop}/thanks?order=1&AuthenticationStatus=Success`);
});
