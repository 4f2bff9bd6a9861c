import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { getMerchantNotificationConfiguration } from "./get-merchant-notification-configuration.ts";

describe("GetMerchantNotificationConfiguration", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(getMerchantNotificationConfiguration.request)).toEqual([]));
  test("answers lists of members, unlike the request that sets them", () => {
    const list = getMerchantNotificationConfiguration.response.NotificationConfigurationList;
    expect([list.member, list.item.fields.EventTypes.member]).toEqual(["member", "member"]);
  });
  test("is not imitated", () => expect(getMerchantNotificationConfiguration.imitated).toBe(false));
});
