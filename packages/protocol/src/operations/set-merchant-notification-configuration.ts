import { defineOperation } from "../operation.ts";
import { notificationConfigurationsToSet } from "../structures/notification-configuration.ts";

export const setMerchantNotificationConfiguration = defineOperation({
  name: "SetMerchantNotificationConfiguration",
  request: { NotificationConfigurationList: notificationConfigurationsToSet },
  response: {},
  result: "none",
  needs: {},
  quota: "write",
  quotaEvidence: "unconfirmed",
  recovery: "readThenDecide",
  errors: [],
  imitated: false,
  evidence: "seen",
  source: "Amazon's SDKs, SetMerchantNotificationConfiguration",
});
