// Starts the payment service: database, payments, workers and HTTP, and stops them in the opposite order.
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { days, type MovableClock, movableClock, systemRandom, timeOrderedIds } from "@noren-pay/base";
import {
  createPayments,
  type Db,
  type KeyRing,
  keyRing,
  makePool,
  migrate,
  postgresStore,
  type Store,
  sqlDeliveries,
  sqlMails,
} from "@noren-pay/payments";
import type { DestinationStream } from "pino";
import { accountsOf, checkAccounts, isLocalSandbox } from "./accounts.ts";
import { buildApp } from "./app.ts";
import { makeLog } from "./log.ts";
import { mailSender } from "./mails/sender.ts";
import { smtpAt } from "./mails/smtp.ts";
import { sqlInbox } from "./notices/inbox.ts";
import { sqlPeople } from "./people/sql.ts";
import type { Services, Settings } from "./services.ts";
import { followOffset, takeOffset } from "./time/offset.ts";
import { travelOf } from "./time/travel.ts";
import { webhookSender } from "./webhooks/sender.ts";

export interface ServerOptions {
  /** PostgreSQL; may lead through a transaction-pooling pgbouncer. */
  readonly databaseUrl: string;
  /** For migrations, which need a session of their own; `databaseUrl` when left out. */
  readonly databaseDirectUrl?: string;
  /** 32 bytes, as `loadMasterKey` of payments gives them. */
  readonly masterKey: Uint8Array;
  /** 0: any free one. */
  readonly port: number;
  /** Default `localhost`: this machine only. */
  readonly host?: string;
  /** The system's clock unless a test brings its own. */
  readonly clock?: MovableClock;
  /** pino's level; `silent` for none. Default `info`. */
  readonly logLevel?: string;
  /** Standard output unless it is needed for something else. */
  readonly logTo?: DestinationStream;
  readonly settings?: Partial<Settings>;
  /** A mail server, such as `smtps://user:password@mail.example.jp`. Without one mails are written and kept. */
  readonly smtpUrl?: string | undefined;
  /** The sender of mails where a merchant has none of its own. */
  readonly mailFrom?: string | undefined;
  /** Whether orders are worked on here. Default true; false for a server beside separate workers. */
  readonly works?: boolean;
  /** Runs before the first request and the first piece of work: fills an empty database, points accounts somewhere. */
  readonly prepare?: (services: Services) => Promise<void>;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly services: Services;
  /** Takes no more requests, finishes those under way and the work in hand, and lets go of the database. */
  close(): Promise<void>;
}

/** Console files beside this package, where they are built. */
function builtConsole(): string | undefined {
  const folder = fileURLToPath(new URL("../../console/dist", import.meta.url));
  return existsSync(`${folder}/index.html`) ? folder : undefined;
}

const defaults = (): Settings => ({
  waitMs: 12_000,
  callTimeoutMs: 20_000,
  bodyBytesMax: 65_536,
  requestsPerMinuteMax: 6_000,
  signInsPerMinuteMax: 10,
  sessionMs: days(1) / 2,
  secureCookies: false,
  webhooksAnywhere: false,
  deliveryTimeoutMs: 15_000,
  consoleDir: builtConsole(),
});

/**
 * Brings the database up to date and starts everything; resolves when requests are answered.
 * Throws `liveAtSandbox`, `liveWithSandbox`, `liveTimeMoved`, and the errors of payments' store.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const pool = makePool(options.databaseUrl);
  try {
    await migrate({ url: options.databaseDirectUrl ?? options.databaseUrl });
    const clock = options.clock ?? movableClock();
    const random = systemRandom;
    const ids = timeOrderedIds(clock, random);
    const settings = { ...defaults(), ...options.settings };
    const keyReservedMs = settings.waitMs + workTimes(settings).leaseMs;
    const store = await postgresStore({ pool, masterKey: options.masterKey, clock, random, ids, keyReservedMs });
    await takeOffset(clock, store);
    const services = servicesOf(options, { pool, store, clock, ids, settings });
    await options.prepare?.(services);
    const accounts = await services.accounts.all();
    checkAccounts(accounts, await store.timeOffset());
    if (accounts.some(isLocalSandbox))
      await services.travel.align().catch((error) => services.log.warn({ err: error }, "sandbox not reached"));
    return await listen(options, services, { clock, pool, store });
  } catch (error) {
    await pool.end();
    throw error;
  }
}

interface Made {
  readonly pool: ReturnType<typeof makePool>;
  readonly store: Store;
  readonly clock: MovableClock;
  readonly ids: ReturnType<typeof timeOrderedIds>;
  readonly settings: Settings;
}

/**
 * The client gives a call up first, then the work; a lease outlives both with time to write the answer down, and is
 * short enough that orders of a killed server are soon taken up by another.
 */
const workTimes = ({ waitMs, callTimeoutMs }: Settings) => ({
  waitMsMax: waitMs,
  callMsMax: 1.1 * callTimeoutMs,
  leaseMs: 1.5 * callTimeoutMs,
});

function servicesOf(options: ServerOptions, { pool, store, clock, ids, settings }: Made): Services {
  const random = systemRandom;
  const log = makeLog(options.logLevel ?? "info", options.logTo);
  const accounts = accountsOf({ store, clock, callTimeoutMs: settings.callTimeoutMs });
  const keys = keyRing({ pool, clock, random }, options.masterKey);
  const { deliveries, mails, sources } = outgoingOf(options, {
    db: { pool, clock, random },
    keys,
    store,
    ids,
    settings,
    log,
  });
  const payments = createPayments({
    store,
    gatewayOf: (account) => accounts.connection(account).gateway,
    clock,
    ids,
    sources,
    settings: workTimes(settings),
    onError: (error, { doing, key }) => log.error({ err: error, doing, orderId: key?.orderId }, "work failed"),
  });
  const people = sqlPeople({ pool, keys, store });
  const travel = travelOf({ accounts, clock, service: payments.timeSide(clock) });
  const inbox = sqlInbox(pool);
  return { store, payments, people, accounts, inbox, deliveries, mails, clock, ids, random, log, travel, settings };
}

interface Outgoing extends Pick<Made, "store" | "ids" | "settings"> {
  readonly db: Db & { readonly clock: MovableClock };
  readonly keys: KeyRing;
  readonly log: Services["log"];
}

/** Webhooks and mails: their outbox, and what sends it. */
function outgoingOf({ smtpUrl, mailFrom }: ServerOptions, { db, keys, store, ids, settings, log }: Outgoing) {
  const { clock } = db;
  const { webhooksAnywhere: anywhere, deliveryTimeoutMs: timeoutMs } = settings;
  const deliveries = sqlDeliveries({ db, keys, ids });
  const mails = sqlMails({ db, keys, ids });
  const smtp = smtpUrl ? smtpAt(smtpUrl, timeoutMs) : undefined;
  const onError = (error: unknown) => log.error({ err: error, doing: "deliver" }, "work failed");
  const sources = [
    webhookSender({ deliveries, store, clock, rules: { anywhere, timeoutMs }, onError }),
    // A mail has several phases, each with its own timeout.
    mailSender({ mails, store, clock, smtp, from: mailFrom, leaseMs: 6 * timeoutMs, onError }),
  ];
  return { deliveries, mails, sources };
}

async function listen(
  options: ServerOptions,
  services: Services,
  made: Pick<Made, "clock" | "pool" | "store">,
): Promise<RunningServer> {
  const { payments } = services;
  const app = await buildApp(services);
  await app.listen({ port: options.port, host: options.host ?? "localhost" });
  if (options.works ?? true) payments.work.start();
  const stopping = new AbortController();
  const following = followOffset(services, made.clock, stopping.signal);
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    port,
    services,
    async close() {
      stopping.abort();
      await app.close();
      await payments.work.stop();
      await following;
      await made.store.close();
      await made.pool.end();
    },
  };
}
