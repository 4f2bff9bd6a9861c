// A whole life of several sandboxes in one process that never calls process.exit: if anything of them is left, it hangs.
import { systemClock } from "@noren-pay/base";
import { sandboxAdmin } from "../src/admin/client.ts";
import { startSandbox } from "../src/start-sandbox.ts";

const [, , dataDir] = process.argv;
const begun = systemClock.wall();
const first = await startSandbox({ dataDir });
const startedInMs = systemClock.wall() - begun;
const others = await Promise.all([startSandbox({ frozen: true }), startSandbox({ tls: true, proxy: true })]);
for (const sandbox of [first, ...others]) {
  const admin = sandboxAdmin({ url: sandbox.url });
  // Nobody is there: the notice waits for its next attempt, an hour away, when everything ends.
  await admin.updateSeller({ sellerId: sandbox.sellerId, notificationUrl: "http://127.0.0.1:9/" });
  await admin.sendSample({ type: "PaymentCapture" });
  await admin.createOrderReference();
  await admin.runUntilIdle();
}
await Promise.all([first, ...others].map((sandbox) => sandbox.close()));
process.stdout.write(JSON.stringify({ startedInMs }));
