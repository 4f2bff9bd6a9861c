// How the pages of the back office look, read and fit: each in both languages, on a desk and on a phone.
import { demoUsers } from "@noren-pay/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { yenOf } from "../server/support.ts";
import { axeFaults, type Language, type Office, office, picture, signIn, tooWide, type Width } from "./support.ts";

let place: Office;
let orders: Awaited<ReturnType<typeof someOrders>>;
beforeAll(async () => {
  place = await office({ signInsPerMinuteMax: 1_000 });
  orders = await someOrders();
});
afterAll(() => place?.close());

/** An order of each kind that staff meet. */
async function someOrders() {
  const { api } = place.house;
  const fresh = await place.place({ total: 10_800 });
  const shipped = await place.place({ total: 128_000 });
  await api("POST", `/v1/orders/${shipped.orderId}/shipments`, { amount: yenOf(98_000), note: "箱1／2" });
  await api("POST", `/v1/orders/${shipped.orderId}/refunds`, { amount: yenOf(12_500) });
  const declined = await place.place({ simulation: "InvalidPaymentMethod" });
  const rejected = await place.place({ simulation: "AmazonRejected" });
  const canceled = await place.place({ total: 3_980 });
  await api("POST", `/v1/orders/${canceled.orderId}/cancel`, { reason: "在庫なし" });
  const refunding = await place.place({ total: 5_500 });
  await api("POST", `/v1/orders/${refunding.orderId}/shipments`, {});
  await api("POST", `/v1/orders/${refunding.orderId}/refunds`, { amount: yenOf(5_500) });
  return { fresh, shipped, declined, rejected, canceled, refunding };
}

const cases: [Language, Width][] = [
  ["ja", "desktop"],
  ["ja", "phone"],
  ["en", "desktop"],
  ["en", "phone"],
];

/** The rules of accessibility know neither words nor widths well: two of the four see all that there is. */
const readAloud = (language: Language, width: Width) => (language === "ja") === (width === "desktop");

describe("every screen", () => {
  for (const [language, width] of cases)
    test(`can be read by everybody and fits, ${language}, ${width}`, async () => {
      const { page, complaints, open, context } = await place.visit({ language, width, as: null });
      const faults: string[] = [];
      const look = async (name: string) => {
        const unread = readAloud(language, width) ? await axeFaults(page) : [];
        for (const fault of [...unread, ...(await tooWide(page))]) faults.push(`${name}: ${fault}`);
        await picture(page, `${name}-${language}-${width}`);
      };
      await look("sign-in");
      await page.locator("button[type=submit]").click();
      await look("sign-in-empty");
      await signIn(page, demoUsers[0]);
      await look("orders");
      await open("/?q=nobody");
      await look("orders-none");
      for (const [name, { orderId }] of Object.entries(orders)) {
        await open(`/orders/${orderId}`);
        await look(`order-${name}`);
      }
      await page.locator("details summary").first().click();
      await look("order-details");
      for (const path of ["notices", "time", "nowhere"]) {
        await open(`/${path}`);
        await look(path);
      }
      await context.close();
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
    });
});

describe("a dialog", () => {
  for (const [language, width] of cases.filter((each) => readAloud(...each)))
    test(`can be read by everybody and fits, ${language}, ${width}`, async () => {
      const { page, open, context } = await place.visit({ language, width });
      const faults: string[] = [];
      const look = async (name: string) => {
        await page.getByRole("dialog").waitFor();
        for (const fault of [...(await axeFaults(page)), ...(await tooWide(page))]) faults.push(`${name}: ${fault}`);
        await picture(page, `dialog-${name}-${language}-${width}`);
      };
      await open(`/orders/${orders.fresh.orderId}`);
      const actions = page.getByRole("group").getByRole("button");
      for (const [i, name] of (["ship", undefined, undefined, "cancel", "close"] as const).entries()) {
        if (name === undefined) continue;
        await actions.nth(i).click();
        if (name === "ship") await page.getByRole("dialog").getByRole("radio").nth(1).check();
        await look(name);
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "detached" });
      }
      await open(`/orders/${orders.shipped.orderId}`);
      await actions.nth(1).click();
      await look("refund");
      await page.getByRole("dialog").locator("button[type=submit]").click();
      await look("refund-really");
      await context.close();
      expect(faults).toEqual([]);
    });
});
