// The demo's parts, started in the order in which they need each other and stopped in the opposite one.
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { days, systemClock } from "@noren-pay/base";
import { startPostgres } from "@noren-pay/postgres";
import { startSandbox } from "@noren-pay/sandbox";
import { demoUsers, makeLog, seedDemo, startServer } from "@noren-pay/server";
import { CliError } from "../errors.ts";
import type { Ports } from "../settings.ts";
import { askJson } from "./ask.ts";
import { stackOf } from "./stack.ts";

export interface DemoOptions {
  readonly dataDir: string;
  readonly ports: Ports;
  /** Another PostgreSQL than the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly masterKey: Uint8Array;
  /** The service logs to `server.log` in the data folder. */
  readonly logLevel: string;
}

export interface SignIn {
  readonly where: "console" | "sandbox";
  readonly email: string;
  readonly password: string;
}

export interface Demo {
  readonly urls: { readonly store: string; readonly console: string; readonly sandbox: string };
  readonly signIns: readonly SignIn[];
  close(): Promise<void>;
}

/** As in live use, so that the 30 days can be rehearsed. */
const authorizationLifetimeMs = days(30);

/** Starts everything; resolves when everything answers. What had started is stopped again when a part cannot start. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const stack = stackOf();
  try {
    const { dataDir, ports, masterKey } = options;
    const databaseUrl = options.databaseUrl ?? (await embeddedUrl(dataDir, stack.add));
    const sandbox = await named("SANDBOX_PORT", () =>
      startSandbox({ port: ports.sandbox, dataDir: join(dataDir, "sandbox"), authorizationLifetimeMs }),
    );
    stack.add(() => sandbox.close());
    const logFile = createWriteStream(join(dataDir, "server.log"), { flags: "a", mode: 0o600 });
    stack.add(() => new Promise<void>((resolve) => logFile.end(resolve)));
    const log = makeLog(options.logLevel, logFile);
    let apiKey = "";
    const server = await named("NOREN_PORT", () =>
      startServer({
        databaseUrl,
        masterKey,
        port: ports.noren,
        log,
        prepare: async (services) => {
          ({ apiKey } = await seedDemo(services, accessOf(sandbox), masterKey));
        },
      }),
    );
    stack.add(() => server.close());
    await askJson(`${sandbox.adminUrl}/sellers/${sandbox.sellerId}`, {
      method: "POST",
      body: { notificationUrl: `${server.url}/amazon/notifications` },
    });
    const store = await startExampleStore({ port: ports.store, apiUrl: server.url, apiKey });
    stack.add(() => store.close());
    return {
      urls: { store: store.url, console: server.url, sandbox: sandbox.url },
      signIns: demoUsers.map(({ email, password }) => ({ where: "console", email, password })),
      close: stack.close,
    };
  } catch (error) {
    await stack.close();
    throw error;
  }
}

/** What `noren start` prints once everything answers. */
export const demoLines = ({ urls, signIns }: Demo): string[] => [
  `store ${urls.store}`,
  `console ${urls.console}`,
  `sandbox ${urls.sandbox}`,
  ...signIns.map(({ where, email, password }) => `sign-in ${where} ${email} ${password}`),
];

async function embeddedUrl(dataDir: string, onStop: (stop: () => Promise<void>) => void): Promise<string> {
  const postgres = await startPostgres({ dataDir: join(dataDir, "postgres"), clock: systemClock });
  onStop(() => postgres.stop());
  return postgres.url;
}
