// The transport of real calls: undici's pool with kept connections, used at its lowest level, because only there one
// learns whether a request was handed to a socket, and because a call then costs no stream.
import { rootCertificates } from "node:tls";
import { type Dispatcher, Pool, ProxyAgent } from "undici";
import { deadlines } from "./deadline.ts";
import { type FailureReason, TransportFailure } from "./failure.ts";
import type { HttpAnswer, Transport, TransportSettings } from "./transport.ts";

const connectTimeoutMsDefault = 5_000;
const connectionsMaxDefault = 64;

export function undiciTransport(settings: TransportSettings): Transport {
  const dispatcher = dispatcherOf(settings);
  const withDeadline = deadlines(settings.clock);
  return {
    send(request, limits) {
      return withDeadline(limits, (onStop) => {
        const exchange = new Exchange(settings.bodyBytesMax);
        onStop((reason) => exchange.stop(reason));
        const { method, path, headers, body = null } = request;
        dispatcher.dispatch({ origin: settings.origin, method, path, headers, body }, exchange);
        return exchange.answer;
      });
    },
    close: () => dispatcher.close(),
  };
}

function dispatcherOf(settings: TransportSettings): Dispatcher {
  const { ca, proxy, connectTimeoutMs = connectTimeoutMsDefault, connectionsMax = connectionsMaxDefault } = settings;
  const trusted = ca === undefined ? {} : { ca: [...rootCertificates, ...[ca].flat()] };
  const connect = { ...trusted, timeout: connectTimeoutMs };
  // The deadline of `withDeadline` covers the whole exchange, so undici's own timers are off.
  const options = { connections: connectionsMax, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 };
  if (proxy === undefined) return new Pool(settings.origin, { ...options, connect });
  const tunnel = settings.origin.startsWith("https:");
  return new ProxyAgent({ ...options, uri: proxy, proxyTunnel: tunnel, requestTls: connect, proxyTls: connect });
}

/** One request on its way. Settles once; whatever comes later is dropped. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly answer: Promise<HttpAnswer>;
  readonly #bodyBytesMax: number;
  #resolve!: (answer: HttpAnswer) => void;
  #reject!: (failure: TransportFailure) => void;
  #controller: Dispatcher.DispatchController | undefined;
  #stopped = false;
  #status = 0;
  #headers: HttpAnswer["headers"] = {};
  #chunks: Buffer[] = [];
  #bytes = 0;

  constructor(bodyBytesMax: number) {
    this.#bodyBytesMax = bodyBytesMax;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  stop(reason: FailureReason, cause?: unknown): void {
    if (this.#stopped) return;
    this.#stopped = true;
    const failure = new TransportFailure(reason, { sent: this.#controller !== undefined, cause });
    this.#reject(failure);
    this.#controller?.abort(failure);
  }

  // Called just before the first byte is written to a connection that stands.
  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#stopped) controller.abort(new TransportFailure("aborted", { sent: false }));
    else this.#controller = controller;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: HttpAnswer["headers"]): void {
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#bodyBytesMax) this.stop("tooLarge");
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const body = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks);
    this.#stopped = true;
    this.#resolve({ status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_: unknown, error: Error): void {
    this.stop("broken", error);
  }
}
