// What the console shows when there is nothing, when something is wrong, and to people without a mouse.
import { launchBrowser } from "@noren-pay/testkit";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "../../testing/axe.ts";
import { artifactsFolder, tooWide, visitor } from "../../testing/console.ts";
import { quickSandbox } from "../testing/wire.ts";

let browser: Browser;
let artifacts: string;
beforeAll(async () => {
  artifacts = await artifactsFolder();
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe("a fresh sandbox's console", () => {
  for (const [path, sentence] of [
    ["/console", "リクエストはまだありません。"],
    ["/console/orders", "注文はまだありません。"],
    ["/console/orders?kind=agreements", "自動支払いはまだありません。"],
    ["/console/requests", "リクエストはまだありません。"],
    ["/console/notices", "通知はまだありません。"],
    ["/console/faults", "障害は設定されていません。"],
  ] as const)
    test(`says at ${path} that there is nothing, and what to do`, async () => {
      const sandbox = await quickSandbox();
      const { page, context, open, problems } = await visitor(browser, sandbox, { width: 375 });
      await open(path);
      expect(await page.textContent("#view")).toContain(sentence);
      expect(await axeFindings(page)).toEqual([]);
      expect(problems).toEqual([]);
      await context.close();
      await sandbox.close();
    });
});

describe("when something is wrong", () => {
  test("an object that is not there is said to be none, with what helps", async () => {
    const sandbox = await quickSandbox();
    const { page, context } = await visitor(browser, sandbox, { width: 375 });
    await page.goto(`${sandbox.url}/console/objects/S03-0000000-0000000`);
    await page.locator("#away .problem").waitFor();
    const text = await page.textContent("#away");
    expect(text).toContain("このIDのものはありません。");
    expect(text).toContain("一覧に戻ってご確認ください。");
    expect(await page.locator("#view").isVisible()).toBe(false);
    expect([await tooWide(page), await axeFindings(page)]).toEqual([0, []]);
    await page.screenshot({ path: `${artifacts}/gone-ja-375.png` });
    await context.close();
    await sandbox.close();
  });

  test("a sandbox that has gone is said to be away, and what was shown stays", async () => {
    const sandbox = await quickSandbox();
    const { page, context, open } = await visitor(browser, sandbox, { language: "en" });
    await open("/console/buyers");
    await sandbox.close();
    await page.locator("#away .problem").waitFor();
    expect(await page.textContent("#away")).toContain("The sandbox does not answer.");
    expect(await page.textContent("#view")).toContain("山田 太郎");
    await context.close();
  });

  test("a page of words and a wrong field are in Japanese too", async () => {
    const sandbox = await quickSandbox();
    const { page, context, open } = await visitor(browser, sandbox);
    await open("/console/sellers");
    await page.getByText("出品者を追加する").first().click();
    await page.getByLabel("出品者ID", { exact: true }).fill("x");
    await page.getByRole("button", { name: "出品者を追加する" }).click();
    await page.locator("#notes .problem").waitFor();
    const text = await page.textContent("#notes");
    expect(text).toContain("sellerId (出品者ID)");
    expect(text).toContain("もう一度お試しください。");
    await context.close();
    await sandbox.close();
  });
});

describe("without a mouse", () => {
  test("the first stop of the Tab key leads to the content", async () => {
    const sandbox = await quickSandbox();
    const { page, context, open } = await visitor(browser, sandbox, { language: "en" });
    await open("/console/orders");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("To the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("stage");
    await context.close();
    await sandbox.close();
  });

  test("an event is pressed with the Enter key, and the focus is not lost", async () => {
    const sandbox = await quickSandbox();
    const id = sandbox.newOrder();
    const { page, context, open } = await visitor(browser, sandbox, { language: "en" });
    await open(`/console/objects/${id}`);
    const minute = page.getByRole("button", { name: "1 minute passes" });
    await minute.focus();
    await page.keyboard.press("Enter");
    await page.locator(".done").waitFor();
    await page.getByRole("button", { name: "Three hours pass" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector('.life-cycle[aria-label*="Canceled"]');
    await minute.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".done")?.textContent?.includes("Nothing has changed"));
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("1 minute passes");
    await context.close();
    await sandbox.close();
  });

  test("what cannot be taken back is asked once more", async () => {
    const sandbox = await quickSandbox();
    const { page, context, open } = await visitor(browser, sandbox, { language: "en" });
    await open("/console/buyers");
    const remove = page.getByRole("button", { name: "Delete this buyer" }).last();
    await remove.click();
    expect(sandbox.core.world.buyers.size).toBe(2);
    await page.getByRole("button", { name: "Really? Delete this buyer" }).click();
    await page.locator(".done").waitFor();
    expect(sandbox.core.world.buyers.size).toBe(1);
    await context.close();
    await sandbox.close();
  });
});
