import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { days, hours, minutes, yen } from "@noren-pay/base";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SandboxCore } from "../core.ts";
import { SandboxError } from "../errors.ts";
import type { Sandbox } from "../start-sandbox.ts";
import { admin, quickSandbox, signedCall } from "../testing/wire.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "noren-sandbox-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const journal = () => join(dataDir, "sandbox-journal.jsonl");

/** Everything there is, without what attempts keep for themselves. */
function picture({ world }: SandboxCore): string {
  const maps = [world.sellers, world.clients, world.buyersByEmail, world.tokens, world.orderReferences];
  const objects = [world.authorizations, world.captures, world.refunds, world.billingAgreements, world.authTokens];
  const notices = world.notices.list().map(({ envelope: _, isUnderWay: __, ...notice }) => notice);
  return JSON.stringify([[...maps, ...objects].map((map) => [...map]), notices, world.settings, world.due.nextDue()]);
}

async function live(sandbox: Sandbox): Promise<void> {
  await admin(sandbox, "PATCH", `/sellers/${sandbox.sellerId}`, { notificationUrl: "http://127.0.0.1:9/ipn" });
  const buyer = (await admin(sandbox, "POST", "/buyers", { name: "佐藤 一郎", email: "ichiro@example.com" })).body;
  await admin(sandbox, "POST", "/tokens", { buyerId: buyer.buyerId });
  const order = (await admin(sandbox, "POST", "/order-references", { buyerId: buyer.buyerId })).body;
  const id = { AmazonOrderReferenceId: order.amazonOrderReferenceId as string };
  await signedCall(sandbox, "SetOrderReferenceDetails", { ...id, OrderReferenceAttributes: { OrderTotal: yen(500) } });
  await signedCall(sandbox, "ConfirmOrderReference", id);
  const money = { AuthorizationReferenceId: "a-1", AuthorizationAmount: yen(500), CaptureNow: true };
  await signedCall(sandbox, "Authorize", { ...id, ...money });
  await signedCall(sandbox, "Authorize", { ...id, ...money, AuthorizationAmount: yen(501) }); // refused
  await admin(sandbox, "POST", "/clock/advance", { ms: hours(2) });
  const [capture] = sandbox.core.world.captures.keys();
  const refund = { AmazonCaptureId: capture ?? "", RefundReferenceId: "r-1", RefundAmount: yen(100) };
  await signedCall(sandbox, "Refund", refund);
  await liveOnAgreement(sandbox);
}

/** What happens by agreement, by an operator's hand and for another seller. */
async function liveOnAgreement(sandbox: Sandbox): Promise<void> {
  const { body: agreement } = await admin(sandbox, "POST", "/billing-agreements", { consent: false });
  const AmazonBillingAgreementId = agreement.amazonBillingAgreementId as string;
  await admin(sandbox, "POST", `/billing-agreements/${AmazonBillingAgreementId}/select`, { consent: true });
  await signedCall(sandbox, "ConfirmBillingAgreement", { AmazonBillingAgreementId });
  const money = { AuthorizationReferenceId: "a-2", AuthorizationAmount: yen(700), TransactionTimeout: 0 };
  await signedCall(sandbox, "AuthorizeOnBillingAgreement", { AmazonBillingAgreementId, ...money });
  const make = { Id: AmazonBillingAgreementId, IdType: "BillingAgreement" };
  await signedCall(sandbox, "CreateOrderReferenceForId", make);
  await signedCall(sandbox, "ValidateBillingAgreement", { AmazonBillingAgreementId });
  const [capture] = sandbox.core.world.captures.keys();
  await admin(sandbox, "POST", `/objects/${capture}/events`, { event: "chargeBack", amount: 50 });
  await admin(sandbox, "POST", `/objects/${AmazonBillingAgreementId}/events`, { event: "suspend" });
  const { body: merchant } = await admin(sandbox, "POST", "/sellers", {});
  await admin(sandbox, "POST", `/sellers/${merchant.sellerId}/auth-tokens`, { providerId: sandbox.sellerId });
}

describe("a sandbox with a data folder", () => {
  test("is the same after a restart, and goes on", async () => {
    const first = await quickSandbox({ dataDir });
    await live(first);
    const [before, now] = [picture(first.core), first.clock.now()];
    await first.close();
    const second = await quickSandbox({ dataDir });
    expect(picture(second.core)).toBe(before);
    expect([second.clock.now(), second.sellerId, second.accessKey]).toEqual([now, first.sellerId, first.accessKey]);
    await admin(second, "POST", "/clock/advance", { ms: minutes(1) });
    expect([...second.core.world.refunds.values()].map((refund) => refund.state)).toEqual(["Completed", "Completed"]);
    await second.close();
  });

  test("gives the ids it would have given without the restart", async () => {
    const whole = await quickSandbox({ start: 0 });
    for (let i = 0; i < 2; i++) await admin(whole, "POST", "/order-references", {});
    for (let i = 0; i < 2; i++) {
      const part = await quickSandbox({ start: 0, dataDir });
      await admin(part, "POST", "/order-references", {});
      if (i === 1) expect(picture(part.core)).toBe(picture(whole.core));
      await part.close();
    }
    await whole.close();
  });

  test("forgets a last line that was torn", async () => {
    const first = await quickSandbox({ dataDir });
    await live(first);
    const before = picture(first.core);
    await first.close();
    appendFileSync(journal(), '{"do":"createDraft","now":17');
    for (let i = 0; i < 2; i++) {
      const again = await quickSandbox({ dataDir });
      expect(picture(again.core)).toBe(before);
      await again.close();
    }
  });

  test("begins anew after a reset, and so it stays", async () => {
    const first = await quickSandbox({ dataDir });
    await live(first);
    await admin(first, "POST", "/reset");
    await admin(first, "POST", "/order-references", {});
    const before = picture(first.core);
    expect(first.core.world.orderReferences.size).toBe(1);
    await first.close();
    const second = await quickSandbox({ dataDir });
    expect(picture(second.core)).toBe(before);
    await second.close();
  });

  test("takes new settings for what comes, without changing what was", async () => {
    const first = await quickSandbox({ dataDir, authorizationLifetimeMs: days(30) });
    await live(first);
    await first.close();
    const second = await quickSandbox({ dataDir });
    expect(second.core.settings.authorizationLifetimeMs).toBeUndefined();
    expect(second.core.world.captures.size).toBe(1);
    const before = picture(second.core);
    await second.close();
    const third = await quickSandbox({ dataDir });
    expect(picture(third.core)).toBe(before);
    await third.close();
  });

  test("goes on in business time where it stood, real or frozen", async () => {
    const first = await quickSandbox({ dataDir, frozen: false });
    await admin(first, "POST", "/clock/advance", { ms: days(40) });
    const now = first.clock.now();
    await first.close();
    const second = await quickSandbox({ dataDir, frozen: false });
    expect(second.clock.now() - now).toBeGreaterThanOrEqual(0);
    expect(second.clock.now() - now).toBeLessThan(minutes(1));
    expect(second.clock.frozen).toBe(false);
    await second.close();
  });

  test("keeps its signing key", async () => {
    const urls: (string | undefined)[] = [];
    for (let i = 0; i < 2; i++) {
      const sandbox = await quickSandbox({ dataDir });
      await live(sandbox);
      const { signingKey } = await import("../notices/signing.ts");
      urls.push((await signingKey(sandbox.clock.wall(), dataDir)).certificatePath);
      await admin(sandbox, "POST", "/reset");
      await sandbox.close();
    }
    expect(urls[0]).toBe(urls[1]);
  });
});

describe("a journal that cannot be gone on from", () => {
  const cases: [title: string, bend: (text: string) => string, seed: string | undefined, code: string][] = [
    ["has a line that is no JSON", (text) => text.replace(/\n/, "\n{broken\n"), undefined, "JournalUnreadable"],
    ["is somebody else's file", () => "hello\n", undefined, "JournalUnreadable"],
    ["is of another version", (text) => text.replace('"version":1', '"version":9'), undefined, "JournalUnreadable"],
    [
      "holds a command nobody knows",
      (text) => `${text}{"do":"explode","now":1,"with":{}}\n`,
      undefined,
      "JournalUnreadable",
    ],
    ["was made from another seed", (text) => text, "other", "JournalOfAnotherSeed"],
  ];
  for (const [title, bend, seed, code] of cases) {
    test(title, async () => {
      const first = await quickSandbox({ dataDir });
      await first.close();
      writeFileSync(journal(), bend(readFileSync(journal(), "utf8")));
      const refused = await quickSandbox({ dataDir, seed }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(SandboxError);
      expect((refused as SandboxError).code).toBe(code);
    });
  }
});
