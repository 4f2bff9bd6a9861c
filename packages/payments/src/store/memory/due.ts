// Which orders are due: heaps by wakeAt per merchant, one for orders whose buyer waits and one for the rest. An order
// that is changed leaves its old entry behind; such entries are dropped when they come up.
import type { Instant } from "@noren-pay/base";
import type { Order } from "../../model/order.ts";
import { Heap } from "./heap.ts";

export interface Row {
  order: Order;
  lease: { readonly token: string; readonly until: Instant } | undefined;
}

interface Entry {
  readonly row: Row;
  readonly order: Order;
}
interface Queues {
  readonly buyers: Heap<Entry>;
  readonly others: Heap<Entry>;
}

export class DueOrders {
  readonly #merchants = new Map<string, Queues>();
  /** Merchants in the order in which they come up; who got a claim goes to the back. */
  readonly #rounds: string[] = [];

  put(row: Row): void {
    const { merchantId, wakeAt, buyerWaits } = row.order;
    if (wakeAt === undefined) return;
    let queues = this.#merchants.get(merchantId);
    if (queues === undefined) {
      queues = { buyers: new Heap(), others: new Heap() };
      this.#merchants.set(merchantId, queues);
      this.#rounds.push(merchantId);
    }
    queues[buyerWaits ? "buyers" : "others"].push(wakeAt, { row, order: row.order });
  }

  /** Hands up to `limit` rows that are due to `lease`: buyers who wait first, one per merchant in each round. */
  take<T>({ now, limit }: { readonly now: Instant; readonly limit: number }, lease: (row: Row) => T): T[] {
    const taken: T[] = [];
    for (const kind of ["buyers", "others"] as const) {
      for (let found = true; found && taken.length < limit; ) {
        found = false;
        for (const merchantId of [...this.#rounds]) {
          if (taken.length >= limit) break;
          const row = this.#takeOf(merchantId, kind, now);
          if (row === undefined) continue;
          taken.push(lease(row));
          found = true;
          this.#rounds.splice(this.#rounds.indexOf(merchantId), 1);
          this.#rounds.push(merchantId);
        }
      }
    }
    return taken;
  }

  #takeOf(merchantId: string, kind: keyof Queues, now: Instant): Row | undefined {
    const heap = this.#merchants.get(merchantId)?.[kind];
    if (heap === undefined) return undefined;
    const wakeAt = this.#freshTop(heap);
    return wakeAt === undefined || wakeAt > now ? undefined : heap.pop()?.row;
  }

  next(): Instant | undefined {
    let earliest: Instant | undefined;
    for (const { buyers, others } of this.#merchants.values())
      for (const heap of [buyers, others]) {
        const wakeAt = this.#freshTop(heap);
        if (wakeAt !== undefined && (earliest === undefined || wakeAt < earliest)) earliest = wakeAt;
      }
    return earliest;
  }

  /** The key of the first entry that still holds; leased rows are put again when their lease ends. */
  #freshTop(heap: Heap<Entry>): Instant | undefined {
    for (let top = heap.peek(); top !== undefined; top = heap.peek()) {
      if (top.value.row.order === top.value.order && top.value.row.lease === undefined) return top.key;
      heap.pop();
    }
    return undefined;
  }
}
