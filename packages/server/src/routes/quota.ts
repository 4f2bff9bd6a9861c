// Calls that the server makes itself count towards the account's quota like every other.
import type { AmazonAccount, CallName } from "@noren-pay/payments";
import { ServerError } from "../problem/problem.ts";
import type { Services } from "../services.ts";

/** A second at a time: business time may be moved or stand still meanwhile. */
const pollMsMax = 1_000;

/** Takes one token for a buyer who waits. Throws `amazonUnavailable` when none comes within the time of an answer. */
export async function takeToken(
  { store, clock, accounts, settings }: Services,
  account: AmazonAccount,
  call: CallName,
): Promise<void> {
  const { accountId } = account;
  const quota = accounts.connection(account).gateway.quotaOf(call);
  const until = clock.wall() + settings.waitMs;
  for (;;) {
    const now = clock.now();
    const answer = await store.takeToken({ accountId, call, quota, buyerWaits: true, now });
    if (answer.taken) return;
    const left = until - clock.wall();
    if (left <= 0) throw new ServerError("amazonUnavailable", { operation: call });
    await clock.sleep(Math.max(10, Math.min(left, pollMsMax, answer.at - now)));
  }
}
