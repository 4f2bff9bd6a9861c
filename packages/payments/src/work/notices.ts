// Notices: stored before they are acknowledged, applied afterwards. Applying one twice changes nothing.
import { orderReferenceIdOf } from "@noren-pay/protocol";
import type { NoticeRecord } from "../store/store.ts";
import { applyFact, type Shell } from "./context.ts";

/** Notices applied in one go. */
const batchMax = 100;

/** What the server has verified and read; `says` in the inner model's words. */
export type VerifiedNotice = Omit<NoticeRecord, "receivedAt" | "state"> & {
  /** From Amazon's test tool: kept, never applied. */
  readonly isSample?: boolean | undefined;
};

/** Stores a verified notice once; false when it is known already. The order is worked on later, by a worker. */
export function keepNotice({ store, clock }: Shell, { isSample, ...notice }: VerifiedNotice): Promise<boolean> {
  return store.keepNotice({ ...notice, receivedAt: clock.now(), state: isSample ? "sample" : "new" });
}

/** Applies waiting notices, oldest first; gives their number. */
export async function applyWaitingNotices(work: Shell): Promise<number> {
  const waiting = await work.store.waitingNotices(batchMax);
  let done = 0;
  for (const notice of waiting) {
    try {
      await work.store.markNotice(notice.messageId, notice.accountId, await apply(work, notice));
      done += 1;
    } catch (error) {
      // It stays; the ones behind it must not wait for it.
      work.report(error, { doing: "notice" });
    }
  }
  return done;
}

async function apply(work: Shell, notice: NoticeRecord): Promise<"applied" | "quarantined"> {
  const { accountId, amazonId, messageId, says } = notice;
  if (accountId === undefined || amazonId === undefined) return "quarantined";
  // Objects that we have not heard of yet are found by the order reference their id begins with.
  const orderReferenceId = orderReferenceIdOf(amazonId);
  const key =
    (await work.store.orderOfAmazonId(accountId, amazonId)) ??
    (orderReferenceId === undefined ? undefined : await work.store.orderOfAmazonId(accountId, orderReferenceId));
  if (key === undefined) return "quarantined";
  const decision = await applyFact(work, { key, fact: { type: "notice", messageId, says } });
  return decision === undefined ? "quarantined" : "applied";
}
