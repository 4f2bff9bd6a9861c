// Calls the console's API. The routes, their bodies and answers are the server's own types.
import type { ConsoleRoutes, SessionView } from "@noren-pay/server";
import { ApiError, errorOf } from "./problem.ts";

type Routes = ConsoleRoutes;
type Part<Name extends keyof Routes, Key extends string> = Routes[Name] extends { [K in Key]: infer Value }
  ? Value
  : never;

export interface CallOptions<Name extends keyof Routes> {
  readonly orderId?: string;
  readonly query?: Part<Name, "query">;
  readonly body?: Part<Name, "body">;
  /** The same key and body is done once, however often it arrives. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export interface Api {
  /** Throws ApiError. */
  call<Name extends keyof Routes>(name: Name, options?: CallOptions<Name>): Promise<Part<Name, "answer">>;
}

interface Options {
  /** In which language problems are to be told. */
  readonly language: () => string;
  readonly fetch?: typeof fetch;
}

/** The session's cookie goes along by itself; the token against forged requests is kept here as it is learnt. */
export function createApi({ language, fetch: send = (...args) => fetch(...args) }: Options): Api {
  let csrfToken: string | undefined;
  return {
    async call(name, { orderId, query, body, idempotencyKey, signal } = {}) {
      const [method = "GET", path = ""] = name.split(" ");
      const headers: Record<string, string> = { accept: "application/json", "accept-language": language() };
      if (body !== undefined) headers["content-type"] = "application/json";
      if (method !== "GET" && csrfToken !== undefined) headers["csrf-token"] = csrfToken;
      if (idempotencyKey !== undefined) headers["idempotency-key"] = `"${idempotencyKey}"`;
      const url = path.replace(":orderId", encodeURIComponent(orderId ?? "")) + queryOf(query as object | undefined);
      const init = { method, headers, body: body === undefined ? null : JSON.stringify(body), signal: signal ?? null };
      const response = await send(url, init).catch((cause: unknown) => {
        if (signal?.aborted) throw cause;
        throw new ApiError({ status: 0, cause });
      });
      if (!response.ok) throw await errorOf(response);
      if (response.status === 204) return undefined as never;
      const answer = await response.json().catch((cause: unknown) => {
        throw new ApiError({ status: response.status, cause });
      });
      if (name.endsWith("/session")) csrfToken = (answer as SessionView).csrfToken;
      return answer as never;
    },
  };
}

function queryOf(query: object | undefined): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return text === "" ? "" : `?${text}`;
}
