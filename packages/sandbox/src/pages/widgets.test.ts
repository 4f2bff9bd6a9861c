import { hours, minutes } from "@noren-pay/base";
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
import type { OrderReference } from "../world/objects.ts";

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

async function signedIn(options: { scope?: string; forced?: string } = {}): Promise<Page> {
  shop = await startTestShop();
  const widgetsUrl = `${shop.widgetsUrl}?noren-error=${options.forced ?? ""}`;
  here = await visit(browser, usualPage(shop, "/", { widgetsUrl }));
  await makeButton(here.page, shop, options);
  await signIn(await press(here.page));
  await logged(here.page, "signed in");
  return here.page;
}

const buyers = () => [...shop.core.world.buyers.values()];
const lastOrder = () => [...shop.core.world.orderReferences.values()].at(-1) as OrderReference;

/** An order reference in any state, without the calls that lead there. */
function orderIn(changes: Partial<OrderReference>, buyer = buyers()[0]!): string {
  const now = shop.clock.now();
  const order = shop.core.createDraft({ sellerId: shop.sellerId, buyerId: buyer.buyerId, wantsAddress: true, now });
  order.address = [...buyer.addresses.values()][1];
  order.card = [...buyer.cards.values()][1];
  Object.assign(order, changes);
  return order.id;
}

describe("Widgets.js", () => {
  test("has both globals before it calls back, and calls back after the document is there", async () => {
    await signedIn();
    expect((await logOf(here.page)).slice(0, 2)).toEqual([
      "login object",
      expect.stringMatching(/^payments (interactive|complete)$/),
    ]);
  });

  test("may be used on the line after a plain script", async () => {
    shop = await startTestShop();
    const url = shop.page(
      "/",
      `<div id="b"></div><script src="${shop.widgetsUrl}"></script><script>
window.log = [typeof amazon.Login.authorize, typeof OffAmazonPayments.jQuery, typeof OffAmazonPayments.Widgets.Utilities.setup];
OffAmazonPayments.Button("b", "X", { color: "medium", language: "en-UK" });
log.push(document.querySelector("#b > img.amazonpay-button-inner-image").id);</script>`,
    );
    here = await visit(browser, url);
    expect(await logOf(here.page)).toEqual(["function", "function", "function", "OffAmazonPaymentsWidgets0"]);
  });

  test("throws nothing at containers that are not there", async () => {
    const page = await signedIn();
    const answers = await page.evaluate((sellerId) => {
      const { OffAmazonPayments } = window as unknown as ShopWindow;
      const wallet = new OffAmazonPayments.Widgets.Wallet!({ sellerId });
      OffAmazonPayments.Button("nowhere", sellerId, {});
      return wallet.bind("nowhere") === wallet;
    }, shop.sellerId);
    expect([answers, here.problems]).toEqual([true, []]);
  });
});

describe("the button", () => {
  test("is pressed by keyboard, and switched off by removing onclick", async () => {
    const page = await signedIn();
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await makeButton(page, shop);
    await page.focus("#button img");
    await Promise.all([page.waitForEvent("popup"), page.keyboard.press("Enter")]);
    await logged(page, "signed in");
    expect(
      await page.evaluate(() => {
        const image = document.querySelector("#button img") as HTMLImageElement;
        image.removeAttribute("onclick");
        return image.onclick;
      }),
    ).toBeNull();
  });
});

describe("address book and wallet on one page", () => {
  test("call back in Amazon's order and store what is chosen", async () => {
    const page = await signedIn();
    await bind(page, shop, "AddressBook", "address");
    await bind(page, shop, "Wallet", "wallet");
    await logged(page, "Wallet select");
    expect((await logOf(page)).slice(3)).toEqual([
      "AddressBook create",
      "AddressBook ready",
      "AddressBook select",
      "Wallet ready",
      "Wallet select",
    ]);
    expect(shop.core.world.orderReferences.size).toBe(1);
    expect(lastOrder()).toMatchObject({
      address: { StateOrRegion: "東京都" },
      card: { tail: "1111" },
      wantsAddress: true,
    });
    await page.evaluate(() => {
      (window as unknown as ShopWindow).log.length = 0;
    });
    await frameIn(page, "address").locator(".address-list li a").nth(1).click();
    await logged(page, "Wallet select");
    expect(await logOf(page)).toEqual(["AddressBook select", "Wallet select"]);
    await frameIn(page, "wallet").locator(".payment-list li a").nth(2).click();
    await page.waitForFunction(() => (window as unknown as ShopWindow).log.length === 3);
    expect(lastOrder()).toMatchObject({ address: { StateOrRegion: "北海道" }, card: { tail: "0000" } });
    expect(here.problems).toEqual([]);
  });

  test("are chosen with the arrow keys", async () => {
    const page = await signedIn();
    await bind(page, shop, "AddressBook", "address");
    await logged(page, "AddressBook select");
    const chosen = frameIn(page, "address").locator('[role=radio][aria-checked="true"]');
    await chosen.focus();
    await page.keyboard.press("ArrowDown");
    await frameIn(page, "address").locator('li:nth-child(2) [aria-checked="true"]').waitFor();
    await page.keyboard.press("ArrowUp");
    await frameIn(page, "address").locator('li:nth-child(1) [aria-checked="true"]').waitFor();
    expect(lastOrder().address?.StateOrRegion).toBe("東京都");
  });

  test("stand in frames that are counted with the button", async () => {
    const page = await signedIn();
    await bind(page, shop, "AddressBook", "address");
    await bind(page, shop, "Wallet", "wallet");
    const ids = await page.locator("iframe").evaluateAll((frames) => frames.map((frame) => frame.id));
    expect(ids).toEqual(["OffAmazonPaymentsWidgets1IFrame", "OffAmazonPaymentsWidgets2IFrame"]);
  });
});

describe("a wallet", () => {
  test("alone makes an order reference without address for a shop that learns its id", async () => {
    const page = await signedIn();
    await bind(page, shop, "Wallet", "wallet");
    await logged(page, "Wallet select");
    expect(lastOrder().wantsAddress).toBe(false);
  });

  test("works on the next page after a pop-up sign-in without any cookie, and when bound again", async () => {
    const page = await signedIn();
    await page.goto(usualPage(shop, "/next"));
    await page.waitForFunction(() => (window as unknown as ShopWindow).log.length >= 2);
    const amazonOrderReferenceId = orderIn({});
    for (let times = 0; times < 2; times++) await bind(page, shop, "Wallet", " wallet ", { amazonOrderReferenceId });
    await logged(page, "Wallet select");
    expect(await page.locator("#wallet iframe").count()).toBe(1);
    expect(await page.evaluate(() => document.cookie)).toBe("");
  });

  test("labels starred cards with their scenario, and after a decline asks for another one", async () => {
    const page = await signedIn();
    const amazonOrderReferenceId = orderIn({
      state: "Suspended",
      reasonCode: "InvalidPaymentMethod",
      cardIsFresh: false,
    });
    await bind(page, shop, "Wallet", "wallet", { amazonOrderReferenceId });
    await bind(page, shop, "AddressBook", "address", { amazonOrderReferenceId, displayMode: "Read" });
    await logged(page, "Wallet ready");
    await logged(page, "AddressBook ready");
    expect(await logOf(page)).not.toContain("Wallet select");
    const wallet = frameIn(page, "wallet");
    expect(await wallet.locator(".hint").textContent()).toContain("別のお支払い方法を選択してください");
    expect(await wallet.locator(".choice-star").allTextContents()).toEqual([
      expect.stringMatching(/^\* .*InvalidPaymentMethod/),
      expect.stringMatching(/^\* .*AmazonRejected/),
      expect.stringMatching(/^\* .*TransactionTimedOut/),
      expect.stringMatching(/^\* .*PaymentMethodNotAllowed/),
    ]);
    expect(await frameIn(page, "address").locator(".chosen").textContent()).toContain("北海道");
    await wallet.locator(".payment-list li a").nth(0).click();
    await logged(page, "Wallet select");
    expect(lastOrder()).toMatchObject({ cardIsFresh: true, card: { tail: "1111" } });
  });

  test("in the smartphone design unfolds to the whole screen and folds back", async () => {
    const page = await signedIn();
    await page.setViewportSize({ width: 375, height: 700 });
    await bind(page, shop, "Wallet", "wallet", { design: { designMode: "smartphoneCollapsible" } });
    await logged(page, "Wallet select");
    const height = async () => (await page.locator("#wallet iframe").boundingBox())?.height;
    expect(await height()).toBe(135);
    await frameIn(page, "wallet").getByRole("button", { name: "変更" }).click();
    await frameIn(page, "wallet").locator(".payment-list li a").nth(1).waitFor();
    expect(await height()).toBe(700);
    await frameIn(page, "wallet").locator(".payment-list li a").nth(1).click();
    await frameIn(page, "wallet").locator(".folded").waitFor();
    expect(await height()).toBe(135);
    expect(await frameIn(page, "wallet").locator(".fold-row").textContent()).toContain("4444");
  });
});

describe("a widget's error", () => {
  const cases: [why: string, code: string, kind: string, make: () => object][] = [
    ["an unknown order reference", "InvalidOrderReferenceId", "Wallet", () => withId("S03-0000000-0000000")],
    ["a stale one", "StaleOrderReference", "AddressBook", () => withId(stale())],
    ["another buyer's", "BuyerNotAssociated", "Wallet", () => withId(orderIn({}, buyers()[1]!))],
    ["a suspended one's address", "AddressNotModifiable", "AddressBook", () => withId(orderIn({ state: "Suspended" }))],
    ["an open one's method", "PaymentMethodNotModifiable", "Wallet", () => withId(orderIn({ state: "Open" }))],
    ["a closed one", "UnknownError", "Wallet", () => withId(orderIn({ state: "Closed", reasonCode: "AmazonClosed" }))],
    ["a live one", "ReleaseEnvironmentMismatch", "Wallet", () => withId(orderIn({ environment: "Live" }))],
    ["no seller id", "MissingParameter", "Wallet", () => ({ sellerId: undefined })],
    ["a wallet that can tell nobody its id", "MissingParameter", "Wallet", () => ({ onReady: undefined })],
    ["an unknown seller", "InvalidSellerId", "AddressBook", () => ({ sellerId: "A0000000000000" })],
    ["an unknown agreement", "InvalidBillingAgreementId", "Wallet", () => ({ amazonBillingAgreementId: "C03-0" })],
    ["a seller that is switched off", "InvalidAccountStatus", "Wallet", () => closeSeller()],
  ];
  const withId = (amazonOrderReferenceId: string) => ({ amazonOrderReferenceId });
  const stale = () => {
    const id = orderIn({});
    shop.clock.set(shop.clock.now() + minutes(30));
    const token = [...shop.core.world.tokens.values()][0]!;
    Object.assign(token, { expiresAt: shop.clock.now() + hours(9) });
    shop.clock.set(shop.clock.now() + hours(3));
    return id;
  };
  const closeSeller = () => {
    shop.core.command("updateSeller", { sellerId: shop.sellerId, active: false, now: shop.clock.now() });
    return {};
  };
  for (const [why, code, kind, make] of cases)
    test(`is ${code} for ${why}`, async () => {
      const page = await signedIn();
      const container = kind === "Wallet" ? "wallet" : "address";
      await bind(page, shop, kind, container, make());
      await logged(page, `${kind} ${code}`);
      expect(await frameIn(page, container).locator("[role=alert]").count()).toBe(1);
    });

  test("is BuyerSessionExpired without a sign-in, and an hour after it", async () => {
    const page = await signedIn();
    shop.clock.set(shop.clock.now() + minutes(60));
    await bind(page, shop, "AddressBook", "address");
    await bind(page, shop, "Wallet", "wallet");
    await logged(page, "AddressBook BuyerSessionExpired");
    await logged(page, "Wallet BuyerSessionExpired");
    await page.evaluate(() => (window as unknown as ShopWindow).amazon.Login.logout!());
    await bind(page, shop, "AddressBook", "address");
    await logged(page, "AddressBook BuyerSessionExpired");
  });

  test("is InvalidParameterValue when the scope of the widgets is missing", async () => {
    const page = await signedIn({ scope: "profile" });
    await bind(page, shop, "AddressBook", "address");
    await logged(page, "AddressBook InvalidParameterValue");
  });

  test("is any that a test forces by the script's address", async () => {
    const page = await signedIn({ forced: "Wallet:ITP,AddressBook:UnknownError" });
    await bind(page, shop, "AddressBook", "address");
    await bind(page, shop, "Wallet", "wallet");
    await logged(page, "AddressBook UnknownError");
    await logged(page, "Wallet ITP");
  });
});
