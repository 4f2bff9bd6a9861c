// The demo's parts, started in the order in which they need each other and stopped in the opposite one.
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { lifetimes } from "@noren-pay/protocol";
import { type Sandbox, startSandbox } from "@noren-pay/sandbox";
import { demoUsers, type SandboxAccess, seedDemo, startServer } from "@noren-pay/server";
import { CliError } from "../errors.ts";
import type { Ports } from "../settings.ts";
import { askJson } from "./ask.ts";
import { embeddedUrl, named } from "./parts.ts";
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
const authorizationLifetimeMs = lifetimes.authorizationMs.Live;

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
    let apiKey = "";
    const server = await named("NOREN_PORT", () =>
      startServer({
        databaseUrl,
        masterKey,
        port: ports.noren,
        // A shop under development listens on this machine.
        settings: { webhooksAnywhere: true },
        smtpUrl: process.env.SMTP_URL,
        mailFrom: process.env.NOREN_MAIL_FROM,
        logTo: logFile,
        logLevel: options.logLevel,
        prepare: async (services) => {
          ({ apiKey } = await seedDemo(services, await accessOf(sandbox), masterKey));
        },
      }),
    );
    stack.add(() => server.close());
    await askJson(`${sandbox.adminUrl}/sellers/${sandbox.sellerId}`, {
      method: "PATCH",
      body: { notificationUrl: `${server.url}/amazon/notifications` },
    });
    const store = await startExampleStore({ port: ports.store, apiUrl: server.url, apiKey });
    stack.add(() => store.close());
    return {
      urls: { store: store.url, console: server.url, sandbox: byName(sandbox.url) },
      signIns: [
        ...demoUsers.map(({ email, password }) => ({ where: "console", email, password }) as const),
        ...(await buyersOf(sandbox)),
      ],
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

/** One name for all parts: to a browser `localhost` and 127.0.0.1 are two sites, which share no cookies. */
const byName = (url: string) => url.replace("//127.0.0.1:", "//localhost:");

async function accessOf(sandbox: Sandbox): Promise<SandboxAccess> {
  const { sellerId, accessKey, secretKey, clientId, topicArn } = sandbox;
  const url = byName(sandbox.url);
  const certificateUrls = [await sandbox.certificateUrl()];
  return {
    url,
    sellerId,
    accessKey,
    secretKey,
    clientId,
    topicArns: [topicArn],
    certificateUrls,
    authorizationLifetimeMs,
  };
}

async function buyersOf({ adminUrl }: Sandbox): Promise<SignIn[]> {
  const { buyers } = (await askJson(`${adminUrl}/buyers`, { method: "GET" })) as { buyers: Omit<SignIn, "where">[] };
  return buyers.slice(0, 2).map(({ email, password }) => ({ where: "sandbox", email, password }));
}

interface ExampleStore {
  startStore(options: { port: number; apiUrl: string; apiKey: string }): Promise<RunningStore>;
}

interface RunningStore {
  readonly url: string;
  close(): Promise<void>;
}

/** The store stands beside the packages and is not one of theirs: found when asked for. */
async function startExampleStore(options: Parameters<ExampleStore["startStore"]>[0]): Promise<RunningStore> {
  const name: string = "@noren-pay/example-store";
  let store: ExampleStore;
  try {
    store = (await import(name)) as ExampleStore;
  } catch (cause) {
    throw new CliError("storeMissing", "Run `npm run build` in the repository.", { cause });
  }
  return named("STORE_PORT", () => store.startStore(options));
}
