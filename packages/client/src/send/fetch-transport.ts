// The transport for callers who bring their own `fetch`. It cannot tell whether a request was sent when it fails, so
// every failure but a call aborted beforehand counts as sent: the safe side.
import { deadlines } from "./deadline.ts";
import { type FailureReason, TransportFailure } from "./failure.ts";
import type { HttpAnswer, Transport, TransportSettings } from "./transport.ts";

/** The part of `fetch` that is used. */
export type FetchLike = (url: string, init: FetchInit) => Promise<FetchAnswer>;

export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly redirect: "manual";
  readonly signal: AbortSignal;
}

export interface FetchAnswer {
  readonly status: number;
  readonly headers: { forEach(visit: (value: string, name: string) => void): void };
  arrayBuffer(): Promise<ArrayBuffer>;
}

export function fetchTransport(settings: TransportSettings & { readonly fetch: FetchLike }): Transport {
  const withDeadline = deadlines(settings.clock);
  return {
    send: (request, limits) =>
      withDeadline(limits, async (onStop) => {
        const stopper = new AbortController();
        let reason: FailureReason = "broken";
        onStop((why) => {
          reason = why;
          stopper.abort();
        });
        if (stopper.signal.aborted) throw new TransportFailure("aborted", { sent: false });
        const stopped = new Promise<never>((_, reject) => {
          stopper.signal.addEventListener("abort", () => reject(stopper.signal.reason), { once: true });
        });
        try {
          return await Promise.race([exchange(), stopped]);
        } catch (cause) {
          throw cause instanceof TransportFailure ? cause : new TransportFailure(reason, { sent: true, cause });
        }

        async function exchange(): Promise<HttpAnswer> {
          const { path, method, headers, body } = request;
          const answer = await settings.fetch(settings.origin + path, {
            method,
            headers: { ...headers },
            ...(body === undefined ? {} : { body }),
            redirect: "manual",
            signal: stopper.signal,
          });
          const bytes = Buffer.from(await answer.arrayBuffer());
          if (bytes.length > settings.bodyBytesMax) throw new TransportFailure("tooLarge", { sent: true });
          const names: Record<string, string> = {};
          answer.headers.forEach((value, name) => {
            names[name.toLowerCase()] = value;
          });
          return { status: answer.status, headers: names, body: bytes };
        }
      }),
    close: async () => undefined,
  };
}
