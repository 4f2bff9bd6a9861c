// A shop's page, written for Amazon's script, in a real browser. `launchBrowser` is this repository's own; yours is
// `chromium.launch()` of Playwright.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Sandbox, startSandbox } from "@noren-pay/sandbox";
import { type SandboxAdmin, sandboxAdmin } from "@noren-pay/sandbox/admin";
import { launchBrowser } from "@noren-pay/testkit";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

let sandbox: Sandbox;
let admin: SandboxAdmin;
let shop: Server;
let browser: Browser;

/** As Amazon's guide has it; only the address of the script is a setting. */
const page = ({ url, clientId, sellerId }: Sandbox) => `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><title>お会計</title>
<script>
window.onAmazonLoginReady = function () { amazon.Login.setClientId("${clientId}"); };
window.onAmazonPaymentsReady = function () {
  OffAmazonPayments.Button("button", "${sellerId}", {
    type: "PwA", color: "Gold", size: "medium",
    authorization: function () {
      amazon.Login.authorize({ scope: "profile payments:widget payments:shipping_address", popup: true }, function (answer) {
        if (!answer.error) showAddressBook();
      });
    }
  });
};
function showAddressBook() {
  new OffAmazonPayments.Widgets.AddressBook({
    sellerId: "${sellerId}", design: { designMode: "responsive" },
    onOrderReferenceCreate: function (order) { window.orderId = order.getAmazonOrderReferenceId(); },
    onAddressSelect: showWallet
  }).bind("address");
}
var shown = false;
function showWallet() {
  if (shown) return;
  shown = true;
  new OffAmazonPayments.Widgets.Wallet({
    sellerId: "${sellerId}", amazonOrderReferenceId: window.orderId, design: { designMode: "responsive" },
    onPaymentSelect: function () { document.title = "支払い方法が選ばれました"; }
  }).bind("wallet");
}
</script>
<script async src="${url}/OffAmazonPayments/jp/sandbox/lpa/js/Widgets.js"></script>
</head><body><h1>お会計</h1><div id="button"></div>
<div id="address" style="width:400px;height:240px"></div><div id="wallet" style="width:400px;height:240px"></div>
</body></html>`;

beforeAll(async () => {
  sandbox = await startSandbox({ frozen: true });
  admin = sandboxAdmin({ url: sandbox.url });
  shop = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8").end(page(sandbox));
  });
  await new Promise<void>((resolve) => shop.listen(0, resolve));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
  shop.closeAllConnections();
  await new Promise((resolve) => shop.close(resolve));
});

async function choose(shopPage: Page, widget: string, list: string): Promise<void> {
  const frame = shopPage.frameLocator(`${widget} iframe`);
  await frame.locator(`${list} li a`).nth(1).click();
}

test("a buyer signs in, chooses address and card, and the order is ready to be confirmed", async () => {
  const { port } = shop.address() as AddressInfo;
  const shopPage = await browser.newPage({ locale: "ja-JP" });
  await shopPage.goto(`http://localhost:${port}/`);
  const [popup] = await Promise.all([shopPage.waitForEvent("popup"), shopPage.click("#button img")]);
  await popup.click('button.buyer:has-text("taro.yamada@example.com")');
  await popup.click("button[value=allow]");
  await choose(shopPage, "#address", ".address-list");
  await choose(shopPage, "#wallet", ".payment-list");
  await shopPage.waitForFunction(() => document.title.includes("選ばれました"));
  const [order] = (await admin.listOrders()).orders;
  expect(order).toMatchObject({ state: "Draft", constraints: ["AmountNotSet"] });
  expect(order?.addressId).toBeTruthy();
  expect(order?.cardId).toBeTruthy();
  await shopPage.close();
}, 60_000);
