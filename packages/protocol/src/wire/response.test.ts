import { describe, expect, test } from "vitest";
import { answers } from "../corpus/answers.ts";
import { errorBodies } from "../corpus/errors.ts";
import { texts } from "../corpus/texts.ts";
import { ProtocolError } from "../errors.ts";
import { type OperationName, operationNames, operations } from "../operations.ts";
import { billingAgreementLimits } from "../structures/billing-agreement.ts";
import { errors } from "../tables/errors.ts";
import { readXml } from "../xml/read.ts";
import { apiNamespace, readError, readResponse, writeError, writeResponse } from "./response.ts";
import { writeFields } from "./write-values.ts";

describe("an answer", () => {
  test("of every operation is in the corpus", () =>
    expect([...new Set(answers.map(({ operation }) => operation))].toSorted()).toEqual(operationNames.toSorted()));

  for (const { what, operation, xml, reads, requestId } of answers)
    test(`of the corpus is read: ${what}`, () =>
      expect(readResponse(operations[operation], xml)).toEqual({ response: reads, requestId }));

  for (const { what, operation, reads, requestId } of answers)
    test(`of the corpus is written so that it reads the same: ${what}`, () => {
      const xml = writeResponse(operations[operation], reads as never, requestId);
      expect(readResponse(operations[operation], xml)).toEqual({ response: reads, requestId });
      expect(xml.startsWith(`<${operation}Response xmlns="${apiNamespace}">`)).toBe(true);
      expect(xml.endsWith(`</${operation}Response>`)).toBe(true);
      expect(xml).not.toMatch(/<\w+:|[\r\n]/);
    });

  test("is written byte for byte as unmodified clients need it", () =>
    expect(
      writeResponse(
        operations.Authorize,
        {
          AuthorizationDetails: {
            AmazonAuthorizationId: "S03-1234567-7654321-A012345",
            AuthorizationReferenceId: "auth-1",
            SellerAuthorizationNote: "",
            AuthorizationAmount: { amount: 10_800, currencyCode: "JPY" },
            CapturedAmount: { amount: 0, currencyCode: "JPY" },
            AuthorizationFee: { amount: 0, currencyCode: "JPY" },
            IdList: [],
            CreationTimestamp: Date.UTC(2020, 3, 1),
            ExpirationTimestamp: Date.UTC(2020, 4, 1),
            AuthorizationStatus: { State: "Pending", LastUpdateTimestamp: Date.UTC(2020, 3, 1, 0, 0, 1, 123) },
            CaptureNow: false,
          },
        },
        "00000000-0000-4000-8000-000000000001",
      ),
    ).toBe(
      '<AuthorizeResponse xmlns="http://mws.amazonservices.com/schema/OffAmazonPayments/2013-01-01">' +
        "<AuthorizeResult><AuthorizationDetails>" +
        "<AmazonAuthorizationId>S03-1234567-7654321-A012345</AmazonAuthorizationId>" +
        "<AuthorizationReferenceId>auth-1</AuthorizationReferenceId><SellerAuthorizationNote/>" +
        "<AuthorizationAmount><Amount>10800</Amount><CurrencyCode>JPY</CurrencyCode></AuthorizationAmount>" +
        "<CapturedAmount><Amount>0</Amount><CurrencyCode>JPY</CurrencyCode></CapturedAmount>" +
        "<AuthorizationFee><Amount>0</Amount><CurrencyCode>JPY</CurrencyCode></AuthorizationFee><IdList/>" +
        "<CreationTimestamp>2020-04-01T00:00:00.000Z</CreationTimestamp>" +
        "<ExpirationTimestamp>2020-05-01T00:00:00.000Z</ExpirationTimestamp>" +
        "<AuthorizationStatus><State>Pending</State>" +
        "<LastUpdateTimestamp>2020-04-01T00:00:01.123Z</LastUpdateTimestamp></AuthorizationStatus>" +
        "<CaptureNow>false</CaptureNow></AuthorizationDetails></AuthorizeResult>" +
        "<ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000001</RequestId></ResponseMetadata>" +
        "</AuthorizeResponse>",
    ));

  test("of a billing agreement has the dates of its limits without milliseconds, and no others", () => {
    const xml = writeResponse(
      operations.ValidateBillingAgreement,
      { ValidationResult: "Success", BillingAgreementStatus: { State: "Open", LastUpdatedTimestamp: 0 } },
      "r",
    );
    expect(xml).toContain("<LastUpdatedTimestamp>1970-01-01T00:00:00.000Z</LastUpdatedTimestamp>");
    const details = writeFields(billingAgreementLimits.fields, {
      AmountLimitPerTimePeriod: { amount: 50_000, currencyCode: "JPY" },
      TimePeriodStartDate: Date.UTC(2020, 3, 1),
      TimePeriodEndDate: Date.UTC(2020, 4, 1),
      CurrentRemainingBalance: { amount: 46_020, currencyCode: "JPY" },
    });
    expect(details).toBe(
      "<AmountLimitPerTimePeriod><Amount>50000</Amount><CurrencyCode>JPY</CurrencyCode></AmountLimitPerTimePeriod>" +
        "<TimePeriodStartDate>2020-04-01T00:00:00Z</TimePeriodStartDate>" +
        "<TimePeriodEndDate>2020-05-01T00:00:00Z</TimePeriodEndDate>" +
        "<CurrentRemainingBalance><Amount>46020</Amount><CurrencyCode>JPY</CurrencyCode></CurrentRemainingBalance>",
    );
  });

  const emptyOnes: [OperationName, string][] = [
    ["ConfirmOrderReference", ""],
    ["CancelOrderReference", "<CancelOrderReferenceResult/>"],
    ["CloseOrderReference", "<CloseOrderReferenceResult/>"],
    ["CloseAuthorization", "<CloseAuthorizationResult/>"],
    ["ConfirmBillingAgreement", "<ConfirmBillingAgreementResult/>"],
    ["CloseBillingAgreement", "<CloseBillingAgreementResult/>"],
    ["SetMerchantNotificationConfiguration", ""],
  ];
  for (const [name, result] of emptyOnes)
    test(`of ${name} has ${result || "no result"}`, () =>
      expect(writeResponse(operations[name], {}, "r")).toBe(
        `<${name}Response xmlns="${apiNamespace}">${result}<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${name}Response>`,
      ));

  for (const { what, text } of texts)
    test(`carries ${what}`, () => {
      const note = {
        RefundDetails: {
          AmazonRefundId: "S03-1234567-7654321-R072290",
          RefundReferenceId: "ref-1",
          SellerRefundNote: text,
          RefundType: "SellerInitiated",
          RefundAmount: { amount: 1, currencyCode: "JPY" },
          FeeRefunded: { amount: 0, currencyCode: "JPY" },
          CreationTimestamp: 0,
          RefundStatus: { State: "Pending" },
        },
      } as const;
      const xml = writeResponse(operations.Refund, note, "r");
      expect(readResponse(operations.Refund, xml).response).toEqual(note);
    });

  test("may spell RequestID", () =>
    expect(
      readResponse(
        operations.ConfirmOrderReference,
        "<ConfirmOrderReferenceResponse><ResponseMetadata><RequestID>7</RequestID></ResponseMetadata></ConfirmOrderReferenceResponse>",
      ).requestId,
    ).toBe("7"));
  test("may have no request id", () =>
    expect(
      readResponse(operations.ConfirmOrderReference, "<ConfirmOrderReferenceResponse/>").requestId,
    ).toBeUndefined());

  const refused: [string, string, string][] = [
    ["of another operation", "<CaptureResponse/>", "unexpectedXml"],
    ["without its result", "<RefundResponse/>", "unexpectedXml"],
    ["that is a page", "<html><body>busy</body></html>", "unexpectedXml"],
    ["that is text", "busy", "malformedXml"],
    ["that is cut off", "<RefundResponse><RefundResult>", "malformedXml"],
    ["that is empty", "", "malformedXml"],
  ];
  for (const [what, xml, code] of refused)
    test(`${what} is refused: whoever asked does not know how it ended`, () => {
      expect(() => readResponse(operations.Refund, xml)).toThrow(
        expect.objectContaining({ code, retry: "recover", operation: "Refund" }),
      );
    });

  test("that cannot be read still gives its request id", () =>
    expect(() =>
      readResponse(
        operations.Refund,
        "<RefundResponse><ResponseMetadata><RequestId>9</RequestId></ResponseMetadata></RefundResponse>",
      ),
    ).toThrow(expect.objectContaining({ requestId: "9" })));
});

describe("an error", () => {
  for (const { what, body, reads } of errorBodies)
    test(`of the corpus is read: ${what}`, () => expect(readError(body)).toEqual(reads));

  for (const code of Object.keys(errors) as (keyof typeof errors)[])
    test(`${code} is read back as it was written`, () =>
      expect(readError(writeError({ code, requestId: "r" }))).toEqual({
        code,
        type: errors[code].type,
        message: errors[code].text,
        requestId: "r",
      }));

  test("of throttling is byte-faithful", () =>
    expect(writeError({ code: "RequestThrottled", requestId: "r" })).toBe(
      `<ErrorResponse xmlns="${apiNamespace}"><Error><Type></Type><Code>RequestThrottled</Code><Message>Request is throttled</Message></Error><RequestID>r</RequestID></ErrorResponse>`,
    ));
  test("of the section spells RequestId and may have a detail", () =>
    expect(writeError({ code: "InvalidParameterValue", message: "値 < 1", requestId: "r", detail: "" })).toBe(
      `<ErrorResponse xmlns="${apiNamespace}"><Error><Type>Sender</Type><Code>InvalidParameterValue</Code><Message>値 &lt; 1</Message><Detail></Detail></Error><RequestId>r</RequestId></ErrorResponse>`,
    ));
  test("of a code nobody knows is the sender's", () =>
    expect(readError(writeError({ code: "Nope", requestId: "r" }))).toMatchObject({ code: "Nope", type: "Sender" }));
  test("is never looked for inside an answer", () =>
    expect(readError("<AuthorizeResponse><Error><Code>X</Code></Error></AuthorizeResponse>")).toBeUndefined());
  test("has a root in the default namespace", () =>
    expect(readXml(writeError({ code: "AccessDenied", requestId: "r" })).name).toBe("ErrorResponse"));
});

describe("the error of this room", () => {
  test("names elements, not contents", () => {
    try {
      readResponse(operations.Refund, "<RefundResponse><RefundResult>山田</RefundResult></RefundResponse>");
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ProtocolError);
      expect(String(error)).not.toContain("山田");
    }
  });
});
