import { defineOperation } from "../operation.ts";
import { notificationConfigurations } from "../structures/notification-configuration.ts";

export const getMerchantNotificationConfiguration = defineOperation({
  name: "GetMerchantNotificationConfiguration",
  request: {},
  response: { NotificationConfigurationList: notificationConfigurations },
  result: "content",
  needs: {},
  quota: "read",
  quotaEvidence: "unconfirmed",
  recovery: "repeat",
  errors: [],
  imitated: false,
  evidence: "seen",
  source: "Amazon's SDKs, GetMerchantNotificationConfiguration",
});
