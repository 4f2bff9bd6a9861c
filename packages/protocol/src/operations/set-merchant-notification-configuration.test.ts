import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { setMerchantNotificationConfiguration } from "./set-merchant-notification-configuration.ts";

describe("SetMerchantNotificationConfiguration", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(setMerchantNotificationConfiguration.request)).toEqual([
      "NotificationConfigurationList.NotificationConfiguration.N.NotificationUrl",
      "NotificationConfigurationList.NotificationConfiguration.N.EventTypes.EventTypeList.N",
    ]));
  test("answers no result", () =>
    expect([setMerchantNotificationConfiguration.result, setMerchantNotificationConfiguration.response]).toEqual([
      "none",
      {},
    ]));
  test("needs an address and its events", () => {
    const prefix = "NotificationConfigurationList.NotificationConfiguration.1";
    const read = (pairs: [string, string][]) => readRequest(setMerchantNotificationConfiguration, new Map(pairs));
    const url: [string, string] = [`${prefix}.NotificationUrl`, "https://shop.example/amazonpay/ipn"];
    expect(read([])).toMatchObject({ ok: false, field: "NotificationConfigurationList" });
    expect(read([url])).toMatchObject({ ok: false, field: `${prefix}.EventTypes` });
    expect(read([url, [`${prefix}.EventTypes.EventTypeList.1`, "ALL"]]).ok).toBe(true);
    expect(read([url, [`${prefix}.EventTypes.EventTypeList.1`, "EVERYTHING"]]).ok).toBe(false);
  });
  test("is not imitated", () => expect(setMerchantNotificationConfiguration.imitated).toBe(false));
});
