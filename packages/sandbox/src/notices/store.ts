import type { Instant } from "@noren-pay/base";
import type { Environment, NotificationDetails } from "@noren-pay/protocol";
import { Heap } from "../due/heap.ts";

/** What a notice tells, as it was when its cause happened. */
export type NoticeContent = {
  [T in SentType]: { readonly type: T; readonly details: NotificationDetails<T> };
}[SentType];
type SentType = "OrderReferenceNotification" | "PaymentAuthorize" | "PaymentCapture" | "PaymentRefund";

export interface NoticeAttempt {
  readonly at: Instant;
  /** The endpoint's http status; absent when it could not be reached or gave no answer in time. */
  readonly status?: number | undefined;
  readonly problem?: string | undefined;
}

export interface Notice {
  /** SNS's MessageId: the same over all attempts. */
  readonly noticeId: string;
  readonly notificationReferenceId: string;
  readonly sellerId: string;
  readonly url: string;
  readonly environment: Environment;
  readonly objectId: string;
  readonly content: NoticeContent;
  readonly createdAt: Instant;
  readonly sequence: number;
  state: "waiting" | "delivered" | "givenUp";
  /** Whether an attempt is being made. */
  isUnderWay: boolean;
  nextAttemptAt: Instant;
  readonly attempts: NoticeAttempt[];
  /** Inner message and envelope, once they are written: every attempt sends the same. */
  envelope?: string | undefined;
}

const before = (a: Waiting, b: Waiting) => a.at < b.at || (a.at === b.at && a.notice.sequence < b.notice.sequence);
interface Waiting {
  readonly at: Instant;
  readonly notice: Notice;
}

/** Notices that wait, and the last that have come to an end. */
export class NoticeStore {
  readonly #waiting = new Heap<Waiting>(before);
  readonly #kept = new Map<string, Notice>();
  readonly #finished: string[] = [];
  #sequence = 0;

  nextSequence(): number {
    return this.#sequence++;
  }

  add(notice: Notice): void {
    this.#kept.set(notice.noticeId, notice);
    this.#waiting.push({ at: notice.nextAttemptAt, notice });
  }

  get(noticeId: string): Notice | undefined {
    return this.#kept.get(noticeId);
  }

  /** Oldest first. */
  list(): Notice[] {
    return [...this.#kept.values()];
  }

  nextDue(): Instant | undefined {
    return this.#peek()?.at;
  }

  /** Takes the next notice to be sent at or before `now`; how it went must be reported. */
  take(now: Instant): Notice | undefined {
    const first = this.#peek();
    if (!first || first.at > now) return undefined;
    this.#waiting.pop();
    first.notice.isUnderWay = true;
    return first.notice;
  }

  /** Has the notice sent at `at`. */
  wait(notice: Notice, at: Instant): void {
    notice.isUnderWay = false;
    notice.nextAttemptAt = at;
    this.#waiting.push({ at, notice });
  }

  /** Ends a notice, and forgets the oldest ended ones beyond `keptMax`. */
  finish(notice: Notice, state: "delivered" | "givenUp", keptMax: number): void {
    notice.isUnderWay = false;
    notice.state = state;
    this.#finished.push(notice.noticeId);
    while (this.#finished.length > keptMax) this.#kept.delete(this.#finished.shift() as string);
  }

  /** What was overtaken (ended, put off, taken) is dropped. */
  #peek(): Waiting | undefined {
    for (let first = this.#waiting.peek(); first; first = this.#waiting.peek()) {
      const { notice } = first;
      if (notice.state === "waiting" && !notice.isUnderWay && notice.nextAttemptAt === first.at) return first;
      this.#waiting.pop();
    }
    return undefined;
  }
}
