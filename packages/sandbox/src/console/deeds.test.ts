// What a person does at the console, in a real browser: what is pressed happens, and the page says so.
import { launchBrowser } from "@noren-pay/testkit";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "../../testing/axe.ts";
import { artifactsFolder, authorized, type Stage, startStage, type Visitor, visitor } from "../../testing/console.ts";
import { admin, signedCall } from "../testing/wire.ts";

let browser: Browser;
let stage: Stage;
let artifacts: string;
let person: Visitor;
let page: Page;
beforeAll(async () => {
  artifacts = await artifactsFolder();
  browser = await launchBrowser();
  stage = await startStage();
  person = await visitor(browser, stage.sandbox, { language: "en" });
  page = person.page;
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const button = (name: string) => page.getByRole("button", { name, exact: true });
const done = () => page.locator(".done");
const now = () => page.locator(".life-cycle .node.now").textContent();

describe("an object's events", () => {
  test("pressing one changes the life cycle and says what happened", async () => {
    const { orderId } = await authorized(stage.sandbox, 2_000);
    await person.open(`/console/objects/${orderId}`);
    expect(await now()).toBe("Open");
    await button("Amazon closes the order").click();
    await done().waitFor();
    expect(await done().textContent()).toContain(`Order ${orderId}: Open → Closed (AmazonClosed: Closed by Amazon.)`);
    await page.waitForSelector('.life-cycle[aria-label*="Closed"]');
    expect(await now()).toBe("Closed");
    expect(await page.locator(".history li").last().textContent()).toContain("By hand: Amazon closes the order.");
    expect(await axeFindings(page)).toEqual([]);
    await page.screenshot({ path: `${artifacts}/deed-event.png`, fullPage: true });
  });

  test("what follows for other objects is said too", async () => {
    const { orderId, authorizationId } = await authorized(stage.sandbox, 2_100);
    await person.open(`/console/objects/${orderId}`);
    await button("Amazon cancels the order").click();
    await done().waitFor();
    expect(await done().textContent()).toContain(`Authorization ${authorizationId}: Authorized → Closed`);
  });

  test("time can pass, and things expire", async () => {
    const { orderId, authorizationId } = await authorized(stage.sandbox, 2_200);
    await person.open(`/console/objects/${authorizationId}`);
    const before = stage.sandbox.clock.now();
    await button("30 days pass").click();
    await page.waitForFunction(() => document.querySelector(".done")?.textContent?.includes("30 days pass"));
    expect(stage.sandbox.clock.now() - before).toBe(30 * 86_400_000);
    expect(await done().textContent()).toContain("ExpiredUnused");
    await page.waitForSelector('.life-cycle[aria-label*="Closed"]');
    const last = page.locator(".history li", { hasText: "an authorization expires unused" });
    expect(await last.count()).toBe(1);
    expect(await page.locator(".tree a[aria-current]").textContent()).toContain(authorizationId);
    expect(await page.textContent("h1")).toContain(authorizationId);
    expect(await page.locator(".tree").textContent()).toContain(orderId);
  });

  test("a chargeback takes the amount that is given", async () => {
    await person.open(`/console/objects/${stage.captureId}`);
    await page.getByLabel("Amount, if not all of it").fill("500");
    await button("The buyer's bank charges it back").click();
    await done().waitFor();
    await page.waitForSelector(".sums");
    const capture = (await admin(stage.sandbox, "GET", `/objects/${stage.captureId}`)).body;
    expect(capture.refundedAmount.amount).toBe(3_500);
    await page.waitForFunction(() => document.querySelector(".sums")?.textContent?.includes("¥3,500 of"));
  });

  test("an event that came too late is refused in words, with a remedy", async () => {
    const { orderId } = await authorized(stage.sandbox, 2_300);
    await person.open(`/console/objects/${orderId}`);
    await admin(stage.sandbox, "POST", `/objects/${orderId}/events`, { event: "amazonCloses" });
    await button("Amazon closes the order").click();
    const problem = page.locator("#notes .problem");
    await problem.waitFor();
    const text = await problem.textContent();
    expect(text).toContain("The object's state does not allow this.");
    expect(text).toContain("event");
    expect(text).toContain("Its state has changed meanwhile");
  });
});

describe("the clock", () => {
  test("jumps a week with everything due on the way, and can be frozen and let run", async () => {
    await person.open("/console");
    const before = stage.sandbox.clock.now();
    await button("+7 days").click();
    await page.waitForFunction(() => document.querySelector(".done")?.textContent?.includes("has happened"));
    expect(stage.sandbox.clock.now() - before).toBe(7 * 86_400_000);
    await button("Let it run").click();
    await button("Freeze").waitFor();
    expect(stage.sandbox.clock.frozen).toBe(false);
    await button("Freeze").click();
    await button("Let it run").waitFor();
    expect(stage.sandbox.clock.frozen).toBe(true);
  });

  test("shows how far a long jump has come, and stops where it is told", async () => {
    await person.open("/console");
    const before = stage.sandbox.clock.now();
    await page.route("**/admin/clock/advance", async (route) => {
      const response = await route.fetch();
      if (stage.sandbox.clock.now() - before === 2 * 86_400_000) await button("Stop here").click();
      await route.fulfill({ response });
    });
    await button("+30 days").click();
    await page.locator("progress").waitFor();
    await page.waitForFunction(() => document.querySelector(".done")?.textContent?.includes("Stopped at"));
    await page.unroute("**/admin/clock/advance");
    expect(stage.sandbox.clock.now() - before).toBe(2 * 86_400_000);
    expect(await page.locator("progress").count()).toBe(0);
  });

  test("says what is next due, and about what", async () => {
    const id = stage.sandbox.newOrder();
    await person.open("/console");
    await page.waitForFunction(
      (wanted) => document.querySelector(".what")?.textContent?.includes(wanted),
      `a draft goes stale ${id}`,
    );
  });
});

describe("notifications", () => {
  test("one that was delivered is sent again, byte for byte", async () => {
    await person.open("/console/notices");
    const [first] = (await admin(stage.sandbox, "GET", "/notices?state=delivered&limit=1")).body.notices;
    await person.open(`/console/notices/${first.noticeId}`);
    await button("Send again").click();
    await done().waitFor();
    expect(await done().textContent()).toContain("It is sent once more, byte for byte.");
    await page.waitForFunction(() => document.querySelectorAll(".table tbody tr").length === 2);
    const bodies = stage.received.filter((body) => body.includes(first.noticeId));
    expect(bodies).toHaveLength(2);
    expect(bodies[0]).toBe(bodies[1]);
    await page.screenshot({ path: `${artifacts}/deed-replay.png`, fullPage: true });
  });

  test("a rule holds those to come until they are released", async () => {
    await person.open("/console/notices");
    await page.getByText("Add a rule").click();
    await page.getByLabel("What happens").selectOption("hold");
    await page.getByLabel("How many", { exact: true }).fill("1");
    await page.locator("details[open]").getByRole("button", { name: "Add it" }).click();
    await done().waitFor();
    const { authorizationId } = await authorized(stage.sandbox, 2_400);
    const row = page.locator("tr", { hasText: authorizationId });
    await row.getByText("held", { exact: true }).waitFor();
    await row.getByRole("button", { name: "Release" }).click();
    await row.getByText("delivered").waitFor();
    expect(stage.received.some((body) => body.includes(authorizationId))).toBe(true);
  });

  test("a forgery is sent under an id of its own", async () => {
    const [first] = (await admin(stage.sandbox, "GET", "/notices?state=delivered&limit=1")).body.notices;
    await person.open(`/console/notices/${first.noticeId}`);
    await page.getByLabel("What is wrong with it").selectOption("changedBody");
    await button("Send the forgery").click();
    await page.getByRole("link", { name: "See how it was answered" }).click();
    await page.getByText("the message was changed after signing").first().waitFor();
  });
});

describe("faults", () => {
  test("a rule that is added strikes, is counted and can be deleted", async () => {
    await person.open("/console/faults");
    await page.getByLabel("What happens").selectOption("throttle");
    await page.getByLabel("Operation").selectOption("GetServiceStatus");
    await page.getByLabel("How many calls").fill("2");
    await button("Add it").click();
    await done().waitFor();
    const row = page.locator("tbody tr", { hasText: "GetServiceStatus" });
    expect(await row.textContent()).toContain("0 of 2");
    expect((await signedCall(stage.sandbox, "GetServiceStatus", {})).code).toBe("RequestThrottled");
    await row.getByText("1 of 2").waitFor();
    await row.getByRole("button", { name: "Delete" }).click();
    await page.getByText("No mishap is planned").waitFor();
    expect((await signedCall(stage.sandbox, "GetServiceStatus", {})).status).toBe(200);
  });

  test("what was filled in wrong is named, with what helps", async () => {
    await person.open("/console/faults");
    await page.getByLabel("How many calls").fill("0");
    await button("Add it").click();
    const problem = page.locator("#notes .problem");
    await problem.waitFor();
    expect(await problem.textContent()).toContain("count (count)");
    expect(await problem.textContent()).toContain("Correct the field named above");
    expect(await page.getByLabel("How many calls").getAttribute("aria-invalid")).toBe("true");
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe("orders", () => {
  test("are found by the shop's number, and by seller", async () => {
    await person.open("/console/orders");
    await page.getByLabel("Search").fill("web-12800");
    await page.waitForFunction(() => document.querySelectorAll(".table tbody tr").length === 1);
    expect(await page.locator("tbody tr").textContent()).toContain(stage.orderId);
    expect(new URL(page.url()).searchParams.get("search")).toBe("web-12800");
    const other = (await admin(stage.sandbox, "POST", "/sellers", { storeName: "Other shop" })).body;
    await person.open(`/console/orders?seller=${other.sellerId}`);
    expect(await page.textContent("#view")).toContain("No order fits these filters.");
  });

  test("a draft is made without a browser, and its id can be copied", async () => {
    await person.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await person.open("/console/orders");
    await page.getByText("Make a draft without a browser").click();
    await page.getByLabel("Buyer", { exact: true }).selectOption({ label: "鈴木 花子 (hanako.suzuki@example.com)" });
    await page.getByLabel("Payment method").selectOption({ label: "JCB ending in 0000" });
    await button("Make the draft").click();
    const id = await page.locator(".made a").textContent();
    await page.locator(".made").getByRole("button", { name: /Copy/ }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id);
    const order = stage.sandbox.core.orderReference(id ?? "", stage.sandbox.clock.now());
    expect([order?.state, order?.card?.brand]).toEqual(["Draft", "JCB"]);
  });
});

describe("requests", () => {
  test("a wrong signature is explained", async () => {
    await person.open("/console/requests");
    await page.getByLabel("Errors alone").check();
    await page.locator("tr", { hasText: "SignatureDoesNotMatch" }).getByRole("link").first().click();
    await page.getByText("Why the signature does not match").waitFor();
    expect(await page.textContent("#view")).toContain("localhost");
    expect(await page.locator("mark").first().textContent()).not.toBe("");
  });
});

describe("sellers", () => {
  test("show a secret when asked for, and hide it again", async () => {
    await person.open("/console/sellers");
    const { secretKey } = stage.sandbox;
    const text = () => page.textContent("#view");
    expect(await text()).not.toContain(secretKey);
    await page.getByRole("button", { name: "Show: Secret key" }).first().click();
    expect(await text()).toContain(secretKey);
    await page.getByRole("button", { name: "Hide: Secret key" }).first().click();
    expect(await text()).not.toContain(secretKey);
  });
});

test("no page has said an error in all this", () => {
  expect(person.problems.filter((problem) => !/status of 4\d\d/.test(problem))).toEqual([]);
});
