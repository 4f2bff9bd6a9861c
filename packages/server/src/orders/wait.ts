// How long an answer waits. The work itself is never cut short: whoever stops waiting leaves it to go on.
import type { Answer } from "@noren-pay/payments";
import type { Services } from "../services.ts";

/** Beyond the payment service's own patience, which looks at its watch between calls only. */
const graceMs = 250;

/** What `work` reached, or what `standing` finds when it takes longer than an answer may. */
export async function withinPatience<T extends Answer>(
  { clock, settings, log }: Pick<Services, "clock" | "settings" | "log">,
  work: Promise<T>,
  standing: () => Promise<T>,
): Promise<T> {
  const reached = new AbortController();
  const patience = clock.sleep(settings.waitMs + graceMs, reached.signal).then(
    () => "over" as const,
    () => "over" as const,
  );
  try {
    const first = await Promise.race([work, patience]);
    if (first !== "over") return first;
  } finally {
    reached.abort();
  }
  work.catch((error: unknown) => log.error({ err: error }, "work failed after its answer"));
  return standing();
}
