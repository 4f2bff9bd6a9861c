import type { Instant } from "@noren-pay/base";
import { Heap } from "./heap.ts";

/**
 * What happens by itself. The first row is work under way, which `runUntilIdle` waits for; the second are lifetimes,
 * which it leaves alone.
 */
export const workKinds = [
  "authorizationProcessed",
  "authorizationAmazonCloses",
  "authorizationSimulatedExpiry",
  "captureProcessed",
  "captureAmazonCloses",
  "refundProcessed",
  "orderReferenceReopens",
  "billingAgreementReopens",
] as const;
export const lifetimeKinds = [
  "draftGoesStale",
  "draftAgreementGoesStale",
  "orderReferenceExpires",
  "authorizationExpires",
  "immediateAuthorizationMissed",
] as const;
export type DueKind = (typeof workKinds)[number] | (typeof lifetimeKinds)[number];

export interface DueEvent {
  readonly at: Instant;
  /** Events of one instant run in the order they were scheduled. */
  readonly sequence: number;
  readonly kind: DueKind;
  /** The object it happens to. */
  readonly id: string;
}

export interface DueDump {
  readonly events: readonly DueEvent[];
  readonly sequence: number;
}

const isWork: ReadonlySet<string> = new Set(workKinds);
const before = (a: DueEvent, b: DueEvent) => a.at < b.at || (a.at === b.at && a.sequence < b.sequence);

/**
 * The due queue by business time. `isLive` tells whether an event still means anything, so that what was overtaken
 * (the expiry of a captured authorization) is dropped instead of being waited for.
 */
export class DueQueue {
  readonly #work = new Heap<DueEvent>(before);
  readonly #lifetimes = new Heap<DueEvent>(before);
  readonly #isLive: (event: DueEvent) => boolean;
  #sequence = 0;
  constructor(isLive: (event: DueEvent) => boolean) {
    this.#isLive = isLive;
  }

  schedule(kind: DueKind, at: Instant, id: string): void {
    const heap = isWork.has(kind) ? this.#work : this.#lifetimes;
    heap.push({ at, sequence: this.#sequence++, kind, id });
  }

  /** Everything that a queue is made of, to be loaded into another. */
  dump(): DueDump {
    return { events: [...this.#work.items(), ...this.#lifetimes.items()], sequence: this.#sequence };
  }

  /** Into an empty queue. */
  load({ events, sequence }: DueDump): void {
    for (const event of events) (isWork.has(event.kind) ? this.#work : this.#lifetimes).push(event);
    this.#sequence = sequence;
  }

  /** When the next event is due. */
  nextDue(): Instant | undefined {
    return this.#next()?.peek()?.at;
  }

  /** The next event, left where it is. */
  peek(): DueEvent | undefined {
    return this.#next()?.peek();
  }

  /** When the next work under way is due. */
  nextWorkDue(): Instant | undefined {
    return this.#livePeek(this.#work)?.at;
  }

  /** Takes the next event due at or before `until`. */
  take(until: Instant): DueEvent | undefined {
    const heap = this.#next();
    const event = heap?.peek();
    return event && event.at <= until ? heap?.pop() : undefined;
  }

  #next(): Heap<DueEvent> | undefined {
    const work = this.#livePeek(this.#work);
    const lifetime = this.#livePeek(this.#lifetimes);
    if (!work) return lifetime ? this.#lifetimes : undefined;
    return lifetime && before(lifetime, work) ? this.#lifetimes : this.#work;
  }

  #livePeek(heap: Heap<DueEvent>): DueEvent | undefined {
    for (let event = heap.peek(); event; event = heap.peek()) {
      if (this.#isLive(event)) return event;
      heap.pop();
    }
    return undefined;
  }
}
