// Rows of the outbox as the senders and the API see them.
import type { Instant } from "@noren-pay/base";
import type { MailKind } from "./mail-kinds.ts";
import type { MessageType } from "./message-types.ts";

export interface WebhookEndpoint {
  readonly merchantId: string;
  readonly endpointId: string;
  readonly url: string;
  /** Empty: all. */
  readonly eventTypes: readonly MessageType[];
  readonly withBuyer: boolean;
  readonly active: boolean;
  /** `failing` or `gone`, when Noren switched it off. */
  readonly disabledReason: string | undefined;
  readonly failingSince: Instant | undefined;
  /** Until when the old secret signs too. */
  readonly oldSecretUntil: Instant | undefined;
  readonly createdAt: Instant;
}

export type DeliveryState = "waiting" | "delivered" | "dead";

export interface Delivery {
  readonly merchantId: string;
  readonly deliveryId: string;
  readonly endpointId: string;
  readonly messageId: string;
  /** Undefined for what belongs to no order. */
  readonly orderId: string | undefined;
  readonly sequence: number;
  readonly type: MessageType;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly firstAttemptAt: Instant | undefined;
  readonly deliveredAt: Instant | undefined;
  readonly nextAttemptAt: Instant | undefined;
}

export interface Attempt {
  readonly attempt: number;
  readonly at: Instant;
  readonly status: number | undefined;
  /** A word from a fixed list; never text of the other side. */
  readonly error: string | undefined;
  readonly durationMs: number;
}

/** A delivery that this process may send now. */
export interface DueDelivery extends Delivery {
  readonly leaseToken: string;
  readonly url: string;
  readonly withBuyer: boolean;
  /** The newest first; all of them sign. */
  readonly secrets: readonly string[];
}

export interface MailSettings {
  readonly language: "ja" | "en";
  readonly from: string | undefined;
  /** Where warnings to the shop go. */
  readonly shopAddress: string | undefined;
  /** With `{orderId}`, `{sellerOrderId}` and `{amazonOrderReferenceId}` in it. */
  readonly choosePaymentUrl: string | undefined;
  readonly kindsOff: readonly MailKind[];
}

export const defaultMailSettings: MailSettings = {
  language: "ja",
  from: undefined,
  shopAddress: undefined,
  choosePaymentUrl: undefined,
  kindsOff: [],
};

export interface MailContent {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** `kept`: there is no mail server. `dropped`: no longer needed, or nobody to send it to. */
export type MailState = "waiting" | "kept" | "sent" | "dropped" | "dead";

export interface Mail {
  readonly merchantId: string;
  readonly mailId: string;
  readonly orderId: string | undefined;
  readonly kind: MailKind;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
  readonly content: MailContent | undefined;
  readonly state: MailState;
  readonly attempts: number;
  readonly error: string | undefined;
  readonly sentAt: Instant | undefined;
}

export interface DueMail extends Mail {
  readonly leaseToken: string;
  readonly firstDueAt: Instant;
}
