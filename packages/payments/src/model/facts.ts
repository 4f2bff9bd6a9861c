// Everything that can change an order arrives as a fact, through one door: `decide`.
import type { Instant, Price } from "@noren-pay/base";
import type { ObjectKind } from "@noren-pay/protocol";
import type { Performed, Read } from "../gateway.ts";
import type { Snapshot } from "./snapshots.ts";

/** What is shown to the buyer of an order, and what it costs. */
export interface OrderDetails {
  readonly total: Price;
  readonly sellerOrderId: string;
  readonly storeName?: string | undefined;
  readonly sellerNote?: string | undefined;
}

export type Command =
  | {
      readonly kind: "place";
      /** What the order reference is to hold, when the shop has changed it since; only while it is a draft. */
      readonly details?: OrderDetails | undefined;
    }
  /** After a decline: the buyer has chosen another payment method in the wallet. */
  | { readonly kind: "authorizeAgain" }
  | {
      readonly kind: "ship";
      readonly shipmentId: string;
      /** What is left of the authorization when undefined. */
      readonly amount?: Price | undefined;
      readonly note?: string | undefined;
    }
  | {
      readonly kind: "refund";
      readonly refundId: string;
      readonly amount: Price;
      /** Which capture; the only one when undefined. */
      readonly captureId?: string | undefined;
      readonly note?: string | undefined;
    }
  | { readonly kind: "cancel"; readonly reason?: string | undefined }
  | { readonly kind: "close"; readonly reason?: string | undefined };

/** Who asked. Staff acts are also written to the merchant's audit chain. */
export type Actor =
  | { readonly kind: "shop"; readonly keyId?: string | undefined }
  | { readonly kind: "staff"; readonly userId: string }
  | { readonly kind: "system" };

export type Fact =
  | {
      readonly type: "command";
      readonly command: Command;
      readonly actor: Actor;
      /** A buyer stands before the screen: this order's calls go first. */
      readonly buyerWaits: boolean;
    }
  /** The answer to an intent; ignored when that intent is settled. */
  | { readonly type: "answer"; readonly intentId: string; readonly performed: Performed }
  /** What a read under the lease found. */
  | { readonly type: "read"; readonly kind: ObjectKind; readonly id: string; readonly read: Read }
  /** A verified notification: a hint. `says` is what it holds, to skip the read where the books agree. */
  | { readonly type: "notice"; readonly messageId: string; readonly says: Snapshot | undefined }
  /** No token was to be had for the next call: it waits until then. */
  | { readonly type: "waitForQuota"; readonly work: Work; readonly until: Instant }
  /** The order's time has come. */
  | { readonly type: "wake" };

/** What is to be done next for an order: one call, or only a look at the clock. */
export type Work =
  | { readonly do: "perform"; readonly intentId: string }
  | { readonly do: "read"; readonly kind: ObjectKind; readonly id: string };

/** How many fresh ids a fact must bring; no single fact uses more. */
export const idsPerFact = 6;

export interface Stamped {
  readonly fact: Fact;
  readonly now: Instant;
  /** Fresh ids (`idsPerFact` of them), so that `decide` needs no chance: the same fact gives the same decision. */
  readonly ids: readonly string[];
}
