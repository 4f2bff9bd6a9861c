// The last requests to Amazon's API with what they were answered: a ring, bounded in count and in bytes. Tokens are taken
// out before anything is kept; secret keys never come in.
import type { Instant } from "@noren-pay/base";
import type { Environment, FormParameter } from "@noren-pay/protocol";

/** Why a request was answered so, for people. */
export interface Why {
  /** Names of slips, where it is a slip of the signature's. */
  readonly variants?: readonly string[] | undefined;
  readonly en: string;
  readonly ja: string;
  /** What the sandbox signed; of signatures that did not match. */
  readonly stringToSign?: string | undefined;
  readonly signedInstead?: string | undefined;
}

export interface LoggedRequest {
  readonly requestId: string;
  /** Business time. */
  readonly at: Instant;
  readonly wall: Instant;
  tookMs: number;
  readonly method: string;
  readonly path: string;
  readonly host: string;
  readonly userAgent: string;
  readonly environment: Environment | undefined;
  sellerId?: string | undefined;
  accessKey?: string | undefined;
  operation?: string | undefined;
  /** Query and body together, tokens taken out; undefined when they could not be read. */
  parameters?: readonly FormParameter[] | undefined;
  requestBytes: number;
  /** The http status; undefined when there was no answer. */
  status?: number | undefined;
  /** The error's code, if it is one. */
  code?: string | undefined;
  noAnswer?: "close" | "reset" | undefined;
  faultId?: string | undefined;
  why?: Why | undefined;
  /** The answer's body. */
  answer: string;
}

export interface RequestLogLimits {
  readonly requestLogMax: number;
  readonly requestLogBytesMax: number;
}

const secret: ReadonlySet<string> = new Set(["AccessToken", "AddressConsentToken", "MWSAuthToken"]);
const hidden = "***";

/** Without the values of tokens. */
export function withoutTokens(parameters: readonly FormParameter[]): readonly FormParameter[] {
  if (!parameters.some(({ name }) => secret.has(name))) return parameters;
  return parameters.map((each) =>
    secret.has(each.name) ? { name: each.name, value: hidden, canonical: `${each.name}=${hidden}` } : each,
  );
}

/** A signed text without the values of tokens, however they are encoded. */
export const textWithoutTokens = (text: string): string =>
  text.replace(/(^|[&\n])(AccessToken|AddressConsentToken|MWSAuthToken)=[^&\r\n]*/g, `$1$2=${hidden}`);

/** What an entry costs beside its texts, roughly. */
const entryBytes = 1_000;

/** How many forgotten ones the queue drags along at most before it is cut. */
const queueSlack = 1_024;

const sizeOf = (entry: LoggedRequest) => entryBytes + 3 * entry.requestBytes + 2 * entry.answer.length;

export class RequestLog {
  readonly #limits: () => RequestLogLimits;
  readonly #entries = new Map<string, LoggedRequest>();
  /** Oldest first from `#first` on: a map's first key is dear to find once many before it are gone. */
  #queue: LoggedRequest[] = [];
  #first = 0;
  #bytes = 0;

  /** `limits` are asked for each time: they are settings. */
  constructor(limits: () => RequestLogLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#entries.size;
  }

  add(entry: LoggedRequest): void {
    const { requestLogMax, requestLogBytesMax } = this.#limits();
    if (requestLogMax === 0) return;
    this.#entries.set(entry.requestId, entry);
    this.#queue.push(entry);
    this.#bytes += sizeOf(entry);
    while (this.#entries.size > requestLogMax || this.#bytes > requestLogBytesMax) {
      this.#forget(this.#queue[this.#first] as LoggedRequest);
      this.#first += 1;
    }
    if (this.#first > queueSlack && this.#first * 2 > this.#queue.length) {
      this.#queue = this.#queue.slice(this.#first);
      this.#first = 0;
    }
  }

  get(requestId: string): LoggedRequest | undefined {
    return this.#entries.get(requestId);
  }

  /** Newest first. */
  list(): LoggedRequest[] {
    return [...this.#entries.values()].reverse();
  }

  clear(): void {
    this.#entries.clear();
    this.#queue = [];
    this.#first = 0;
    this.#bytes = 0;
  }

  forgetSeller(sellerId: string): void {
    for (const entry of [...this.#entries.values()]) if (entry.sellerId === sellerId) this.#forget(entry);
  }

  #forget(entry: LoggedRequest): void {
    if (this.#entries.delete(entry.requestId)) this.#bytes -= sizeOf(entry);
  }
}
