// What `noren start` and `noren serve` share.
import { systemClock } from "@noren-pay/base";
import { startPostgres } from "@noren-pay/postgres";
import { CliError } from "../errors.ts";

/** Starts or adopts the embedded PostgreSQL of a data folder; gives its address. */
export async function embeddedUrl(dataDir: string, onStop: (stop: () => Promise<void>) => void): Promise<string> {
  const postgres = await startPostgres({ dataDir, clock: systemClock });
  onStop(() => postgres.stop());
  return postgres.url;
}

/** Starts a part that listens; a taken port is told by the variable that changes it. */
export async function named<T>(variable: string, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (cause) {
    const { code, port } = cause as { code?: unknown; port?: unknown };
    if (code !== "EADDRINUSE") throw cause;
    throw new CliError(
      "portInUse",
      `Port ${port}: stop what uses it, or set ${variable} to another one (0: any free one).`,
      { cause },
    );
  }
}
