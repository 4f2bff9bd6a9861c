import type { OrderEvent } from "../../model/change.ts";
import type { Order } from "../../model/order.ts";
import { noon } from "../contract-samples.ts";
import type { Change, Store } from "../store.ts";

/** A fresh, empty store. `passWall` lets wall time pass as the store sees it (leases), by waiting or by its clock. */
export interface StoreUnderTest {
  readonly store: Store;
  passWall(ms: number): Promise<void>;
}
export type MakeStore = () => Promise<StoreUnderTest>;

/** Runs one test with a store of its own. */
export type WithStore = (title: string, run: (under: StoreUnderTest) => Promise<void>) => void;

export const said = (type: string, data: OrderEvent["data"] = {}): OrderEvent => ({ type, at: noon, data });

/** A change that gives the order as it was before. */
export const apply = (next: (order: Order) => Change | undefined) => (order: Order) => ({
  change: next(order),
  result: order,
});
