// Where a seller's notifications go. Source: Amazon's SDKs. Lists are named otherwise in requests than in answers.
import { group, list, text, word } from "../fields.ts";

const eventType = word(
  "ALL",
  "ORDER_REFERENCE",
  "PAYMENT_AUTHORIZE",
  "PAYMENT_CAPTURE",
  "PAYMENT_REFUND",
  "BILLING_AGREEMENT",
  "CHARGEBACK_DETAILED",
);

/** As it is set. */
export const notificationConfigurationsToSet = list(
  group({ NotificationUrl: text(), EventTypes: list(eventType, "EventTypeList") }),
  "NotificationConfiguration",
);

/** As it is read. */
export const notificationConfigurations = list(group({ NotificationUrl: text(), EventTypes: list(eventType) }));
