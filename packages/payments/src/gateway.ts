// The port to Amazon Pay. One adapter per generation stands in `gateways`; nothing behind this port may repeat a call.
import type { ObjectKind } from "@noren-pay/protocol";
import type { Intent, IntentKind } from "./model/intents.ts";
import type { Snapshot } from "./model/snapshots.ts";

/** One object on Amazon's side: our id, and Amazon's where it is known. */
export interface ObjectRef {
  readonly kind: ObjectKind;
  readonly id: string;
  readonly amazonId?: string | undefined;
}

/** What a gateway needs beside the intent: whose account it is, and Amazon's ids of our objects. */
export interface Addressed {
  readonly merchantId: string;
  readonly accountId: string;
  readonly orderId: string;
  /** Amazon's id of the order reference (v2: of the charge permission or checkout session). */
  readonly amazonOrderReferenceId: string;
  /** Amazon's id of one of our authorizations, captures or refunds; undefined while unknown. */
  amazonIdOf(kind: ObjectKind, id: string): string | undefined;
}

/** How one call ended. `requestId` is Amazon's, for its support. */
export type Performed =
  | { readonly outcome: "done"; readonly snapshots: readonly Snapshot[]; readonly requestId?: string | undefined }
  | {
      readonly outcome: "refused";
      /** Amazon's error code. */
      readonly code: string;
      readonly message: string;
      readonly requestId?: string | undefined;
    }
  | { readonly outcome: "throttled"; readonly requestId?: string | undefined }
  | { readonly outcome: "unknown"; readonly why: string; readonly requestId?: string | undefined };

export type Read =
  | { readonly outcome: "found"; readonly snapshot: Snapshot; readonly requestId?: string | undefined }
  | { readonly outcome: "missing"; readonly code: string; readonly requestId?: string | undefined }
  | { readonly outcome: "throttled"; readonly requestId?: string | undefined }
  | { readonly outcome: "unknown"; readonly why: string; readonly requestId?: string | undefined };

/** What a generation of Amazon Pay can do. `decide` reads this and never asks for the generation. */
export interface Capabilities {
  /** Intents that this generation has no call for: they are done as soon as they are written. */
  readonly nothingToCall: readonly IntentKind[];
  readonly severalAuthorizations: boolean;
  /** Whether more than the order's total may be charged, up to the region's overage. */
  readonly overcharge: boolean;
  /** Whether Amazon itself asks the buyer for another payment method after a decline. */
  readonly amazonHandlesDeclines: boolean;
  readonly pendingAuthorizations: boolean;
}

/** The quota's key: one bucket per account and operation. */
export type CallName = IntentKind | `read${ObjectKind}`;

export interface Gateway {
  readonly capabilities: Capabilities;
  /** Exactly one call, never repeated here. Never throws for what Amazon or the network did. */
  perform(intent: Intent, at: Addressed, signal?: AbortSignal): Promise<Performed>;
  read(object: ObjectRef, at: Addressed, signal?: AbortSignal): Promise<Read>;
  /** The published quota of a call in the account's environment. */
  quotaOf(call: CallName): { readonly burst: number; readonly perSecond: number };
}
