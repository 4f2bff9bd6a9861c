// A buyer in a real browser: opens the shop's page, signs in, looks into the widgets.
import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import type { TestShop } from "./shop.ts";

/** What the shop's page has on `window` in these tests. */
export interface ShopWindow extends Window {
  log: unknown[];
  amazon: { Login: Record<string, (...values: unknown[]) => unknown> };
  OffAmazonPayments: {
    Button(id: string, sellerId: string, options: object): void;
    Widgets: Record<string, new (options: object) => { bind(id: string): unknown }>;
    [name: string]: unknown;
  };
}

export const usualScope = "profile payments:widget payments:shipping_address";

/** The usual shop's page: three containers, a log, and the script in the head, asynchronously. */
export function usualPage(shop: TestShop, path = "/", { widgetsUrl = shop.widgetsUrl, more = "" } = {}): string {
  return shop.page(
    path,
    `<script>
window.log = [];
window.onAmazonLoginReady = () => {
  log.push("login " + typeof OffAmazonPayments);
  amazon.Login.setClientId(${JSON.stringify(shop.clientId)});
};
window.onAmazonPaymentsReady = () => log.push("payments " + document.readyState);
${more}
</script><script async src="${widgetsUrl}"></script>
<h1>Shop</h1><div id="button"></div>
<div id="address" style="width:400px;height:240px;max-width:100%"></div>
<div id="wallet" style="width:400px;height:240px;max-width:100%"></div>
<div id="consent" style="width:400px;height:140px;max-width:100%"></div>`,
  );
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of the page's scripts and console. */
  readonly problems: string[];
}

export async function visit(browser: Browser, url: string, { locale = "ja-JP", width = 800 } = {}): Promise<Visit> {
  const context = await browser.newContext({ locale, viewport: { width, height: 1200 } });
  const problems: string[] = [];
  context.on("weberror", (error) => problems.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => (window as unknown as ShopWindow).log.length >= 2);
  return { context, page, problems };
}

/** Makes the usual button; its sign-in by pop-up logs `signed in` or `error …`. */
export function makeButton(page: Page, shop: TestShop, more: { scope?: string } = {}): Promise<void> {
  return page.evaluate(
    ([sellerId, scope]) => {
      const { OffAmazonPayments, amazon, log } = window as unknown as ShopWindow;
      OffAmazonPayments.Button("button", sellerId as string, {
        type: "PwA",
        authorization: () =>
          amazon.Login.authorize!({ scope, popup: true }, (answer: { error?: string }) =>
            log.push(answer.error ? `error ${answer.error}` : "signed in"),
          ),
      });
    },
    [shop.sellerId, more.scope ?? usualScope],
  );
}

/** Presses the button and gives the window that opens. */
export async function press(page: Page): Promise<Page> {
  const [popup] = await Promise.all([page.waitForEvent("popup"), page.click("#button img")]);
  return popup;
}

/** Signs in as a test buyer and allows what is asked for. */
export async function signIn(popup: Page, email = "taro.yamada@example.com"): Promise<void> {
  await popup.click(`button.buyer:has-text("${email}")`);
  await Promise.race([popup.waitForSelector(".consent-link"), popup.waitForEvent("close")]).catch(() => undefined);
  if (popup.isClosed()) return;
  await Promise.all([popup.waitForEvent("close"), popup.click(".consent-link")]);
}

/** Waits until the shop's page has logged `entry`. */
export const logged = (page: Page, entry: string) =>
  page.waitForFunction((text) => (window as unknown as ShopWindow).log.includes(text), entry);

export const logOf = (page: Page) => page.evaluate(() => (window as unknown as ShopWindow).log);

/** Binds a widget whose callbacks log their names, and the error's code. */
export function bind(
  page: Page,
  shop: TestShop,
  kind: string,
  containerId: string,
  options: object = {},
): Promise<void> {
  return page.evaluate(
    ([kind, containerId, options]) => {
      const { OffAmazonPayments, log } = window as unknown as ShopWindow;
      const say = (what: string) => () => log.push(`${kind} ${what}`);
      const Widget = OffAmazonPayments.Widgets[kind as string]!;
      new Widget({
        onReady: say("ready"),
        ...(kind === "AddressBook" && { onAddressSelect: say("select"), onOrderReferenceCreate: say("create") }),
        ...(kind === "Wallet" && { onPaymentSelect: say("select") }),
        onError: (error: { getErrorCode(): string }) => log.push(`${kind} ${error.getErrorCode()}`),
        design: { designMode: "responsive" },
        ...(options as object),
      }).bind(containerId as string);
    },
    [kind, containerId, { sellerId: shop.sellerId, ...options }] as const,
  );
}

export const frameIn = (page: Page, containerId: string): FrameLocator => page.frameLocator(`#${containerId} iframe`);
