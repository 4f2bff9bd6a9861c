// The back office as staff use it: built from its sources, served by the real service, in a real browser.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { minutes } from "@noren-pay/base";
import { demoUsers, type Settings } from "@noren-pay/server";
import { journeyArtifacts, launchBrowser } from "@noren-pay/testkit";
import axe from "axe-core";
import type { BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import { type House, house, yenOf } from "../server/support.ts";

export const widths = { desktop: { width: 1280, height: 900 }, phone: { width: 375, height: 812 } } as const;
export type Width = keyof typeof widths;
export type Language = "ja" | "en";

export interface Office {
  readonly house: House;
  /** A browser of its own, at the list of orders unless `as` is null: then at the sign-in. */
  visit(options?: VisitOptions): Promise<Visit>;
  place(options?: PlaceOptions): Promise<{ readonly orderId: string; readonly sellerOrderId: string }>;
  close(): Promise<void>;
}

interface VisitOptions {
  readonly language?: Language;
  readonly width?: Width;
  readonly as?: (typeof demoUsers)[number] | null;
  readonly reducedMotion?: boolean;
}

interface PlaceOptions {
  readonly simulation?: string;
  readonly total?: number;
  readonly sellerOrderId?: string;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about: broken scripts, and what the page's policy forbade. */
  readonly complaints: readonly string[];
  /** Goes to an address of the office and waits until it is drawn. */
  open(path: string): Promise<void>;
}

export async function office(settings: Partial<Settings> = {}): Promise<Office> {
  const consoleDir = await mkdtemp(join(tmpdir(), "noren-console-"));
  await bundle(consoleDir);
  const home = await house({ consoleDir, ...settings });
  const browser = await launchBrowser();
  let placed = 0;
  return {
    house: home,
    async place({ simulation, total = 10_800, sellerOrderId = `S-${1_000 + ++placed}` } = {}) {
      // Time stands still otherwise, and with it Amazon's quota.
      await home.advance(minutes(1));
      const card = simulation === undefined ? {} : { cardId: await cardOf(home, simulation) };
      const amazonOrderReferenceId = await home.newDraft(card);
      const reply = await home.api("POST", "/v1/orders", {
        amazonOrderReferenceId,
        sellerOrderId,
        total: yenOf(total),
      });
      return { orderId: reply.body.order.orderId, sellerOrderId };
    },
    async visit({ language = "ja", width = "desktop", as = demoUsers[0], reducedMotion = false } = {}) {
      const context = await browser.newContext({
        baseURL: home.server.url,
        locale: language === "ja" ? "ja-JP" : "en-GB",
        viewport: widths[width],
        reducedMotion: reducedMotion ? "reduce" : "no-preference",
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => {
        // An answer of 4xx is told by the page; the browser's own line about it says nothing new.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
          complaints.push(message.text());
      });
      const visit: Visit = {
        page,
        context,
        complaints,
        async open(path) {
          await page.goto(path);
          await settled(page);
        },
      };
      await visit.open("/");
      if (as !== null) await signIn(page, as);
      return visit;
    },
    async close() {
      await browser.close();
      await home.close();
      await rm(consoleDir, { recursive: true, force: true });
    },
  };
}

async function bundle(outDir: string) {
  const root = new URL("../../packages/console/", import.meta.url).pathname;
  await build({ root, configFile: `${root}vite.config.ts`, logLevel: "warn", build: { outDir, emptyOutDir: true } });
}

async function cardOf(home: House, simulation: string): Promise<string> {
  const { buyers } = await home.admin.listBuyers();
  return buyers[0]?.cards.find((card) => card.simulation === simulation)?.cardId ?? "";
}

export async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.locator("button[type=submit]").click();
  await page.locator("nav").waitFor();
  await settled(page);
}

/** Drawn, with its fonts, and nothing loading any more. */
export async function settled(page: Page) {
  await page.locator("h1").first().waitFor();
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** What axe finds wrong, as lines. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.replaceAll("\n", " ")}`),
  );
}

/** Whether the page is wider than the screen, as a line. */
export async function tooWide(page: Page): Promise<string[]> {
  const px = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return px > 0 ? [`${px} px wider than the screen`] : [];
}

/** Keeps a picture, to be looked at: of the whole page, or of the screen where a dialog is open. */
export async function picture(page: Page, name: string) {
  const fullPage = (await page.getByRole("dialog").count()) === 0;
  await page.screenshot({ path: join(await journeyArtifacts("console"), `${name}.png`), fullPage });
}
