// Signing in and out, finding orders, notices, a sandbox's time, and the two languages.
import { demoUsers } from "@noren-pay/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call } from "../server/support.ts";
import { type Office, office, settled, signIn } from "./support.ts";

const signInsPerMinuteMax = 40;
let place: Office;
beforeAll(async () => {
  place = await office({ signInsPerMinuteMax });
});
afterAll(() => place?.close());

describe("signing in", () => {
  test("leads to the page that was asked for, and a wrong password is told in words", async () => {
    const { page, open, context } = await place.visit({ as: null });
    await open("/notices");
    await page.getByLabel("メールアドレス").fill(demoUsers[0].email);
    await page.getByLabel("パスワード", { exact: true }).fill("wrong");
    await page.keyboard.press("Enter");
    await page.getByText("メールアドレスまたはパスワードが違います。").waitFor();
    await signIn(page, demoUsers[0]);
    await page.getByRole("heading", { level: 1, name: "Amazonからの通知" }).waitFor();
    await context.close();
  });

  test("ends by signing out, after which nothing is left to see", async () => {
    const { page, open, context } = await place.visit();
    await page.getByRole("button", { name: demoUsers[0].name }).click();
    await page.getByRole("menuitem", { name: "サインアウト" }).click();
    await page.getByRole("button", { name: "サインイン" }).waitFor();
    await open("/");
    await page.getByRole("button", { name: "サインイン" }).waitFor();
    await context.close();
  });

  test("is asked for again when the session has ended meanwhile", async () => {
    const { page, context } = await place.visit();
    await context.clearCookies();
    await page.getByRole("link", { name: "通知" }).click();
    await page.getByRole("button", { name: "サインイン" }).waitFor();
    await context.close();
  });
});

describe("the list of orders", () => {
  test("is searched, filtered, and shown page by page", async () => {
    for (let i = 0; i < 5; i++) await place.place({ sellerOrderId: `LIST-${i}` });
    const { page, open, context } = await place.visit();
    // Small pages, so that five orders fill three of them.
    await page.route("**/console/api/orders?*", (route) =>
      route.continue({ url: route.request().url().replace("limit=50", "limit=2") }),
    );
    await open("/");
    const rows = page.getByRole("row").filter({ has: page.getByRole("link") });
    expect(await rows.count()).toBe(2);
    for (const count of [4, 5]) {
      await page.getByRole("button", { name: "さらに表示" }).click();
      await rows.nth(count - 1).waitFor();
    }
    expect(await page.getByRole("button", { name: "さらに表示" }).count()).toBe(0);

    await page.getByRole("searchbox").fill("LIST-3");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/?q=LIST-3");
    await page.getByText("1件", { exact: true }).waitFor();
    expect(await rows.first().textContent()).toContain("LIST-3");

    await page.getByRole("button", { name: "検索を消す" }).click();
    await page.getByLabel("注文の状態").selectOption("Canceled");
    await page.getByText("条件に合う注文はありません。").waitFor();
    await page.goBack();
    await rows.nth(1).waitFor();
    await context.close();
  });

  test("that cannot be had offers to try again", async () => {
    const { page, open, context } = await place.visit();
    await page.route("**/console/api/orders?*", (route) => route.fulfill({ status: 500, body: "" }));
    await open("/");
    await page.getByText("サーバーから正しい応答がありません。").waitFor();
    await page.unroute("**/console/api/orders?*");
    await page.getByRole("button", { name: "再読み込み" }).click();
    await page.getByRole("row").nth(1).waitFor();
    await context.close();
  });
});

describe("notices", () => {
  test("lead to their order", async () => {
    const { page, open, context } = await place.visit();
    await open("/notices");
    await page.getByRole("row").filter({ hasText: "オーソリ" }).first().getByRole("link").click();
    await page.waitForURL("**/?q=*");
    await page.getByText("1件", { exact: true }).waitFor();
    await context.close();
  });
});

describe("a sandbox's time", () => {
  test("moves on for the service too: an authorization runs out after 30 days", async () => {
    const { orderId } = await place.place();
    const { page, open, context } = await place.visit({ reducedMotion: true });
    await open(`/orders/${orderId}`);
    await page.getByText(/オーソリの期限: あと(29|30)日/).waitFor();
    await page.getByRole("link", { name: "時刻" }).click();
    await page.getByRole("button", { name: "＋30日" }).click();
    await page.getByText("時刻を進めています…").first().waitFor();
    await page.getByText(/まで進めました/).waitFor({ timeout: 50_000 });
    await open(`/orders/${orderId}`);
    await page.getByRole("heading", { level: 2, name: "再オーソリ", exact: true }).waitFor();
    await context.close();
  });

  test("is not for those without the right", async () => {
    const { page, open, context } = await place.visit({ as: demoUsers[1] });
    await open("/time");
    await page.getByText("時刻を進める権限がありません。").waitFor();
    expect(await page.getByRole("button", { name: "＋1時間" }).isDisabled()).toBe(true);
    await context.close();
  });
});

describe("the language", () => {
  test("is the browser's until it is chosen, and then stays", async () => {
    const { page, context } = await place.visit();
    await page.getByText("English").click();
    await page.getByRole("heading", { level: 1, name: "Orders" }).waitFor();
    await page.reload();
    await settled(page);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Orders");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.title()).toBe("Orders | Noren back office");
    await context.close();
  });
});

describe("too many tries to sign in", () => {
  test("are told with how long to wait", async () => {
    const { page, context } = await place.visit({ as: null });
    const body = { email: "nobody@example.com", password: "wrong" };
    for (let status = 0, tries = 0; status !== 429 && tries <= signInsPerMinuteMax; tries++)
      ({ status } = await call(`${place.house.server.url}/console/api/session`, { method: "POST", body }));
    await page.getByLabel("メールアドレス").fill(demoUsers[0].email);
    await page.getByLabel("パスワード", { exact: true }).fill("wrong");
    await page.keyboard.press("Enter");
    await page.getByText(/試行回数が多すぎます。\d+秒ほど待って/).waitFor();
    await context.close();
  });
});
