import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { notificationData } from "../corpus/notices.ts";
import { texts } from "../corpus/texts.ts";
import { ProtocolError } from "../errors.ts";
import { readNotificationData, writeNotificationData } from "./data.ts";
import { notificationTypeNames, notificationTypeOf, notificationTypes } from "./types.ts";

const capture = {
  AmazonCaptureId: "S03-1234567-7654321-C012345",
  CaptureReferenceId: "cap-1001-1",
  CaptureAmount: { amount: 10_800, currencyCode: "JPY" },
  RefundedAmount: { amount: 0, currencyCode: "JPY" },
  CaptureFee: { amount: 0, currencyCode: "JPY" },
  IdList: ["S03-1234567-7654321-R072290"],
  CreationTimestamp: 0,
  CaptureStatus: { State: "Completed" },
} as const;

describe("NotificationData", () => {
  test("has a sample of every type", () =>
    expect(notificationData.map(({ wireType }) => notificationTypeOf(wireType)).toSorted()).toEqual(
      notificationTypeNames.toSorted(),
    ));

  for (const { wireType, xml } of notificationData) {
    const type = notificationTypeOf(wireType);
    if (!type) throw new Error(wireType);
    test(`of ${wireType} is written again byte for byte`, () => {
      const details = readNotificationData(type, xml);
      expect(details).toHaveProperty(notificationTypes[type].id);
      expect(writeNotificationData(type, details as never)).toBe(xml);
    });
  }

  test("names captures and refunds by Id, amounts with one decimal", () => {
    const xml = writeNotificationData("PaymentCapture", capture);
    expect(xml).toContain("<IdList>\n            <Id>S03-1234567-7654321-R072290</Id>\n        </IdList>");
    expect(xml).toContain("<Amount>10800.0</Amount>");
    expect(xml).not.toContain("member");
  });

  test("echoes an order's total as the merchant sent it", () =>
    expect(
      writeNotificationData("OrderReferenceNotification", {
        AmazonOrderReferenceId: "S03-1234567-7654321",
        OrderTotal: { amount: 10_800, currencyCode: "JPY" },
        OrderReferenceStatus: { State: "Open" },
        CreationTimestamp: 0,
      }),
    ).toContain("<Amount>10800</Amount>"));

  for (const { what, text } of texts)
    test(`carries ${what}`, () => {
      const details = { ...capture, SellerCaptureNote: text };
      expect(readNotificationData("PaymentCapture", writeNotificationData("PaymentCapture", details))).toEqual(details);
    });

  test("of the test tool is read: odd indent, spaces before the slash, None for no reason", () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
        <CaptureNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01">
            <CaptureDetails>
                <AmazonCaptureId> P01-0000000-0000000-000000 </AmazonCaptureId>
                <CaptureReferenceId>0</CaptureReferenceId>
                <CaptureAmount><Amount>5.0</Amount><CurrencyCode>USD</CurrencyCode></CaptureAmount>
                <RefundedAmount><Amount>0.0</Amount><CurrencyCode>USD</CurrencyCode></RefundedAmount>
                <CaptureFee><Amount>0.0</Amount><CurrencyCode>USD</CurrencyCode></CaptureFee>
                <IdList />
                <CreationTimestamp>2013-01-01T01:01:01.001Z</CreationTimestamp>
                <CaptureStatus>
                    <State>Completed</State>
                    <ReasonCode>None</ReasonCode>
                </CaptureStatus>
                <SoftDescriptor />
            </CaptureDetails>
        </CaptureNotification>`;
    expect(readNotificationData("PaymentCapture", xml)).toMatchObject({
      CaptureAmount: { amount: 500, currencyCode: "USD" },
      IdList: [],
      CaptureStatus: { State: "Completed" },
    });
  });

  test("is read in the namespace that European documents print, and in any order", () =>
    expect(
      readNotificationData(
        "ChargebackDetailedNotification",
        `<c:ChargebackNotification xmlns:c="https://mws-eu.amazonservices.com/ipn/OffAmazonPayments/2013-01-01"><c:ChargebackDetails><c:ChargebackState>NEW</c:ChargebackState><c:ChargebackAmount><c:CurrencyCode>JPY</c:CurrencyCode><c:Amount>1.0</c:Amount></c:ChargebackAmount><c:CreationTimestamp>2020-06-01T09:00:00.000Z</c:CreationTimestamp><c:AmazonOrderReferenceId>P03-1234567-7654321</c:AmazonOrderReferenceId><c:AmazonChargebackId>CB0</c:AmazonChargebackId></c:ChargebackDetails></c:ChargebackNotification>`,
      ),
    ).toMatchObject({ ChargebackState: "NEW", ChargebackAmount: { amount: 1, currencyCode: "JPY" } }));

  const refused: [string, string, string][] = [
    ["another type's XML", "<RefundNotification/>", "unexpectedXml"],
    ["a root without its child", "<CaptureNotification/>", "unexpectedXml"],
    ["text", "chargeback of 10800 yen", "malformedXml"],
    ["a DOCTYPE", "<!DOCTYPE a><CaptureNotification/>", "malformedXml"],
  ];
  for (const [what, xml, code] of refused)
    test(`refuses ${what}`, () =>
      expect(() => readNotificationData("PaymentCapture", xml)).toThrow(expect.objectContaining({ code })));

  test("never throws anything but ProtocolError", () =>
    fc.assert(
      fc.property(fc.constantFrom(...notificationData), fc.nat(), fc.nat({ max: 40 }), (sample, at, length) => {
        const type = notificationTypeOf(sample.wireType);
        const start = at % sample.xml.length;
        const xml = sample.xml.slice(0, start) + sample.xml.slice(start + length);
        try {
          if (type) readNotificationData(type, xml);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
      { numRuns: 500 },
    ));
});

describe("a notification's type", () => {
  const spellings: [string, string | undefined][] = [
    ["PaymentCapture", "PaymentCapture"],
    ["paymentcapture", "PaymentCapture"],
    ["Chargeback Detailed Notification", "ChargebackDetailedNotification"],
    ["ChargebackDetailedNotification", "ChargebackDetailedNotification"],
    ["SolutionProviderEvent", "SolutionProviderEvent"],
    ["SolutionProviderMerchantNotification", "SolutionProviderEvent"],
    ["OrderReferenceNotification", "OrderReferenceNotification"],
    ["CHARGE_STATUS", undefined],
    ["", undefined],
    ["__proto__", undefined],
  ];
  for (const [wire, type] of spellings)
    test(`"${wire}" means ${type}`, () => expect(notificationTypeOf(wire)).toBe(type));
});
