// A buyer in a real browser, as the journeys need one. Each step is what a person sees and does.
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";

export interface Buyer {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Opens the shop and puts the product into the cart. */
  choosesProduct(name: RegExp): Promise<void>;
  /** Signs in by the pop-up and allows what the shop asks for; ends on the checkout page. */
  signsIn(email: string, password: string): Promise<void>;
  /** Clicks the address that holds this text. */
  choosesAddress(text: RegExp): Promise<void>;
  choosesPaymentMethod(text: RegExp): Promise<void>;
  /** Clicks the button once it can be clicked. */
  buys(): Promise<void>;
}

const stepMs = 20_000;

export async function newBuyer(browser: Browser, storeUrl: string, locale: string): Promise<Buyer> {
  const context = await browser.newContext({ locale, viewport: { width: 1200, height: 900 } });
  context.setDefaultTimeout(stepMs);
  const page = await context.newPage();
  return {
    context,
    page,
    async choosesProduct(name) {
      await page.goto(storeUrl);
      await page.locator(".product", { hasText: name }).getByRole("button").click();
      await page.waitForURL("**/cart");
    },
    async signsIn(email, password) {
      const button = page.locator("img.amazonpay-button-inner-image");
      await button.waitFor();
      const [popup] = await Promise.all([context.waitForEvent("page"), button.click()]);
      await popup.fill("#ap_email", email);
      await popup.fill("#ap_password", password);
      await popup.locator("form:has(#ap_email) button").click();
      await Promise.race([allow(popup), popup.waitForEvent("close", { timeout: stepMs })]);
      await page.waitForURL("**/checkout");
    },
    choosesAddress: async (text) => choose(await widget(page, "address-book"), ".address-list li a", text),
    choosesPaymentMethod: async (text) => choose(await widget(page, "wallet"), ".payment-list li a", text),
    async buys() {
      const button = page.locator("#buy");
      await page.waitForFunction(() => document.querySelector<HTMLButtonElement>("#buy")?.disabled === false);
      await button.click();
    },
  };
}

/** The consent page comes only the first time. */
async function allow(popup: Page): Promise<void> {
  const consent = popup.locator("button[value=allow]").first();
  await consent.click().catch((error) => {
    if (!popup.isClosed()) throw error;
  });
}

/** The newest frame of a widget: a widget that is drawn again gets a new one. */
async function widget(page: Page, name: string): Promise<Frame> {
  const handle = await page.waitForSelector(`noren-${name} iframe`);
  const frame = await handle.contentFrame();
  if (!frame) throw new Error(`the ${name} has no frame`);
  return frame;
}

async function choose(frame: Frame, choices: string, text: RegExp): Promise<void> {
  await frame.locator(choices, { hasText: text }).first().click();
}
