import { readFileSync } from "node:fs";
import { yen } from "@noren-pay/base";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SandboxError } from "../errors.ts";
import type { Sandbox } from "../start-sandbox.ts";
import { quickSandbox, signedCall } from "../testing/wire.ts";
import { type SandboxAdmin, sandboxAdmin } from "./client.ts";
import { type AdminName, adminPaths } from "./paths.ts";
import { readBy } from "./problems.ts";
import type { AnyAdminRow } from "./route.ts";
import { adminRows } from "./table.ts";

let sandbox: Sandbox;
let admin: SandboxAdmin;
beforeAll(async () => {
  sandbox = await quickSandbox();
  admin = sandboxAdmin({ url: sandbox.url });
});
afterAll(() => sandbox.close());

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: SandboxError) => `${error.status} ${error.code} ${error.field}`,
  );

describe("the typed client", () => {
  test("knows the sandbox's address and the admin API's", async () => {
    expect(await sandboxAdmin({ url: sandbox.adminUrl }).getSettings()).toEqual(await admin.getSettings());
    expect(await sandboxAdmin({ url: `${sandbox.url}/` }).getClock()).toMatchObject({ frozen: true });
  });

  test("puts each value where it belongs: path, query or body", async () => {
    const { sellerId } = await admin.createSeller({ storeName: "二号店" });
    expect((await admin.updateSeller({ sellerId, active: false })).active).toBe(false);
    await admin.createOrderReference({ sellerId });
    await admin.createOrderReference();
    expect((await admin.listOrders({ sellerId, limit: 1 })).orders.map((order) => order.sellerId)).toEqual([sellerId]);
  });

  test("needs nothing of Node or of npm, so it runs in browsers too", () => {
    const seen = new Set<string>();
    const visit = (file: URL) => {
      if (seen.has(file.href)) return;
      seen.add(file.href);
      for (const [, from = ""] of readFileSync(file, "utf8").matchAll(
        /^(?:import|export) (?!type).* from "(.+)";$/gm,
      )) {
        expect(from).toMatch(/^\.\.?\//);
        visit(new URL(from, file));
      }
    };
    visit(new URL("client.ts", import.meta.url));
    expect([...seen].map((file) => file.split("/").at(-1)).sort()).toEqual(["client.ts", "errors.ts", "paths.ts"]);
  });

  test("throws what the API refuses, with code, status and field", async () => {
    expect(await codeOf(admin.getSeller({ sellerId: "A0NOSUCHSELLER" }))).toBe("404 UnknownSeller sellerId");
    expect(await codeOf(admin.advanceClock({ ms: -1 }))).toBe("400 InvalidRequest ms");
    const japanese = sandboxAdmin({ url: sandbox.url, language: "ja" });
    await expect(japanese.getSeller({ sellerId: "A0" })).rejects.toThrow("この出品者はありません。");
  });

  test("says when nobody is there, or somebody else", async () => {
    expect(await codeOf(sandboxAdmin({ url: "http://127.0.0.1:9" }).getClock())).toBe(
      "undefined AdminUnreachable undefined",
    );
    const other = sandboxAdmin({ url: sandbox.url, fetch: async () => new Response("<html>", { status: 502 }) });
    expect(await codeOf(other.getClock())).toBe("502 NoAdminApi undefined");
    const page = sandboxAdmin({ url: sandbox.url, fetch: async () => new Response("<html>") });
    expect(await codeOf(page.getClock())).toBe("200 NoAdminApi undefined");
  });
});

describe("every route", () => {
  test("gives what its schema says", async () => {
    const seen = new Set<AdminName>();
    const checked = new Proxy(admin, {
      get: (target, name: AdminName) => async (given: never) => {
        const answer = await (target[name] as (given: never) => Promise<unknown>)(given);
        const { error } = readBy((adminRows[name] as AnyAdminRow).answer, answer, "en");
        if (error) throw new Error(`${name}: ${error.message}`);
        seen.add(name);
        return answer;
      },
    });
    await tour(checked);
    expect(Object.keys(adminPaths).filter((name) => !seen.has(name as AdminName))).toEqual(toOthers);
  });
});

/** Routes that are walked in tests of their own. */
const toOthers: string[] = [];

async function tour(at: SandboxAdmin): Promise<void> {
  await at.getClock();
  await at.freezeClock();
  await at.setClock({ to: sandbox.clock.now() + 1_000, frozen: true });
  await people(at);
  await agreements(at);
  await notices(at);
  await at.createFault({ kind: "slow", count: 5 });
  const { faultId } = await at.createFault({ kind: "refuse", operation: "Refund", parameters: { a: "b" } });
  await at.listFaults({ spent: "false" });
  await at.deleteFault({ faultId });
  await at.clearFaults();
  await signedCall(sandbox, "GetServiceStatus", {}, { secretKey: "wrong" });
  const [request] = (await at.listRequests({ failed: "true" })).requests;
  await at.getRequest({ requestId: request?.requestId ?? "" });
  await at.clearRequests();
  await at.getCounts();
  await at.changeSettings({ processingMs: 1_000 });
  await at.getSettings();
  await at.advanceClock({ ms: 1_000 });
  await at.runUntilIdle();
  await at.thawClock();
  await at.reset({ start: 0, frozen: true });
}

async function agreements(at: SandboxAdmin): Promise<void> {
  const { amazonBillingAgreementId } = await at.createBillingAgreement({ consent: false });
  await at.selectForBillingAgreement({ amazonBillingAgreementId, consent: true });
  await signedCall(sandbox, "ConfirmBillingAgreement", { AmazonBillingAgreementId: amazonBillingAgreementId });
  await at.getObject({ id: amazonBillingAgreementId });
  await at.listEvents({ id: amazonBillingAgreementId });
  await at.listHistory({ id: amazonBillingAgreementId });
  await at.pressEvent({ id: amazonBillingAgreementId, event: "suspend" });
  await at.repairBillingAgreement({ amazonBillingAgreementId });
  await at.listBillingAgreements({ state: "Open" });
  const { mwsAuthToken } = await at.createAuthToken({ sellerId: sandbox.sellerId, providerId: sandbox.sellerId });
  await at.revokeAuthToken({ mwsAuthToken });
}

async function people(at: SandboxAdmin): Promise<void> {
  const { sellerId } = await at.createSeller();
  await at.listSellers();
  await at.getSeller({ sellerId });
  await at.updateSeller({ sellerId, noticeSignatureVersion: "2", notificationUrl: "http://127.0.0.1:9/" });
  const { accessKey } = await at.createKey({ sellerId });
  await at.updateKey({ sellerId, accessKey, active: false });
  await at.rotateKeys({ sellerId });
  await at.deleteKey({ sellerId, accessKey });
  const { clientId } = await at.createClient({ sellerId });
  await at.getClient({ clientId });
  await at.updateClient({ clientId, allowedOrigins: ["https://shop.example"] });
  await at.deleteClient({ clientId });
  const { buyerId } = await at.createBuyer({
    name: "佐藤 一郎",
    email: "ichiro@example.com",
    cards: [],
    addresses: [],
  });
  await at.listBuyers();
  await at.getBuyer({ buyerId });
  await at.updateBuyer({ buyerId, phone: null, name: "佐藤 二郎" });
  const { addressId } = await at.addAddress({ buyerId, Name: "佐藤 一郎", CountryCode: "JP" });
  await at.addJapaneseAddresses({ buyerId });
  await at.replaceAddress({ buyerId, addressId, Name: "佐藤 二郎" });
  await at.deleteAddress({ buyerId, addressId });
  const { cardId } = await at.addCard({ buyerId, brand: "Visa", tail: "1111" });
  await at.replaceCard({ buyerId, cardId, brand: "JCB", tail: "0000" });
  await at.createToken({ buyerId });
  const { amazonOrderReferenceId } = await at.createOrderReference({ sellerId, buyerId, wantsAddress: false });
  await at.select({ amazonOrderReferenceId, cardId });
  await at.deleteCard({ buyerId, cardId });
  await at.listOrders();
  await at.getObject({ id: amazonOrderReferenceId });
  await at.resetSeller({ sellerId });
  await at.deleteBuyer({ buyerId });
  await at.deleteSeller({ sellerId });
  await suspended(at);
}

/** A Suspended order reference, and the buyer who repairs it. */
async function suspended(at: SandboxAdmin): Promise<void> {
  const buyer = (await at.listBuyers()).buyers[0];
  const cardId = buyer?.cards.find((card) => card.simulation === "InvalidPaymentMethod")?.cardId;
  const { amazonOrderReferenceId } = await at.createOrderReference({ cardId });
  const id = { AmazonOrderReferenceId: amazonOrderReferenceId };
  await signedCall(sandbox, "SetOrderReferenceDetails", { ...id, OrderReferenceAttributes: { OrderTotal: yen(100) } });
  await signedCall(sandbox, "ConfirmOrderReference", id);
  const request = { AuthorizationReferenceId: "a-1", AuthorizationAmount: yen(100), TransactionTimeout: 1440 };
  await signedCall(sandbox, "Authorize", { ...id, ...request });
  await at.runUntilIdle();
  await at.repairPaymentMethod({ amazonOrderReferenceId });
}

async function notices(at: SandboxAdmin): Promise<void> {
  await at.updateSeller({ sellerId: sandbox.sellerId, notificationUrl: "http://127.0.0.1:9/" });
  const { ruleId } = await at.createNoticeRule({ kind: "delay", ms: 1, count: 1 });
  await at.listNoticeRules();
  await at.deleteNoticeRule({ ruleId });
  await at.clearNoticeRules();
  await at.createNoticeRule({ kind: "hold" });
  const { noticeId } = await at.sendSample({ type: "PaymentCapture" });
  await at.getNotice({ noticeId });
  await at.duplicateNotice({ noticeId });
  await at.releaseNotices({ noticeIds: [noticeId] });
  await at.delayNotice({ noticeId, ms: 10 });
  await at.holdNotice({ noticeId });
  await at.releaseNotice({ noticeId });
  await at.dropNotice({ noticeId });
  await at.replayNotice({ noticeId });
  await at.forgeNotice({ noticeId, forgery: "wrongKey" });
  await at.listNotices({ type: "PaymentCapture" });
  await at.clearNoticeRules();
}
