// `noren start`: everything at once, on this machine alone.
import { loadMasterKey } from "@noren-pay/payments";
import { Command } from "commander";
import { type Lock, lockFolder } from "../data/lock.ts";
import { databaseUrlOf, dataDirOf, portsOf } from "../settings.ts";
import { demoLines, startDemo } from "../start/demo.ts";
import { untilStopped } from "../start/stop.ts";

export function start(): Command {
  return new Command("start")
    .description("start the demo: PostgreSQL, sandbox, payment service with console, and the example store")
    .option("--json", "print one line of JSON when ready")
    .addHelpText(
      "after",
      `
Environment:
  STORE_PORT, NOREN_PORT, SANDBOX_PORT  ports, 3000, 8080 and 9080 when not set; 0: any free one
  NOREN_DATA         data folder, .noren when not set
  DATABASE_URL       another PostgreSQL than the one that is started in the data folder
  NOREN_MASTER_KEY   64 hex digits or base64 of 32 bytes; a file in the data folder when not set

It stops with Ctrl-C and goes on with the same data at the next start.`,
    )
    .action((flags: { json?: boolean }) => run(flags, process.env));
}

async function run({ json }: { json?: boolean }, env: NodeJS.ProcessEnv): Promise<void> {
  const ports = portsOf(env);
  const databaseUrl = databaseUrlOf(env);
  const dataDir = dataDirOf(env);
  const stopped = untilStopped();
  const lock: Lock = await lockFolder(dataDir);
  try {
    const masterKey = await loadMasterKey({ env, dataDir });
    const demo = await startDemo({ dataDir, ports, databaseUrl, masterKey, logLevel: env.NOREN_LOG ?? "info" });
    try {
      await lock.announce(demo.urls);
      const lines = demoLines(demo);
      process.stdout.write(
        json ? `${JSON.stringify({ ...demo.urls, signIns: demo.signIns })}\n` : `${lines.join("\n")}\n`,
      );
      await stopped;
    } finally {
      await demo.close();
    }
  } finally {
    await lock.release();
  }
}
