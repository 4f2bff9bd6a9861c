import type { Instant } from "@noren-pay/base";
import type {
  BillingAgreementEventType,
  Environment,
  NotificationDetails,
  NotificationType,
} from "@noren-pay/protocol";
import { Heap } from "../due/heap.ts";
import type { Forgery } from "./forgeries.ts";
import { type NoticeRule, NoticeRules } from "./rules.ts";

/** What a notice tells, as it was when its cause happened. */
export type NoticeContent = {
  [T in NotificationType]: {
    readonly type: T;
    readonly details: NotificationDetails<T>;
    /** Of billing agreements: what of them changed. */
    readonly eventType?: BillingAgreementEventType | undefined;
  };
}[NotificationType];

export interface NoticeAttempt {
  readonly at: Instant;
  /** Wall time. */
  readonly wall?: Instant | undefined;
  /** Wall time that the endpoint took. */
  readonly tookMs?: number | undefined;
  /** The endpoint's http status; absent when it could not be reached or gave no answer in time. */
  readonly status?: number | undefined;
  readonly problem?: string | undefined;
}

export const noticeStates = ["waiting", "held", "delivered", "givenUp", "dropped"] as const;
export type NoticeState = (typeof noticeStates)[number];
const endedStates: ReadonlySet<NoticeState> = new Set(["delivered", "givenUp", "dropped"]);

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
  /** Among notices of one instant, the lower goes first. */
  sequence: number;
  state: NoticeState;
  /** Whether an attempt is being made, or is queued behind those to the same seller. */
  isUnderWay: boolean;
  nextAttemptAt: Instant;
  readonly attempts: NoticeAttempt[];
  /** As Amazon's test tool sends it: about things that do not exist. */
  readonly isSample?: boolean | undefined;
  /** What is wrong with it on purpose. */
  forgery?: Forgery | undefined;
  /** How often it is sent again once it is delivered. */
  copiesLeft?: number | undefined;
  /** Inner message and envelope, once they are written: every attempt sends the same. */
  envelope?: string | undefined;
}

export const isEnded = ({ state }: Notice): boolean => endedStates.has(state);

const before = (a: Waiting, b: Waiting) => a.at < b.at || (a.at === b.at && a.sequence < b.sequence);
interface Waiting {
  readonly at: Instant;
  readonly sequence: number;
  readonly notice: Notice;
}

export interface NoticeDump {
  readonly notices: readonly Notice[];
  readonly ended: readonly string[];
  readonly sequence: number;
  readonly rules: readonly NoticeRule[];
  readonly rulesMade: number;
}

/** Notices that wait or are held, the last that have come to an end, and what shall befall those to come. */
export class NoticeStore {
  readonly rules = new NoticeRules();
  readonly #seed: string;
  readonly #waiting = new Heap<Waiting>(before);
  readonly #kept = new Map<string, Notice>();
  /** In the order in which they ended. */
  readonly #ended = new Set<string>();
  #sequence = 0;
  #keptMax = 10_000;

  constructor(seed = "noren") {
    this.#seed = seed;
  }

  nextSequence(): number {
    return this.#sequence++;
  }

  /** Takes a new notice, which the rules may hold, drop or bend. */
  add(notice: Notice): void {
    this.rules.befall(notice, this.#seed);
    this.#kept.set(notice.noticeId, notice);
    if (notice.state === "waiting") this.#queue(notice);
    if (isEnded(notice)) this.#end(notice.noticeId);
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

  /** Has the notice sent at `at`, behind others of that instant; also one that was held or had ended. */
  wait(notice: Notice, at: Instant): void {
    this.#ended.delete(notice.noticeId);
    notice.state = "waiting";
    notice.isUnderWay = false;
    notice.nextAttemptAt = at;
    notice.sequence = this.nextSequence();
    this.#queue(notice);
  }

  /** Keeps the notice back until it is made to wait again. */
  hold(notice: Notice): void {
    notice.state = "held";
    notice.isUnderWay = false;
  }

  /** Ends a notice, and forgets the oldest ended ones beyond `keptMax`. */
  finish(notice: Notice, state: "delivered" | "givenUp" | "dropped", keptMax: number): void {
    notice.isUnderWay = false;
    notice.state = state;
    this.#keptMax = keptMax;
    this.#end(notice.noticeId);
  }

  /** Everything that a store is made of, to be loaded into another. */
  dump(): NoticeDump {
    return {
      notices: this.list(),
      ended: [...this.#ended],
      sequence: this.#sequence,
      rules: this.rules.rules,
      rulesMade: this.rules.made,
    };
  }

  /** Into an empty store. What was under way waits again. */
  load({ notices, ended, sequence, rules, rulesMade }: NoticeDump): void {
    for (const noticeId of ended) this.#ended.add(noticeId);
    for (const notice of notices) {
      notice.isUnderWay = false;
      this.#kept.set(notice.noticeId, notice);
      if (notice.state === "waiting") this.#queue(notice);
    }
    this.#sequence = sequence;
    this.rules.rules.push(...rules);
    this.rules.made = rulesMade;
  }

  /** Forgets all of a seller's notices. */
  forgetSeller(sellerId: string): void {
    for (const notice of this.list()) {
      if (notice.sellerId !== sellerId) continue;
      this.#kept.delete(notice.noticeId);
      this.#ended.delete(notice.noticeId);
    }
  }

  #queue(notice: Notice): void {
    this.#waiting.push({ at: notice.nextAttemptAt, sequence: notice.sequence, notice });
  }

  #end(noticeId: string): void {
    this.#ended.add(noticeId);
    for (const oldest of this.#ended) {
      if (this.#ended.size <= this.#keptMax) return;
      this.#ended.delete(oldest);
      this.#kept.delete(oldest);
    }
  }

  /** What was overtaken (ended, put off, held, taken, forgotten) is dropped. */
  #peek(): Waiting | undefined {
    for (let first = this.#waiting.peek(); first; first = this.#waiting.peek()) {
      const { notice, sequence } = first;
      const isAsQueued = notice.state === "waiting" && !notice.isUnderWay && notice.sequence === sequence;
      if (isAsQueued && notice.nextAttemptAt === first.at && this.#kept.has(notice.noticeId)) return first;
      this.#waiting.pop();
    }
    return undefined;
  }
}
