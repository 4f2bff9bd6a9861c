// Orders of the memory store. Everything happens synchronously, so every method is one transaction by itself.
import type { Clock, Instant } from "@noren-pay/base";
import { runsOutAtOf } from "../../decide/guard-times.ts";
import type { LedgerEntry, OrderEvent } from "../../model/change.ts";
import { chained } from "../../model/hash.ts";
import type { Order } from "../../model/order.ts";
import type { PersonalData } from "../../model/snapshots.ts";
import type { Change, Claim, OrderKey, Store } from "../store.ts";
import { DueOrders, type Row as DueRow } from "./due.ts";
import { pageOf } from "./search.ts";

export interface Row extends DueRow {
  readonly events: OrderEvent[];
  readonly entries: Map<string, LedgerEntry>;
  buyer: PersonalData | undefined;
}

type Orders = Pick<
  Store,
  | "create"
  | "change"
  | "order"
  | "orderOfAmazonId"
  | "orders"
  | "expiring"
  | "timeline"
  | "entries"
  | "personalData"
  | "claim"
  | "claimOne"
  | "release"
  | "nextDue"
>;

export function memoryOrders(clock: Pick<Clock, "wall">, keepAnswer: (change: Change) => void): Orders {
  const merchants = new Map<string, Map<string, Row>>();
  const byAmazonId = new Map<string, OrderKey>();
  const due = new DueOrders();
  const leased = new Set<Row>();
  let leases = 0;

  const find = ({ merchantId, orderId }: OrderKey) => merchants.get(merchantId)?.get(orderId);
  const keyOf = ({ merchantId, orderId }: Order): OrderKey => ({ merchantId, orderId });
  const isLeased = (row: Row) => row.lease !== undefined && clock.wall() < row.lease.until;

  function write(row: Row, change: Change): void {
    const { buyer, ...order } = change.order;
    if (buyer !== undefined) row.buyer = buyer;
    row.order = order;
    for (const event of change.events) row.events.push(event);
    for (const entry of change.entries) {
      const sum = entry.lines.reduce((total, line) => total + line.amount.amount, 0);
      if (sum !== 0) throw new Error(`ledger entry ${entry.id} does not balance`);
      if (!row.entries.has(entry.id)) row.entries.set(entry.id, entry);
    }
    learnIds(order);
    if (row.lease === undefined) due.put(row);
    keepAnswer(change);
  }

  function learnIds(order: Order): void {
    const ids = [order, ...order.authorizations, ...order.captures, ...order.refunds].map((each) =>
      "amazonOrderReferenceId" in each ? each.amazonOrderReferenceId : each.amazonId,
    );
    for (const id of ids) {
      const alias = `${order.account.accountId} ${id}`;
      if (id !== undefined && !byAmazonId.has(alias)) byAmazonId.set(alias, keyOf(order));
    }
  }

  function lease(row: Row, leaseMs: number): Claim {
    leases += 1;
    const token = leases.toString(16).padStart(32, "0");
    row.lease = { token, until: clock.wall() + leaseMs };
    leased.add(row);
    return { key: keyOf(row.order), leaseToken: token, order: row.order };
  }

  function endLease(row: Row): void {
    row.lease = undefined;
    leased.delete(row);
    due.put(row);
  }

  function endLapsedLeases(): void {
    for (const row of leased) if (!isLeased(row)) endLease(row);
  }

  return {
    async create(change, { leaseMs } = {}) {
      const key = keyOf(change.order);
      const known =
        find(key) ??
        find(byAmazonId.get(`${change.order.account.accountId} ${change.order.amazonOrderReferenceId}`) ?? key);
      if (known !== undefined) return { created: false, order: known.order };
      const row: Row = { order: change.order, lease: undefined, events: [], entries: new Map(), buyer: undefined };
      const orders = merchants.get(key.merchantId) ?? new Map<string, Row>();
      merchants.set(key.merchantId, orders.set(key.orderId, row));
      write(row, change);
      return { created: true, order: row.order, claim: leaseMs === undefined ? undefined : lease(row, leaseMs) };
    },
    async change(key, apply, { leaseToken } = {}) {
      const row = find(key);
      if (row === undefined) return undefined;
      if (leaseToken !== undefined && (row.lease?.token !== leaseToken || !isLeased(row))) return undefined;
      const { change, result, releases } = apply(row.order);
      if (change !== undefined) write(row, change);
      if (releases !== undefined && row.lease?.token === releases) endLease(row);
      return result;
    },
    order: async (key) => find(key)?.order,
    orderOfAmazonId: async (accountId, amazonId) => byAmazonId.get(`${accountId} ${amazonId}`),
    orders: async (merchantId, filter) => pageOf([...(merchants.get(merchantId)?.values() ?? [])], filter),
    async expiring(merchantId, { before, limit }) {
      const orders = [...(merchants.get(merchantId)?.values() ?? [])].map((row) => row.order);
      const end = (order: Order) => runsOutAtOf(order) ?? before;
      return orders
        .filter((order) => end(order) < before)
        .sort((a, b) => end(a) - end(b))
        .slice(0, limit);
    },
    async timeline(key) {
      const row = find(key);
      return row === undefined ? [] : chained(key, undefined, row.events);
    },
    entries: async (key) => [...(find(key)?.entries.values() ?? [])],
    personalData: async (key) => find(key)?.buyer,
    async claim({ now, limit, leaseMs }) {
      endLapsedLeases();
      return due.take({ now, limit }, (row) => lease(row as Row, leaseMs));
    },
    async claimOne(key, leaseMs) {
      const row = find(key);
      return row === undefined || isLeased(row) ? undefined : lease(row, leaseMs);
    },
    async release({ key, leaseToken }) {
      const row = find(key);
      if (row?.lease?.token === leaseToken) endLease(row);
    },
    async nextDue() {
      const times = [due.next(), ...[...leased].map((row) => row.order.wakeAt)].filter(
        (at): at is Instant => at !== undefined,
      );
      return times.length === 0 ? undefined : Math.min(...times);
    },
  };
}
