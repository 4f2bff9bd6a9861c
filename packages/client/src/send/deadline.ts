import type { Clock } from "@noren-pay/base";
import type { SendLimits } from "./transport.ts";

type Stop = (reason: "timeout" | "aborted") => void;

const finished = Symbol("the exchange has ended");

/**
 * Runs an exchange that is stopped when its time is over or the caller's signal fires. `run` says by `onStop` how it is
 * stopped, and itself settles then.
 */
export async function withDeadline<T>(
  clock: Clock,
  { timeoutMs, signal }: SendLimits,
  run: (onStop: (stop: Stop) => void) => Promise<T>,
): Promise<T> {
  const timer = new AbortController();
  const onAbort = () => stop?.("aborted");
  let stop: Stop | undefined;
  const running = run((how) => {
    stop = how;
    if (signal?.aborted) how("aborted");
  });
  signal?.addEventListener("abort", onAbort, { once: true });
  clock.sleep(timeoutMs, timer.signal).then(
    () => stop?.("timeout"),
    () => undefined,
  );
  try {
    return await running;
  } finally {
    timer.abort(finished);
    signal?.removeEventListener("abort", onAbort);
  }
}
