import { type Clock, systemClock } from "@noren-pay/base";
import { type Environment, type Region, regions } from "@noren-pay/protocol";
import { type Endpoint, endpointOf } from "./endpoint.ts";
import { AmazonPayError } from "./errors.ts";
import { standardDelaysMs } from "./send/retry.ts";
import type { Credentials } from "./send/sign.ts";
import type { ConnectionOptions } from "./send/transport.ts";

/** What every client of Amazon takes. Times are wall time in milliseconds. */
export interface CallingOptions extends ConnectionOptions {
  readonly region: Region;
  readonly environment: Environment;
  /** Address used instead of Amazon's, such as a sandbox's `http://localhost:9080`. The only way to plain http. */
  readonly endpoint?: string;
  /** For one attempt, the connection included. Default 30000. */
  readonly timeoutMs?: number;
  /** For the whole call: waits and all attempts. Default 90000. */
  readonly totalTimeoutMs?: number;
  /**
   * Waits before the second, third … attempt. Default 1, 2, 4 and 10 s. `"none"`: one attempt only, for callers that
   * govern retries themselves.
   */
  readonly retries?: "none" | readonly number[];
  readonly clock?: Clock;
  /** Sent as it is. Default `Noren/<version> (Language=JavaScript; Platform=Node)`. */
  readonly userAgent?: string;
}

export interface AmazonPayClientOptions extends CallingOptions {
  /** The merchant id, 出品者ID. */
  readonly sellerId: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Only when acting for another seller. */
  readonly mwsAuthToken?: string;
  /**
   * Whether calls wait for Amazon's published quota, counted in this process. Default true. `false` for callers that
   * govern the quota themselves.
   */
  readonly throttle?: boolean;
}

/** The options of a call's patience, with the defaults filled in. */
export interface CallSettings {
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number;
  readonly delaysMs: readonly number[];
  readonly userAgent: string;
}

const userAgentDefault = "Noren/0.1.0 (Language=JavaScript; Platform=Node)";

/** Checks the options all clients share. Throws `InvalidOptions` naming the option. */
export function callSettings(options: CallingOptions, client: string): CallSettings {
  const check = checker(client);
  check("region", Object.hasOwn(regions, options.region), `give one of ${Object.keys(regions).join(", ")}`);
  check("environment", options.environment === "Live" || options.environment === "Sandbox", "give Live or Sandbox");
  const { timeoutMs = 30_000, totalTimeoutMs = 90_000, userAgent = userAgentDefault } = options;
  const delaysMs = options.retries === "none" ? [] : (options.retries ?? standardDelaysMs);
  check("timeoutMs", isTime(timeoutMs), "give milliseconds above zero");
  check("totalTimeoutMs", isTime(totalTimeoutMs), "give milliseconds above zero");
  check("retries", Array.isArray(delaysMs) && delaysMs.every((ms) => ms >= 0), 'give "none" or a list of milliseconds');
  check("userAgent", /^[\x20-\x7e]{1,500}$/.test(userAgent), "give 1 to 500 printable ASCII characters");
  check(
    "proxy",
    options.proxy === undefined || URL.canParse(options.proxy),
    "give an address such as http://proxy:3128",
  );
  return { clock: options.clock ?? systemClock, timeoutMs, totalTimeoutMs, delaysMs, userAgent };
}

/** Checks who calls and where. Throws `InvalidOptions` naming the option, never its value. */
export function callerOf(options: AmazonPayClientOptions): { credentials: Credentials; endpoint: Endpoint } {
  const check = checker("AmazonPayClient");
  const { sellerId, accessKey, secretKey, mwsAuthToken } = options;
  for (const [name, value] of Object.entries({ sellerId, accessKey, secretKey }))
    check(
      name,
      typeof value === "string" && value.trim() === value && value !== "",
      "give it, without spaces around it",
    );
  const credentials = { sellerId, accessKey, secretKey, mwsAuthToken };
  return { credentials, endpoint: endpointOf(options.region, options.environment, options.endpoint) };
}

const isTime = (ms: number) => Number.isFinite(ms) && ms > 0;

function checker(operation: string) {
  return (field: string, isRight: boolean, problem: string): void => {
    if (!isRight) throw new AmazonPayError("InvalidOptions", { operation, field, problem });
  };
}
