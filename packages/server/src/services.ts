// What the routes work with: made once by `startServer`, passed to every route.

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock, Ids, Random } from "@noren-pay/base";
import type { Deliveries, Mails, Payments, Store } from "@noren-pay/payments";
import type { FastifyInstance, RawServerDefault } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Logger } from "pino";
import type { Accounts } from "./accounts.ts";
import type { Inbox } from "./notices/inbox.ts";
import type { People } from "./people/people.ts";
import type { Travel } from "./time/travel.ts";

export interface Services {
  readonly store: Store;
  readonly payments: Payments;
  readonly people: People;
  readonly accounts: Accounts;
  readonly inbox: Inbox;
  readonly deliveries: Deliveries;
  readonly mails: Mails;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly log: Logger;
  readonly travel: Travel;
  readonly settings: Settings;
}

export interface Settings {
  /** Longest wall time that an answer waits for Amazon, in ms. */
  readonly waitMs: number;
  /**
   * Wall time in which Amazon must have answered one call, in ms; after it the outcome is unknown and is recovered.
   * Default 20 s. What a killed server was working on stays leased up to one and a half of it, and the Idempotency-Keys
   * of its requests stay taken so long after `waitMs`.
   */
  readonly callTimeoutMs: number;
  readonly bodyBytesMax: number;
  /** Requests a minute of one API key, or of one address without a key. */
  readonly requestsPerMinuteMax: number;
  /** Tries to sign in, a minute and address. */
  readonly signInsPerMinuteMax: number;
  /** How long a person stays signed in, in ms of wall time. */
  readonly sessionMs: number;
  /** Whether cookies are for https only. */
  readonly secureCookies: boolean;
  /** Whether webhooks may go to plain http and to addresses that are not public: only for tests and beside a sandbox. */
  readonly webhooksAnywhere: boolean;
  /** Wall time for one webhook, and for each phase of a mail, in ms. */
  readonly deliveryTimeoutMs: number;
  /** Folder of the console's files; undefined: not served. */
  readonly consoleDir: string | undefined;
}

export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, Logger, ZodTypeProvider>;
