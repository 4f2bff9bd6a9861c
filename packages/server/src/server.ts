// Starts the payment service: database, payments, workers and HTTP, and stops them in the opposite order.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Clock, days, systemRandom, timeOrderedIds } from "@noren-pay/base";
import {
  createPayments,
  keyRing,
  makePool,
  migrate,
  type Payments,
  postgresStore,
  type Store,
} from "@noren-pay/payments";
import type { Logger } from "pino";
import { accountsOf, checkAccounts, isLocalSandbox } from "./accounts.ts";
import { buildApp } from "./app.ts";
import { makeLog } from "./log.ts";
import { sqlInbox } from "./notices/inbox.ts";
import { sqlPeople } from "./people/sql.ts";
import type { Services, Settings } from "./services.ts";
import { type ServiceClock, serviceClock } from "./time/service-clock.ts";
import { travelOf } from "./time/travel.ts";

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
  readonly clock?: Clock;
  readonly log?: Logger;
  readonly settings?: Partial<Settings>;
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

/** Longer than one call may take, so that no lease ends while its call is under way. */
const callTimeoutMs = 20_000;
/** How often the row of the time offset is read, in ms of wall time; only against a sandbox. */
const offsetPollMs = 1_000;

/** Console files beside this package, where they are built. */
function builtConsole(): string | undefined {
  const folder = fileURLToPath(new URL("../../console/dist", import.meta.url));
  return existsSync(`${folder}/index.html`) ? folder : undefined;
}

const defaults = (): Settings => ({
  waitMs: 12_000,
  bodyBytesMax: 65_536,
  requestsPerMinuteMax: 6_000,
  signInsPerMinuteMax: 10,
  sessionMs: days(1) / 2,
  secureCookies: false,
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
    const clock = serviceClock(options.clock);
    const random = systemRandom;
    const ids = timeOrderedIds(clock, random);
    const store = await postgresStore({ pool, masterKey: options.masterKey, clock, random, ids });
    await clock.refresh(store);
    const services = servicesOf(options, { pool, store, clock, ids });
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
