import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { days, systemClock, yen } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { startSandbox } from "./start-sandbox.ts";
import { quickSandbox, signedCall } from "./testing/wire.ts";

describe("a sandbox", () => {
  test("starts in less than half a second, many at once, each on its own port", async () => {
    await (await quickSandbox()).close(); // loads everything
    const begun = systemClock.wall();
    const many = await Promise.all(Array.from({ length: 8 }, (_, i) => quickSandbox({ seed: `s${i}` })));
    expect(systemClock.wall() - begun).toBeLessThan(8 * 500);
    expect(new Set(many.map(({ url }) => url)).size).toBe(8);
    expect(new Set(many.map(({ sellerId }) => sellerId)).size).toBe(8);
    for (const each of many) expect((await signedCall(each, "GetServiceStatus", {})).status).toBe(200);
    await Promise.all(many.map((each) => each.close()));
  });

  test("has the same keys for the same seed", async () => {
    const [one, two] = [await quickSandbox({ seed: "x" }), await quickSandbox({ seed: "x" })];
    expect([one.sellerId, one.accessKey, one.secretKey, one.clientId]).toEqual([
      two.sellerId,
      two.accessKey,
      two.secretKey,
      two.clientId,
    ]);
    await one.close();
    await two.close();
  });

  test("makes orders and moves time for a test in the same process", async () => {
    const sandbox = await quickSandbox();
    const AmazonOrderReferenceId = sandbox.newOrder();
    const OrderReferenceAttributes = { OrderTotal: yen(100) };
    await signedCall(sandbox, "SetOrderReferenceDetails", { AmazonOrderReferenceId, OrderReferenceAttributes });
    await signedCall(sandbox, "ConfirmOrderReference", { AmazonOrderReferenceId });
    const money = { AuthorizationReferenceId: "a", AuthorizationAmount: yen(100) };
    await signedCall(sandbox, "Authorize", { AmazonOrderReferenceId, ...money });
    const [authorization] = sandbox.core.world.authorizations.values();
    await sandbox.runUntilIdle();
    expect(authorization?.state).toBe("Open");
    await sandbox.advance(days(2));
    expect(authorization?.reasonCode).toBe("ExpiredUnused");
    await sandbox.close();
  });

  test("leaves no trace: a process that has started and closed some ends by itself, the first up within 500 ms", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "noren-sandbox-"));
    const script = fileURLToPath(new URL("../testing/brief-life.ts", import.meta.url));
    const run = promisify(execFile);
    // It is killed, and the call rejects, if it has not ended by then.
    const options = { timeout: 40_000 };
    const { stdout } = await run(
      process.execPath,
      ["--conditions=noren-source", "--import", "tsx", script, dataDir],
      options,
    );
    expect((JSON.parse(stdout) as { startedInMs: number }).startedInMs).toBeLessThan(500);
    expect(existsSync(join(dataDir, "sandbox.lock"))).toBe(false);
    rmSync(dataDir, { recursive: true });
  });

  test("answers nobody once it is closed", async () => {
    const sandbox = await startSandbox();
    await sandbox.close();
    await expect(fetch(sandbox.url)).rejects.toThrow();
  });

  test("says so when its port is taken, and leaves nothing behind", async () => {
    const first = await quickSandbox();
    const port = Number(new URL(first.url).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await first.close();
    await (await startSandbox({ port })).close();
  });

  test("closes while calls are slow and notices hang", async () => {
    const sandbox = await quickSandbox();
    await fetch(`${sandbox.adminUrl}/faults`, { method: "POST", body: '{"kind":"slow","ms":600000}' });
    const slow = signedCall(sandbox, "GetServiceStatus", {}).catch(() => "cut off");
    await sandbox.clock.sleep(50);
    await sandbox.close();
    expect(await slow).toBe("cut off");
  });
});
