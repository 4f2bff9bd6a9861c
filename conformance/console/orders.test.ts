// What staff do with orders in the back office, against the real service and the sandbox.
import { demoUsers } from "@noren-pay/server";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Office, office, settled, type Visit } from "./support.ts";

let place: Office;
let visit: Visit;
let page: Page;
beforeAll(async () => {
  place = await office({ signInsPerMinuteMax: 1_000 });
  visit = await place.visit();
  page = visit.page;
});
afterAll(() => place?.close());

const button = (name: string | RegExp, within: Page | Locator = page) => within.getByRole("button", { name });
const dialog = () => page.getByRole("dialog");
const heading = (name: string) => page.getByRole("heading", { level: 2, name, exact: true });
const read = async (orderId: string) => (await place.house.api("GET", `/v1/orders/${orderId}`)).body;
const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");

describe("shipping", () => {
  test("captures the whole amount with a note, by keyboard alone", async () => {
    const { orderId, sellerOrderId } = await place.place();
    await visit.open("/");
    await page.getByRole("link", { name: sellerOrderId }).focus();
    await page.keyboard.press("Enter");
    await heading("発送して売上請求").waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");

    await button("発送して売上請求").focus();
    await page.keyboard.press("Enter");
    await dialog().waitFor();
    await dialog().getByRole("textbox").focus();
    await page.keyboard.type("ヤマト 1234-5678");
    await button("¥10,800 を売上請求", dialog()).focus();
    await page.keyboard.press("Enter");

    await page.getByText("売上請求しました。").waitFor();
    expect(await focused()).toContain("売上請求しました。");
    await heading("対応は不要").waitFor();
    expect(await button("発送して売上請求").isDisabled()).toBe(true);
    expect(await read(orderId)).toMatchObject({
      balances: { captured: { amount: 10_800 } },
      shipments: [{ note: "ヤマト 1234-5678" }],
    });
  });

  test("in part leaves the rest to be authorized again and shipped", async () => {
    const { orderId } = await place.place({ total: 9_000 });
    await visit.open(`/orders/${orderId}`);
    await button("発送して売上請求").click();
    await dialog().getByLabel("一部の金額").check();
    await dialog().getByLabel("金額", { exact: true }).fill("９，００１円");
    await button(/を売上請求$/, dialog()).click();
    await dialog().getByText("オーソリ金額（¥9,000）以下で入力してください。").waitFor();
    await dialog().getByLabel("金額", { exact: true }).fill("３，０００円");
    await button("¥3,000 を売上請求", dialog()).click();
    await dialog().waitFor({ state: "detached" });

    await heading("再オーソリ").waitFor();
    await button("再オーソリ").click();
    await button("再オーソリ", dialog()).click();
    await page.getByText("再オーソリしました。").waitFor();
    await heading("発送して売上請求").waitFor();
    await button("発送して売上請求").click();
    await button("¥6,000 を売上請求", dialog()).click();
    await heading("対応は不要").waitFor();
    expect((await read(orderId)).captures.map((each: { amount: object }) => each.amount)).toMatchObject([
      { amount: 3_000 },
      { amount: 6_000 },
    ]);
  });
});

async function shippedOrder(total = 10_000) {
  const { orderId } = await place.place({ total });
  await place.house.api("POST", `/v1/orders/${orderId}/shipments`, {});
  await visit.open(`/orders/${orderId}`);
  return orderId;
}

async function askForRefund(amount: string) {
  await button("返金").click();
  await dialog().getByLabel("金額", { exact: true }).fill(amount);
  await button("確認へ進む", dialog()).click();
}

describe("refunding", () => {
  test("says the amount again before anything happens, and shows it pending, then done", async () => {
    const orderId = await shippedOrder();
    await askForRefund("1200");
    await dialog().getByText("¥1,200 を購入者に返金します。").waitFor();
    expect((await read(orderId)).refunds).toEqual([]);
    await button("¥1,200 を返金", dialog()).click();
    await page.getByText("返金を受け付けました。").waitFor();
    expect((await read(orderId)).refunds).toMatchObject([{ state: "Pending", amount: { amount: 1_200 } }]);
    await page.getByRole("region", { name: "返金" }).getByText("処理中").waitFor();

    await place.house.advance(60_000);
    await page.reload();
    await settled(page);
    await page.getByRole("region", { name: "返金" }).getByText("返金済み").waitFor();
  });

  test("is not done by a double click, nor by a key held too long", async () => {
    const orderId = await shippedOrder();
    await button("返金").click();
    await button("確認へ進む", dialog()).dblclick();
    await page.keyboard.press("Enter");
    await dialog().getByText("¥10,000 を購入者に返金します。").waitFor();
    expect(await focused()).toContain("¥10,000 を購入者に返金します。");
    expect((await read(orderId)).refunds).toEqual([]);
  });

  test("over the limit names the field and what would be taken", async () => {
    await shippedOrder();
    await askForRefund("50000");
    await dialog().getByText("売上請求の残り（¥10,000）を超えています。").waitFor();
    await button("¥50,000 を返金", dialog()).click();
    await dialog().getByText("返金できる金額を超えています。").waitFor();
    expect(await dialog().getByRole("alert").textContent()).toMatch(/項目: 金額.*上限: ¥11,500/);
  });

  test("whose answer is lost is done once, however often it is asked for", async () => {
    const orderId = await shippedOrder();
    await askForRefund("700");
    let lost = 0;
    await page.route("**/refunds", async (route) => {
      await route.fetch();
      lost += 1;
      await route.abort();
    });
    await button("¥700 を返金", dialog()).click();
    await dialog().getByText("サーバーに接続できません。").waitFor();
    await page.unroute("**/refunds");
    await button("確認へ進む", dialog()).click();
    await button("¥700 を返金", dialog()).click();
    await page.getByText("返金を受け付けました。").waitFor();
    expect(lost).toBe(1);
    expect((await read(orderId)).refunds).toHaveLength(1);
  });

  test("from a page that is no longer true is refused, not done twice", async () => {
    const orderId = await shippedOrder();
    const other = await place.visit();
    await other.open(`/orders/${orderId}`);
    for (const [who, amount] of [
      [page, "300"],
      [other.page, "400"],
    ] as const) {
      await button("返金", who).click();
      await who.getByRole("dialog").getByLabel("金額", { exact: true }).fill(amount);
      await button("確認へ進む", who).click();
    }
    await button("¥300 を返金").click();
    await page.getByText("返金を受け付けました。").waitFor();
    await button("¥400 を返金", other.page).click();
    await other.page.getByText("この画面を開いた後に注文が変わりました。").waitFor();
    await other.context.close();
    expect((await read(orderId)).refunds).toHaveLength(1);
  });

  test("is given up by Escape, which gives the focus back", async () => {
    await shippedOrder();
    await button("返金").click();
    await dialog().waitFor();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.textContent === "返金");
  });

  test("is closed to those without the right, with the reason", async () => {
    const orderId = await shippedOrder();
    const shipping = await place.visit({ as: demoUsers[1] });
    await shipping.open(`/orders/${orderId}`);
    const refund = button("返金", shipping.page);
    expect(await refund.isDisabled()).toBe(true);
    const reason = await refund.getAttribute("aria-describedby");
    expect(await shipping.page.locator(`[id="${reason}"]`).textContent()).toBe("この操作を行う権限がありません。");
    await shipping.context.close();
  });
});

describe("canceling", () => {
  test("ends an order of which nothing was captured", async () => {
    const { orderId } = await place.place();
    await visit.open(`/orders/${orderId}`);
    await button("注文をキャンセル").click();
    await dialog().getByLabel("理由（任意）").fill("在庫なし");
    await button("注文をキャンセル", dialog()).click();
    await page.getByText("注文をキャンセルしました。").waitFor();
    expect((await read(orderId)).state).toBe("Canceled");
  });
});

describe("one order", () => {
  test("shows the buyer, and Amazon's request ids for its support", async () => {
    const { orderId } = await place.place();
    await visit.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await visit.open(`/orders/${orderId}`);
    const buyer = await page.getByRole("region", { name: "購入者とお届け先" }).textContent();
    expect(buyer).toMatch(/山田 太郎.*@.*〒\d{3}-\d{4}/);
    await page.getByText("すべて", { exact: true }).click();
    const call = page.getByRole("listitem").filter({ hasText: "オーソリ: 完了しました。" });
    await call.locator("summary").click();
    const requestId = await call.locator("code").textContent();
    await button("リクエストIDをコピー", call).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(requestId);
  });

  test("of nobody here is told to be none", async () => {
    await visit.open(`/orders/${"0".repeat(32)}`);
    await page.getByText("該当する注文はありません。").waitFor();
  });

  test("is drawn without a complaint of the browser", () => expect(visit.complaints).toEqual([]));
});
