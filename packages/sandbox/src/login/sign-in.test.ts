import { journeyArtifacts, launchBrowser } from "@noren-pay/testkit";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "../../testing/axe.ts";
import { startTestShop, type TestShop } from "../../testing/shop.ts";
import {
  logged,
  logOf,
  makeButton,
  press,
  type ShopWindow,
  signIn,
  usualPage,
  usualScope,
  type Visit,
  visit,
} from "../../testing/visit.ts";

let browser: Browser;
let shop: TestShop;
let artifacts: string;
let here: Visit;
beforeAll(async () => {
  artifacts = await journeyArtifacts("pages");
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await here.context.close();
  await shop.close();
});

async function open(options: { locale?: string; width?: number } = {}): Promise<Page> {
  shop = await startTestShop();
  here = await visit(browser, usualPage(shop), options);
  return here.page;
}

describe("a sign-in by pop-up", () => {
  test("gives the token to the page's function, which stays", async () => {
    const page = await open();
    await makeButton(page, shop);
    await signIn(await press(page));
    await logged(page, "signed in");
    expect(here.problems).toEqual([]);
  });

  test("with e-mail and password refuses a wrong one first", async () => {
    const page = await open();
    await makeButton(page, shop);
    const popup = await press(page);
    await popup.fill("#ap_email", "Taro.Yamada@example.com");
    await popup.fill("#ap_password", "wrong");
    await popup.click(".button-text.signin-button-text");
    await popup.waitForSelector(".problem");
    expect(await popup.inputValue("#ap_email")).toBe("Taro.Yamada@example.com");
    await popup.fill("#ap_password", "noren-test");
    await popup.press("#ap_password", "Enter");
    await Promise.all([popup.waitForEvent("close"), popup.click(".consent-container .consent-link")]);
    await logged(page, "signed in");
  });

  test("asks for consent once, and shows no form to a buyer who is signed in", async () => {
    const page = await open();
    await makeButton(page, shop);
    await signIn(await press(page));
    await logged(page, "signed in");
    await page.evaluate(() => sessionStorage.clear());
    await page.goto(`${shop.shop}/`);
    await makeButton(page, shop);
    await Promise.all([page.waitForEvent("popup"), page.click("#button img")]);
    await logged(page, "signed in");
  });

  test("that the buyer does not allow is access_denied", async () => {
    const page = await open();
    await makeButton(page, shop);
    const popup = await press(page);
    await popup.click("button.buyer");
    await Promise.all([popup.waitForEvent("close"), popup.click("#consent-deny")]);
    await logged(page, "error access_denied");
  });

  test("whose window is closed is access_denied", async () => {
    const page = await open();
    await makeButton(page, shop);
    const popup = await press(page);
    await popup.waitForSelector("#ap_email");
    await popup.close();
    await logged(page, "error access_denied");
  });

  test("fills the request, calls the callback, then onSignIn with a draft", async () => {
    const page = await open();
    await page.evaluate(
      ([sellerId, scope]) => {
        const { OffAmazonPayments, amazon, log } = window as unknown as ShopWindow;
        let request: unknown;
        OffAmazonPayments.Button("button", sellerId as string, {
          authorization: () => {
            request = amazon.Login.authorize!(
              { scope, popup: scope, state: "st" },
              (answer: { access_token: string }) =>
                log.push(JSON.parse(JSON.stringify(answer)).status, answer === request),
            );
          },
          onSignIn: (contract: { getAmazonOrderReferenceId(): string; getAmazonBillingAgreementId(): unknown }) =>
            log.push(contract.getAmazonOrderReferenceId(), (request as { state: string }).state),
        });
      },
      [shop.sellerId, usualScope],
    );
    await signIn(await press(page));
    await logged(page, "st");
    const [, , status, same, orderReferenceId] = await logOf(page);
    expect([status, same]).toEqual(["complete", true]);
    expect(shop.core.world.orderReferences.get(orderReferenceId as string)?.state).toBe("Draft");
  });

  test("with an address goes there, the token in the query", async () => {
    const page = await open();
    shop.page("/next", "next");
    await page.evaluate(
      ([sellerId, scope]) => {
        const { OffAmazonPayments, amazon } = window as unknown as ShopWindow;
        OffAmazonPayments.Button("button", sellerId as string, {
          authorization: () => amazon.Login.authorize!({ scope }, "next?lang=ja"),
        });
      },
      [shop.sellerId, usualScope],
    );
    await signIn(await press(page));
    await page.waitForURL(/\/next\?lang=ja&access_token=Atza%7C/);
  });
});

describe("a sign-in by redirect", () => {
  async function redirect(page: Page): Promise<void> {
    shop.page("/return", "returned");
    await page.evaluate(
      (scope) =>
        void (window as unknown as ShopWindow).amazon.Login.authorize!(
          { scope, popup: "false", state: "st" },
          "/return",
        ),
      usualScope,
    );
    await page.waitForSelector("#ap_email");
  }

  test("comes back with the token in the fragment", async () => {
    const page = await open();
    await redirect(page);
    await page.click("button.buyer");
    await page.click(".consent-link");
    await page.waitForURL(/\/return#/);
    const answer = new URLSearchParams(new URL(page.url()).hash.slice(1));
    expect(Object.fromEntries(answer)).toEqual({
      access_token: expect.stringMatching(/^Atza\|/),
      token_type: "bearer",
      expires_in: "3600",
      scope: usualScope,
      state: "st",
    });
  });
  test("that the buyer does not allow comes back with an error in the query", async () => {
    const page = await open();
    await redirect(page);
    await page.click("button.buyer");
    await page.click("#consent-deny");
    await page.waitForURL(/\/return\?error=access_denied&error_description=[^&]+&state=st$/);
  });
});

describe("a cached token", () => {
  const never = (page: Page) =>
    page.evaluate(
      (scope) =>
        void (window as unknown as ShopWindow).amazon.Login.authorize!(
          { scope, interactive: "never" },
          (answer: { error?: string }) => (window as unknown as ShopWindow).log.push(answer.error ?? "cached"),
        ),
      usualScope,
    );

  test("serves interactive never, which opens no window", async () => {
    const page = await open();
    await never(page);
    await logged(page, "invalid_grant");
    await makeButton(page, shop);
    await signIn(await press(page));
    await logged(page, "signed in");
    await page.reload();
    await never(page);
    await logged(page, "cached");
    expect(here.context.pages()).toHaveLength(1);
  });

  test("is read from the cookie that a shop set, encoded or not", async () => {
    const page = await open();
    const buyerId = [...shop.core.world.buyers.keys()][0]!;
    const given = { buyerId, clientId: shop.clientId, scopes: usualScope.split(" "), now: shop.clock.now() };
    for (const write of [(text: string) => text, encodeURIComponent]) {
      const token = write(shop.core.issueToken(given).text);
      await page.evaluate((value) => {
        // biome-ignore lint/suspicious/noDocumentCookie: shops write it so.
        document.cookie = `amazon_Login_accessToken=${value}`;
        (window as unknown as ShopWindow).log.length = 0;
      }, token);
      await never(page);
      await logged(page, "cached");
    }
  });

  test("is forgotten by logout, after which the form is shown again", async () => {
    const page = await open();
    await makeButton(page, shop);
    await page.evaluate(() => (window as unknown as ShopWindow).amazon.Login.setUseCookie!(true));
    await signIn(await press(page));
    await logged(page, "signed in");
    expect(await page.evaluate(() => document.cookie)).toMatch(/amazon_Login_accessToken=Atza\|/);
    await page.evaluate(() => (window as unknown as ShopWindow).amazon.Login.logout!());
    expect(await page.evaluate(() => document.cookie)).toBe("");
    const popup = await press(page);
    await popup.waitForSelector("#ap_email");
  });
});

test("a buyer who signed out and came back by redirect is known again, and the old token is not", async () => {
  const page = await open();
  await makeButton(page, shop);
  await signIn(await press(page));
  await logged(page, "signed in");
  await page.evaluate(() => (window as unknown as ShopWindow).amazon.Login.logout!());
  usualPage(shop, "/return");
  await page.evaluate(
    (scope) => void (window as unknown as ShopWindow).amazon.Login.authorize!({ scope, popup: false }, "/return"),
    usualScope,
  );
  await page.click("button.buyer >> nth=1");
  await page.click(".consent-link");
  await page.waitForURL(/\/return#/);
  await page.waitForFunction(() => (window as unknown as ShopWindow).log?.length >= 2);
  const told = page.evaluate(
    () =>
      new Promise((resolve) => {
        const { retrieveProfile } = (window as unknown as ShopWindow).amazon.Login;
        retrieveProfile!((answer: { profile: { PrimaryEmail: string } }) => resolve(answer.profile.PrimaryEmail));
      }),
  );
  expect(await told).toBe("hanako.suzuki@example.com");
  expect(here.context.pages()).toHaveLength(1);
});

test("retrieveProfile and PKCE's retrieveToken answer the page", async () => {
  const page = await open();
  await page.evaluate(
    ([sellerId, scope]) => {
      const { OffAmazonPayments, amazon, log } = window as unknown as ShopWindow;
      OffAmazonPayments.Button("button", sellerId as string, {
        authorization: () =>
          amazon.Login.authorize!({ scope, pkce: true }, (answer: { code: string }) =>
            amazon.Login.retrieveToken!(answer.code, (tokens: { access_token: string }) =>
              amazon.Login.retrieveProfile!(tokens.access_token, (told: { profile: { PrimaryEmail: string } }) =>
                log.push(told.profile.PrimaryEmail),
              ),
            ),
          ),
      });
    },
    [shop.sellerId, usualScope],
  );
  await signIn(await press(page));
  await logged(page, "taro.yamada@example.com");
});

describe("a request that nobody may be told of", () => {
  test("is a page that names what is wrong, in Japanese and English", async () => {
    for (const [locale, text] of [
      ["ja-JP", "クライアントIDが登録されていません。"],
      ["en-US", "The client id is not registered."],
    ] as const) {
      const page = await open({ locale, width: 375 });
      const answer = await page.goto(`${shop.sandbox}/ap/oa?client_id=unknown&redirect_uri=https://evil.example/`);
      expect(answer?.status()).toBe(400);
      expect(await page.textContent("[role=alert]")).toBe(text);
      expect(await axeFindings(page)).toEqual([]);
      await page.screenshot({ path: `${artifacts}/refused-${locale}.png`, fullPage: true });
      await here.context.close();
      await shop.close();
    }
    await open();
  });
});

describe("the pages of the sign-in", () => {
  for (const [locale, width, sentence] of [
    ["ja-JP", 500, "Noren サンドボックス(Amazonではありません)"],
    ["ja-JP", 375, "Noren サンドボックス(Amazonではありません)"],
    ["en-US", 500, "Noren sandbox, not Amazon"],
    ["en-US", 375, "Noren sandbox, not Amazon"],
  ] as const)
    test(`say whose they are and are clean for screen readers (${locale}, ${width} px)`, async () => {
      const page = await open({ locale, width });
      await makeButton(page, shop);
      const popup = await press(page);
      await popup.setViewportSize({ width, height: 700 });
      for (const [name, ready] of [
        ["sign-in", "#ap_email"],
        ["consent", ".consent-link"],
      ] as const) {
        await popup.waitForSelector(ready);
        expect(await popup.textContent(".not-amazon")).toBe(sentence);
        expect(await axeFindings(popup)).toEqual([]);
        expect(await popup.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        await popup.screenshot({ path: `${artifacts}/${name}-${locale}-${width}.png`, fullPage: true });
        await popup.click("button.buyer, .consent-link").catch(() => undefined);
      }
      await logged(page, "signed in");
      expect(here.problems).toEqual([]);
    });
});
