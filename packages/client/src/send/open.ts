import type { Clock } from "@noren-pay/base";
import { fetchTransport } from "./fetch-transport.ts";
import type { ConnectionOptions, Transport } from "./transport.ts";
import { undiciTransport } from "./undici-transport.ts";

/** Amazon's answers are a few kilobytes. */
const bodyBytesMaxDefault = 1_048_576;

/** The transport that the options ask for. */
export function transportOf(
  options: ConnectionOptions,
  origin: string,
  clock: Clock,
  bodyBytesMax = bodyBytesMaxDefault,
): Transport {
  const { ca, proxy, connectTimeoutMs, connectionsMax, fetch } = options;
  if (fetch) return fetchTransport({ fetch, origin, clock, bodyBytesMax });
  return undiciTransport({ ca, proxy, connectTimeoutMs, connectionsMax, origin, clock, bodyBytesMax });
}
