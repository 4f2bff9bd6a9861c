// Every page of the console in both languages, on a desk and on a phone: clean for screen readers, nothing wider than
// the screen, nothing inline, and a picture to be looked at.
import { launchBrowser } from "@noren-pay/testkit";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "../../testing/axe.ts";
import { artifactsFolder, type Stage, startStage, tooWide, visitor } from "../../testing/console.ts";
import { admin } from "../testing/wire.ts";

let browser: Browser;
let stage: Stage;
let artifacts: string;
let paths: Readonly<Record<string, string>>;
beforeAll(async () => {
  artifacts = await artifactsFolder();
  browser = await launchBrowser();
  stage = await startStage();
  paths = await pathsOf(stage);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

async function pathsOf({ sandbox, orderId, captureId, authorizationId }: Stage) {
  const agreement = (await admin(sandbox, "POST", "/billing-agreements", {})).body;
  await admin(sandbox, "POST", "/faults", { kind: "garbled", operation: "Capture", probability: 0.5, count: null });
  await admin(sandbox, "POST", "/notice-rules", { kind: "duplicate", type: "PaymentCapture" });
  await admin(sandbox, "POST", `/sellers/${sandbox.sellerId}/clients`, { name: "スマートフォン用" });
  const { notices } = (await admin(sandbox, "GET", "/notices?limit=1")).body;
  const { requests } = (await admin(sandbox, "GET", "/requests?code=SignatureDoesNotMatch")).body;
  const set = (await admin(sandbox, "GET", "/requests?operation=SetOrderReferenceDetails")).body.requests[0];
  return {
    overview: "/console",
    orders: "/console/orders",
    agreements: "/console/orders?kind=agreements",
    order: `/console/objects/${orderId}`,
    authorization: `/console/objects/${authorizationId}`,
    capture: `/console/objects/${captureId}`,
    agreement: `/console/objects/${agreement.amazonBillingAgreementId}`,
    requests: "/console/requests",
    request: `/console/requests/${set.requestId}`,
    "wrong-signature": `/console/requests/${requests[0].requestId}`,
    notices: "/console/notices",
    notice: `/console/notices/${notices[0].noticeId}`,
    faults: "/console/faults",
    sellers: "/console/sellers",
    buyers: "/console/buyers",
  };
}

const names = [
  "overview",
  "orders",
  "agreements",
  "order",
  "authorization",
  "capture",
  "agreement",
  "requests",
  "request",
  "wrong-signature",
  "notices",
  "notice",
  "faults",
  "sellers",
  "buyers",
];

for (const language of ["ja", "en"] as const)
  for (const width of [1280, 375] as const)
    describe(`at ${width} px in ${language}`, () => {
      for (const name of names)
        test(`the page "${name}" is whole`, async () => {
          const { page, context, problems, open } = await visitor(browser, stage.sandbox, { language, width });
          await open(paths[name] as string);
          expect(await page.getAttribute("html", "lang")).toBe(language);
          await page.screenshot({ path: `${artifacts}/${name}-${language}-${width}.png`, fullPage: true });
          expect(await tooWide(page)).toBe(0);
          await page.evaluate(() => {
            for (const each of document.querySelectorAll("details")) each.open = true;
          });
          expect(await tooWide(page)).toBe(0);
          expect(await axeFindings(page)).toEqual([]);
          expect(problems).toEqual([]);
          await context.close();
        });
    });
