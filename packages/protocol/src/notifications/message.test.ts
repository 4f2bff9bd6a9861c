import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementNotices } from "../corpus/agreement-notices.ts";
import { envelope, notificationData } from "../corpus/notices.ts";
import { ProtocolError } from "../errors.ts";
import { writeNotificationData } from "./data.ts";
import { readNotification, writeNotificationMessage } from "./message.ts";
import {
  type BillingAgreementEventType,
  billingAgreementEventTypes,
  notificationTypeOf,
  notificationTypes,
} from "./types.ts";

const recorded = JSON.parse(envelope).Message as string;
const head = {
  releaseEnvironment: "Sandbox",
  sellerId: "A1SELLEREXMPL",
  notificationReferenceId: "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",
  timestamp: Date.parse("2020-04-02T03:00:00.900Z"),
} as const;

describe("a message", () => {
  test("is written byte for byte as recorded, closing tags with an escaped slash", () => {
    const notificationData = JSON.parse(recorded).NotificationData;
    expect(writeNotificationMessage({ ...head, type: "PaymentCapture", notificationData })).toBe(recorded);
    expect(recorded).toContain("<\\/State>");
  });

  test("is read with details typed by its type", () => {
    const notification = readNotification(recorded);
    expect(notification).toMatchObject({
      ...head,
      wireType: "PaymentCapture",
      type: "PaymentCapture",
      isSample: false,
    });
    if (notification.type !== "PaymentCapture") throw new Error("not narrowed");
    expect(notification.objectId).toBe("S03-1234567-7654321-C012345");
    expect(notification.details.CaptureAmount).toEqual({ amount: 10_800, currencyCode: "JPY" });
    expect(notification.details.CaptureStatus.State).toBe("Completed");
  });

  for (const { wireType, xml } of notificationData)
    test(`of ${wireType} is read`, () => {
      const type = notificationTypeOf(wireType);
      if (!type) throw new Error(wireType);
      const message = writeNotificationMessage({ ...head, type, notificationData: xml });
      expect(JSON.parse(message).NotificationType).toBe(wireType);
      const notification = readNotification(message);
      expect(notification.type).toBe(type);
      expect(notification.objectId).toBe(
        (notification.details as unknown as Record<string, unknown>)[notificationTypes[type].id],
      );
    });

  test("about a billing agreement is in the corpus for each event", () =>
    expect(agreementNotices.map(({ eventType }) => eventType)).toEqual(billingAgreementEventTypes));
  for (const { eventType, state, reasonCode, message } of agreementNotices)
    test(`of ${eventType} is read, and written again byte for byte`, () => {
      const notification = readNotification(message);
      if (notification.type !== "BillingAgreementNotification") throw new Error("not narrowed");
      expect(notification).toMatchObject({ eventType, objectId: "C03-2345678-8765432" });
      const { BillingAgreementStatus } = notification.details;
      expect([BillingAgreementStatus.State, BillingAgreementStatus.ReasonCode]).toEqual([state, reasonCode]);
      expect(BillingAgreementStatus.LastUpdateTimestamp).toBe(Date.parse("2020-05-20T03:00:00.100Z"));
      const { type, sellerId, releaseEnvironment, notificationReferenceId, timestamp = 0, details } = notification;
      expect(
        writeNotificationMessage({
          ...{ type, sellerId, releaseEnvironment, notificationReferenceId, timestamp },
          eventType: notification.eventType as BillingAgreementEventType,
          notificationData: writeNotificationData(type, details),
        }),
      ).toBe(message);
    });

  test("keeps the recorded order of keys, and what is only sometimes there", () =>
    expect(
      Object.keys(
        JSON.parse(
          writeNotificationMessage({
            ...head,
            type: "BillingAgreementNotification",
            eventType: "BillingAgreementStatusUpdated",
            isSample: true,
            notificationData: "<a/>",
          }),
        ),
      ),
    ).toEqual([
      "ReleaseEnvironment",
      "MarketplaceID",
      "Version",
      "EventType",
      "NotificationType",
      "SellerId",
      "NotificationReferenceId",
      "IsSample",
      "Timestamp",
      "NotificationData",
    ]));

  const change = (changes: object) => JSON.stringify({ ...JSON.parse(recorded), ...changes });

  test("of an unknown type is read without details, whatever it carries", () =>
    expect(readNotification(change({ NotificationType: "Something New", NotificationData: 5 }))).toMatchObject({
      type: undefined,
      wireType: "Something New",
      details: undefined,
      sellerId: "A1SELLEREXMPL",
    }));
  test("of the test tool says so", () => expect(readNotification(change({ IsSample: true })).isSample).toBe(true));
  test("may have a timestamp that cannot be read", () =>
    expect(readNotification(change({ Timestamp: "yesterday" })).timestamp).toBeUndefined());

  const refused: [string, string, string][] = [
    ["no JSON", "<xml/>", "malformedNotification"],
    ["an array", "[]", "malformedNotification"],
    ["null", "null", "malformedNotification"],
    ["no SellerId", change({ SellerId: undefined }), "malformedNotification"],
    ["a SellerId that is a number", change({ SellerId: 1 }), "malformedNotification"],
    ["no NotificationReferenceId", change({ NotificationReferenceId: "" }), "malformedNotification"],
    ["an unknown environment", change({ ReleaseEnvironment: "Test" }), "malformedNotification"],
    ["no NotificationData", change({ NotificationData: undefined }), "malformedNotification"],
    ["NotificationData that is no XML", change({ NotificationData: "chargeback" }), "malformedXml"],
    ["another type's NotificationData", change({ NotificationType: "PaymentRefund" }), "unexpectedXml"],
  ];
  for (const [what, message, code] of refused)
    test(`with ${what} is refused`, () =>
      expect(() => readNotification(message)).toThrow(expect.objectContaining({ code })));

  test("never throws anything but ProtocolError", () =>
    fc.assert(
      fc.property(fc.json(), (message) => {
        try {
          readNotification(message);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
    ));
});
