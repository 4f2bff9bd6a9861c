export type { Addressed, CallName, Capabilities, Gateway, ObjectRef, Performed, Read } from "./gateway.ts";
export * from "./model/change.ts";
export * from "./model/facts.ts";
export * from "./model/intents.ts";
export * from "./model/order.ts";
export * from "./model/snapshots.ts";
export type * from "./store/store.ts";
