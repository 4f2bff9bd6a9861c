// One exchange over HTTP. Nothing here knows Amazon Pay, repeats anything or follows a redirect.
import type { Clock } from "@noren-pay/base";
import type { FetchLike } from "./fetch-transport.ts";

export interface HttpRequest {
  readonly method: "GET" | "POST";
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface SendLimits {
  /** Wall time for the whole exchange, the connection included, in milliseconds. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Sends one request to one origin. Throws `TransportFailure`. */
export interface Transport {
  send(request: HttpRequest, limits: SendLimits): Promise<HttpAnswer>;
  /** Ends idle connections and waits for running exchanges. */
  close(): Promise<void>;
}

/** How to reach an origin. */
export interface ConnectionOptions {
  /** Certificate authorities (PEM) trusted beside Node's own list. TLS checks cannot be switched off. */
  readonly ca?: string | readonly string[] | undefined;
  /** Address of an HTTP proxy, `http://user:password@host:port`; https goes through it by CONNECT. */
  readonly proxy?: string | undefined;
  /** Wall time for a connection to stand, TLS included, in milliseconds. Default 5000. */
  readonly connectTimeoutMs?: number | undefined;
  /** Most connections at one time. Default 64. */
  readonly connectionsMax?: number | undefined;
  /** Replaces the connection: any function of the shape of `fetch`. `ca`, `proxy` and `connectTimeoutMs` are then its own. */
  readonly fetch?: FetchLike | undefined;
}

export interface TransportSettings extends ConnectionOptions {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly clock: Clock;
  /** Largest answer in bytes. */
  readonly bodyBytesMax: number;
}
