// What a decision gives back, and what a store writes in one transaction.
import type { Instant, Price } from "@noren-pay/base";
import type { RefusalCode } from "../errors.ts";
import type { Intent } from "./intents.ts";
import type { NextStep, Order } from "./order.ts";

/** One line of the order's timeline: append-only, hash-chained. `data` holds no personal data. */
export interface OrderEvent {
  /** Stable name, such as `authorizationDeclined` or `callAnswered`. */
  readonly type: string;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Accounts of the ledger. Asset-like ones grow with positive amounts. */
export const ledgerAccounts = ["amazonBalance", "sales", "refunds", "fees", "chargebacks", "bank"] as const;
export type LedgerAccount = (typeof ledgerAccounts)[number];

/** Money that moved. The lines of one entry sum to zero. */
export interface LedgerEntry {
  /** Given by what moved: the same movement always has the same id, so it is booked once. */
  readonly id: string;
  readonly at: Instant;
  readonly cause: "capture" | "refund" | "fee" | "chargeback" | "payout";
  /** Our id of the capture or refund. */
  readonly objectId: string;
  readonly lines: readonly { readonly account: LedgerAccount; readonly amount: Price }[];
}

/** A command that cannot be obeyed. Nothing changed. */
export interface Refusal {
  readonly code: RefusalCode;
  /** The command's field at fault, if one is. */
  readonly field?: string | undefined;
  readonly limit?: Price | undefined;
}

export interface Decision {
  readonly order: Order;
  readonly events: readonly OrderEvent[];
  readonly entries: readonly LedgerEntry[];
  /** Intents newly written; they stand in `order.intents` too. */
  readonly intents: readonly Intent[];
  readonly refusal?: Refusal | undefined;
  readonly nextStep: NextStep;
}
