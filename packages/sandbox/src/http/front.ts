// The one http port of a sandbox: a small router that the API, the admin API, the certificate and the buyer's pages
// share. Handlers get what arrived and give back what to answer; only this file writes to a socket.
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import { bodyReader } from "./body.ts";
import { takeSpacedHeaders } from "./spaced-headers.ts";

export interface FrontRequest {
  readonly method: string;
  /** The path exactly as sent, without the query. */
  readonly path: string;
  /** What stands after the first `?`, exactly as sent; empty without one. */
  readonly query: string;
  /** Parts of the path that the pattern named, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  /** Whether it came over TLS. */
  readonly secure: boolean;
  /** The whole body, or "tooLarge" when it is over `bodyBytesMax`. Read once. */
  body(): Promise<Buffer | "tooLarge">;
}

/** What to answer. */
export interface FrontAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

/** Instead of an answer: the connection is closed without a byte, or reset. */
export type NoAnswer = "close" | "reset";

export type FrontHandler = (request: FrontRequest) => FrontAnswer | NoAnswer | Promise<FrontAnswer | NoAnswer>;

export interface Front {
  /**
   * Registers a handler. `method`: "GET", "POST", … or "*". `pattern`: a path whose parts may be `:name` (one part) and
   * whose last part may be `*` (the rest, as `parameters.rest`). The first registered pattern that fits wins; a HEAD
   * is served by GET's handler.
   */
  route(method: string, pattern: string, handler: FrontHandler): void;
  /** What answers when nothing fits. */
  otherwise(handler: FrontHandler): void;
  /** Sets limits for what comes from now on. */
  limit(limits: FrontLimits): void;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
  readonly server: Server;
}

export interface FrontLimits {
  /** Most connections at a time; further ones are closed at once. */
  readonly connectionsMax: number;
  /** Wall time from a request's first byte to the end of its head; then it gets a 408, */
  readonly headTimeoutMs: number;
  /** and to the end of its body. */
  readonly requestTimeoutMs: number;
}

/** How often Node looks for requests that take too long; so much later they may end. */
const timeoutsLookedForEveryMs = 1_000;

/** Most bytes of a request's body. */
export const bodyBytesMax = 1024 * 1024;

interface Route {
  readonly method: string;
  readonly parts: readonly string[];
  readonly handler: FrontHandler;
}

/** A front that does not listen yet. */
export function createFront(): Front {
  const exact = new Map<string, FrontHandler>();
  const routes: Route[] = [];
  let fallback: FrontHandler = () => ({ status: 404 });
  const find = (method: string, path: string): [FrontHandler, Record<string, string>] => {
    const direct = exact.get(`${method} ${path}`) ?? exact.get(`* ${path}`);
    if (direct) return [direct, {}];
    const parts = path.split("/");
    for (const route of routes) {
      if (route.method !== "*" && route.method !== method) continue;
      const parameters = match(route.parts, parts);
      if (parameters) return [route.handler, parameters];
    }
    return [fallback, {}];
  };
  const options = {
    maxHeaderSize: 64 * 1024,
    keepAliveTimeout: 65_000,
    connectionsCheckingInterval: timeoutsLookedForEveryMs,
  };
  const server = createServer(options, (incoming, outgoing) => {
    serve(incoming, outgoing, find);
  });
  server.on("clientError", refuseGarbage);
  const openings = takeSpacedHeaders(server);
  return {
    server,
    route(method, pattern, handler) {
      if (/[:*]/.test(pattern)) routes.push({ method, parts: pattern.split("/"), handler });
      else if (!exact.has(`${method} ${pattern}`)) exact.set(`${method} ${pattern}`, handler);
    },
    otherwise(handler) {
      fallback = handler;
    },
    limit({ connectionsMax, headTimeoutMs, requestTimeoutMs }) {
      server.maxConnections = connectionsMax;
      server.headersTimeout = headTimeoutMs;
      server.requestTimeout = Math.max(headTimeoutMs, requestTimeoutMs);
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      openings.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function match(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [i, wanted] of pattern.entries()) {
    if (wanted === "*") {
      parameters.rest = parts.slice(i).join("/");
      return parameters;
    }
    const part = parts[i];
    if (part === undefined) return undefined;
    if (wanted.startsWith(":")) {
      const value = decoded(part);
      if (!value) return undefined;
      parameters[wanted.slice(1)] = value;
    } else if (wanted !== part) return undefined;
  }
  return parts.length === pattern.length ? parameters : undefined;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

type Find = (method: string, path: string) => [FrontHandler, Record<string, string>];

async function serve(incoming: IncomingMessage, outgoing: ServerResponse, find: Find): Promise<void> {
  const url = targetOf(incoming.url ?? "/");
  const mark = url.indexOf("?");
  const path = mark < 0 ? url : url.slice(0, mark);
  const method = incoming.method === "HEAD" ? "GET" : (incoming.method ?? "GET");
  const [handler, parameters] = find(method, path);
  try {
    const answer = await handler({
      method,
      path,
      query: mark < 0 ? "" : url.slice(mark + 1),
      parameters,
      headers: incoming.headers,
      secure: isSecure(incoming.socket),
      body: bodyReader(incoming, bodyBytesMax),
    });
    if (typeof answer === "string") leave(outgoing.socket, answer);
    else write(incoming, outgoing, answer);
  } catch (cause) {
    // A request that broke off has nobody to answer. Anything else is a fault of ours, which must not end the process.
    if (!incoming.destroyed || incoming.complete) process.emitWarning(cause instanceof Error ? cause : String(cause));
    if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy();
    else write(incoming, outgoing, { status: 500, body: "The sandbox made a mistake.\n" });
  }
}

/** A proxy's request names a whole address; the path is what follows its host. */
function targetOf(url: string): string {
  const absolute = /^https?:\/\/[^/?#]*(.*)$/i.exec(url)?.[1];
  if (absolute === undefined) return url;
  return absolute.startsWith("/") ? absolute : `/${absolute}`;
}

function write(incoming: IncomingMessage, outgoing: ServerResponse, answer: FrontAnswer): void {
  const body = answer.body ?? "";
  // A body that nobody read would be taken for the next request.
  if (!incoming.complete) outgoing.setHeader("connection", "close");
  outgoing.writeHead(answer.status, { ...answer.headers, "content-length": Buffer.byteLength(body) });
  outgoing.end(incoming.method === "HEAD" ? undefined : body);
}

function leave(socket: Socket | null, how: NoAnswer): void {
  // Node resets plain connections only; inside TLS an end without its closing alert is as rude.
  if (how === "reset" && socket && !isSecure(socket)) socket.resetAndDestroy();
  else socket?.destroy();
}

const isSecure = (socket: Socket) => (socket as Partial<TLSSocket>).encrypted === true;

const garbageStatuses: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

function refuseGarbage(error: NodeJS.ErrnoException, socket: NodeJS.WritableStream & { destroy(): void }): void {
  const status = garbageStatuses[error.code ?? ""] ?? "400 Bad Request";
  if (error.code === "ECONNRESET" || !socket.writable) socket.destroy();
  else socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
}
