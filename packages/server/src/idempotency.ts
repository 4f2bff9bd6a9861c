// Idempotency-Key, by the IETF draft: the same key and body gives the first answer again.
import { canonicalJson, derivedId, sha256 } from "@noren-pay/payments";
import type { FastifyRequest } from "fastify";
import { callerOf } from "./auth/authenticate.ts";
import { ServerError } from "./problem/problem.ts";
import type { Services } from "./services.ts";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Runs `run` once for its Idempotency-Key; without one, always. `newId` gives the id of what the request makes: with a
 * key it follows from the key, so that a repeat after a crash names the same shipment or refund and cannot make a second.
 * An error keeps nothing: by its nature it changed nothing, or repeating is how it is recovered.
 * Throws `idempotencyKeyRunning`, `idempotencyKeyReused`, `idempotencyKeyMalformed`.
 */
export async function idempotently(
  { store, ids }: Pick<Services, "store" | "ids">,
  request: FastifyRequest,
  run: (newId: () => string) => Promise<Answer>,
): Promise<Answer> {
  const key = keyOf(request.headers["idempotency-key"]);
  if (key === undefined) return run(() => ids.next());
  const { merchantId } = callerOf(request);
  const route = `${request.method} ${request.routeOptions.url}`;
  const bodyHash = sha256(canonicalJson({ params: request.params, body: request.body }));
  const taken = await store.takeKey({ merchantId, route, key, bodyHash });
  switch (taken.outcome) {
    case "running":
      throw new ServerError("idempotencyKeyRunning");
    case "otherBody":
      throw new ServerError("idempotencyKeyReused");
    case "answered":
      return taken.answer;
    case "new":
      break;
  }
  try {
    const answer = await run(() => derivedId(canonicalJson([merchantId, route, request.params, key])));
    await store.keepAnswer({ merchantId, route, key, answer });
    return answer;
  } catch (error) {
    await store.forgetKey({ merchantId, route, key });
    throw error;
  }
}

/** The header is a structured string, in quotes; many clients send it bare, and both name the same key. */
function keyOf(header: string | string[] | undefined): string | undefined {
  if (header === undefined) return undefined;
  const text = typeof header === "string" ? (/^"(.*)"$/.exec(header)?.[1] ?? header) : "";
  if (!/^[\x20-\x7e]{1,255}$/.test(text)) throw new ServerError("idempotencyKeyMalformed");
  return text;
}
