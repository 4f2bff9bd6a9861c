// A sandbox's business time, moved through its admin API.
import type { Instant, TimeSide } from "@noren-pay/base";
import { ServerError } from "../problem/problem.ts";

export interface SandboxSide extends TimeSide {
  now(): Promise<Instant>;
}

/** Wall time for one step: a step may deliver notices, and waits for their answers. */
const stepTimeoutMs = 120_000;

/** `adminUrl`: such as `http://localhost:9080/admin`. Throws `amazonUnavailable` when the sandbox does not answer. */
export function sandboxSide(adminUrl: string): SandboxSide {
  const clock = () => call<{ now: number | string; nextDue?: number | string | null }>(adminUrl, "GET", "/clock");
  return {
    now: async () => instantOf((await clock()).now),
    async nextDue() {
      const { nextDue } = await clock();
      return nextDue === undefined || nextDue === null ? undefined : instantOf(nextDue);
    },
    advanceTo: async (to) => {
      await call(adminUrl, "POST", "/clock/advance", { to });
    },
    // Moving on by nothing does what is due now, deliveries of notices included.
    idle: async () => {
      await call(adminUrl, "POST", "/clock/advance", { ms: 0 });
    },
  };
}

const instantOf = (value: number | string): Instant => (typeof value === "number" ? value : Date.parse(value));

async function call<T>(adminUrl: string, method: "GET" | "POST", path: string, body?: unknown): Promise<T> {
  const operation = `${method} ${path}`;
  let response: Response;
  try {
    response = await fetch(adminUrl + path, {
      method,
      signal: AbortSignal.timeout(stepTimeoutMs),
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new ServerError("amazonUnavailable", { operation, cause });
  }
  if (!response.ok) throw new ServerError("amazonUnavailable", { operation, cause: new Error(`${response.status}`) });
  return (await response.json()) as T;
}
