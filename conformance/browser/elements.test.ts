// The custom elements as a shop uses them: the built library, a page of the shop, the sandbox, a real browser.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Sandbox, startSandbox } from "@noren-pay/sandbox";
import { launchBrowser, testStart } from "@noren-pay/testkit";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

interface Heard {
  readonly name: string;
  readonly detail: Record<string, string>;
}

let library: string;
let browser: Browser;
let sandbox: Sandbox;
let shop: { readonly url: string; readonly pages: Map<string, string>; readonly server: Server };
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  library = await bundle();
  browser = await launchBrowser();
  sandbox = await startSandbox({ frozen: true, start: testStart });
  shop = await startShop();
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
  shop.server.closeAllConnections();
  shop.server.close();
});
beforeEach(async () => {
  context = await browser.newContext({ locale: "ja-JP", viewport: { width: 800, height: 900 } });
  page = await context.newPage();
});
afterEach(() => context.close());

/** The library from its sources, as its own build makes it. */
async function bundle(): Promise<string> {
  const root = new URL("../../packages/browser/", import.meta.url).pathname;
  const built = await build({ root, configFile: `${root}vite.config.ts`, logLevel: "silent", build: { write: false } });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ("output" in each ? each.output : []));
  const file = outputs.find((each) => each.fileName === "noren.js");
  if (file?.type !== "chunk") throw new Error("the library was not built");
  return file.code;
}

async function startShop() {
  const pages = new Map<string, string>();
  const amazon = new URL(sandbox.url).origin;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://shop").pathname;
    const text = path === "/noren.js" ? library : pages.get(path);
    response.writeHead(text === undefined ? 404 : 200, {
      "content-type": path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; script-src 'self' ${amazon}; img-src data:; frame-src ${amazon}; connect-src ${amazon}`,
    });
    response.end(text ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, pages, server };
}

/** Opens a page of the shop with this body; everything it hears is written down. */
async function open(body: string, { path = "/", lang = "ja", sellerId = sandbox.sellerId } = {}): Promise<void> {
  const widgetsUrl = `${sandbox.url}/OffAmazonPayments/jp/sandbox/lpa/js/Widgets.js`;
  shop.pages.set(
    "/page.js",
    `import { loadAmazonPay, logout } from "/noren.js";
window.heard = [];
window.logout = logout;
for (const name of ["noren-sign-in", "noren-order-reference", "noren-address-select", "noren-payment-select", "noren-error"])
  document.addEventListener(name, ({ detail }) => heard.push({ name, detail }));
loadAmazonPay(${JSON.stringify({ widgetsUrl, clientId: sandbox.clientId, sellerId })}).catch((error) => heard.push({ name: error.code, detail: {} }));`,
  );
  shop.pages.set(
    path,
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>shop</title><script type="module" src="/page.js"></script>${body}`,
  );
  await page.goto(shop.url + path);
}

const heard = () => page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
const names = async () => (await heard()).map((each) => each.name);
const wait = (name: string, times = 1) =>
  page.waitForFunction(
    ([name, times]) =>
      (window as unknown as { heard?: Heard[] }).heard?.filter((each) => each.name === name).length === times,
    [name, times] as const,
  );

async function signInByPopup(): Promise<void> {
  await page.waitForSelector("noren-amazon-pay-button img");
  const [popup] = await Promise.all([page.waitForEvent("popup"), page.click("noren-amazon-pay-button img")]);
  await popup.click("button.buyer").catch(() => undefined);
  await popup.click(".consent-link").catch(() => undefined);
  await wait("noren-sign-in");
}

const button = "<noren-amazon-pay-button></noren-amazon-pay-button>";
const widgets = "<noren-wallet></noren-wallet><noren-address-book></noren-address-book>";

describe("a sign-in", () => {
  test("by pop-up is told with its token", async () => {
    await open(button);
    await signInByPopup();
    expect((await heard())[0]?.detail).toMatchObject({
      accessToken: expect.stringMatching(/^Atza\|/),
      expiresInSeconds: 3600,
    });
  });

  test("by redirect is told on the page it comes back to, whose address keeps no token", async () => {
    shop.pages.set("/return", "");
    await open("<p>back</p>", { path: "/return" });
    await open('<noren-amazon-pay-button return-url="/return?step=2"></noren-amazon-pay-button>');
    await page.click("noren-amazon-pay-button img");
    await page.click("button.buyer");
    if (new URL(page.url()).port === new URL(sandbox.url).port)
      await page.click(".consent-link").catch(() => undefined);
    await page.waitForURL(/\/return\?step=2$/);
    await wait("noren-sign-in");
    expect(await page.evaluate(() => document.cookie)).toMatch(/amazon_Login_accessToken=Atza\|/);
  });

  test("that this tab did not begin is refused", async () => {
    await open("", { path: "/return" });
    await page.goto(`${shop.url}/return#access_token=Atza%7Cforeign&token_type=bearer&expires_in=3600&state=x`);
    await page.reload();
    await wait("noren-error");
    expect((await heard())[0]?.detail.code).toBe("StateMismatch");
    expect(await page.evaluate(() => document.cookie)).toBe("");
  });
});

describe("address book and wallet", () => {
  test("show one order reference, whichever stands first, and tell what is chosen", async () => {
    await open(button);
    await signInByPopup();
    await open(widgets);
    await wait("noren-payment-select");
    expect(await names()).toEqual([
      "noren-order-reference",
      "noren-address-select",
      "noren-order-reference",
      "noren-payment-select",
    ]);
    const ids = new Set((await heard()).map((each) => each.detail.orderReferenceId));
    expect(ids.size).toBe(1);
    const order = sandbox.core.orderReference([...ids][0] as string, sandbox.clock.now());
    expect(order).toMatchObject({ state: "Draft", card: { tail: "1111" }, address: { StateOrRegion: "東京都" } });
  });

  test("become read-only and are drawn again with the same order reference", async () => {
    await open(button);
    await signInByPopup();
    await open(widgets);
    await wait("noren-payment-select");
    await page.evaluate(() => {
      document.querySelector("noren-address-book")?.setAttribute("display-mode", "read");
      (document.querySelector("noren-wallet") as unknown as { refresh(): void }).refresh();
    });
    await wait("noren-order-reference", 4);
    await page.frameLocator("noren-address-book iframe").locator(".chosen").waitFor();
    expect(new Set((await heard()).map((each) => each.detail.orderReferenceId)).size).toBe(1);
  });

  test("may wait for the sign-in on the same page", async () => {
    await open(`${button}${widgets.replaceAll("></", " wait-for-sign-in></")}`);
    await signInByPopup();
    await wait("noren-payment-select");
    expect(await names()).not.toContain("noren-error");
  });

  test("say what is wrong with a code, and to the buyer in the page's language", async () => {
    for (const [lang, text] of [
      ["ja", "もう一度Amazonアカウントでログインしてください"],
      ["en", "Please sign in with Amazon again"],
    ] as const) {
      await open("<noren-address-book></noren-address-book>", { lang });
      await wait("noren-error");
      const { code, text: told } = (await heard())[0]?.detail ?? {};
      expect([code, told]).toEqual(["BuyerSessionExpired", expect.stringContaining(text)]);
    }
  });
});

test("logout forgets the buyer", async () => {
  await open(button);
  await signInByPopup();
  await page.evaluate(() => (window as unknown as { logout(): Promise<void> }).logout());
  expect(await page.evaluate(() => document.cookie)).toBe("");
  await open("<noren-address-book></noren-address-book>");
  await wait("noren-error");
});
