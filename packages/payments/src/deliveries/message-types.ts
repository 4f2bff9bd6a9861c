// From the timeline to what a shop is told: which events go out by webhook, and under which type. docs/webhooks.md shows
// this table.
import type { OrderEvent } from "../model/change.ts";

interface Row {
  readonly event: string;
  /** Only where the event's data says so. */
  readonly to?: string;
  readonly type: string;
}

export const messageRows = [
  { event: "orderReferenceChanged", to: "Open", type: "order.opened" },
  { event: "orderReferenceChanged", to: "Suspended", type: "order.suspended" },
  { event: "orderReferenceChanged", to: "Canceled", type: "order.canceled" },
  { event: "orderReferenceChanged", to: "Closed", type: "order.closed" },
  { event: "authorizationChanged", to: "Pending", type: "authorization.pending" },
  { event: "authorizationChanged", to: "Open", type: "authorization.opened" },
  { event: "authorizationChanged", to: "Declined", type: "authorization.declined" },
  { event: "authorizationChanged", to: "Refused", type: "authorization.declined" },
  { event: "authorizationChanged", to: "Closed", type: "authorization.closed" },
  { event: "authorizationGivenUp", type: "authorization.givenUp" },
  { event: "authorizationRunsOut", type: "authorization.runsOut" },
  { event: "authorizationCapturedByGuard", type: "authorization.capturedByGuard" },
  { event: "authorizationReplaced", type: "authorization.replaced" },
  { event: "orderReferenceRunsOut", type: "order.runsOut" },
  { event: "divergenceFound", type: "order.diverged" },
  { event: "captureChanged", to: "Pending", type: "capture.pending" },
  { event: "captureChanged", to: "Completed", type: "capture.completed" },
  { event: "captureChanged", to: "Declined", type: "capture.declined" },
  { event: "captureChanged", to: "Refused", type: "capture.declined" },
  { event: "captureChanged", to: "Closed", type: "capture.closed" },
  { event: "refundChanged", to: "Pending", type: "refund.pending" },
  { event: "refundChanged", to: "Completed", type: "refund.completed" },
  { event: "refundChanged", to: "Declined", type: "refund.declined" },
  { event: "refundChanged", to: "Refused", type: "refund.declined" },
  { event: "personAsked", type: "order.needsAttention" },
  { event: "amountDiffers", type: "order.amountDiffers" },
  { event: "cancelGivenUp", type: "order.cancelGivenUp" },
] as const satisfies readonly Row[];

/** Messages that tell of no event of an order. */
export const otherMessageTypes = ["webhook.test", "webhook.disabled"] as const;

export type MessageType = (typeof messageRows)[number]["type"] | (typeof otherMessageTypes)[number];

/** Every type once, in the table's order. */
export const messageTypes: readonly MessageType[] = [
  ...new Set<MessageType>([...messageRows.map(({ type }) => type), ...otherMessageTypes]),
];

const byEvent = new Map<string, MessageType>(
  messageRows.map((row) => [`${row.event} ${"to" in row ? row.to : ""}`, row.type]),
);

/** The type under which shops are told of an event; undefined for what stays inside. */
export const messageTypeOf = ({ type, data }: Pick<OrderEvent, "type" | "data">): MessageType | undefined =>
  byEvent.get(`${type} ${String(data.to)}`) ?? byEvent.get(`${type} `);
