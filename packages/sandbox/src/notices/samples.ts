// What Amazon's test tool sends of each type: well signed, about things that do not exist, dated years ago. Source:
// notifications recorded from the tool; the values are composed.
import { yen } from "@noren-pay/base";
import type { NotificationDetails, NotificationType } from "@noren-pay/protocol";
import type { NoticeContent } from "./store.ts";

/** Every message of the tool has the same. */
export const sampleReferenceId = "1111111-1111-11111-1111-11111EXAMPLE";

const at = Date.UTC(2014, 0, 15, 3, 30);
const orderId = "P01-0000000-0000000";
const ids = { authorization: `${orderId}-000000`, capture: `${orderId}-000000`, refund: `${orderId}-000000` };
const status = <S extends string>(State: S) => ({ State, LastUpdateTimestamp: at });

type Samples = {
  readonly [T in NotificationType]: (sellerId: string) => {
    readonly objectId: string;
    readonly details: NotificationDetails<T>;
  };
};

const samples: Samples = {
  OrderReferenceNotification: (SellerId) => ({
    objectId: orderId,
    details: {
      AmazonOrderReferenceId: orderId,
      OrderTotal: yen(10_800),
      SellerOrderAttributes: { SellerId, SellerOrderId: "sample-order", OrderItemCategories: [] },
      OrderReferenceStatus: status("Open"),
      CreationTimestamp: at,
      ExpirationTimestamp: at,
    },
  }),
  PaymentAuthorize: () => ({
    objectId: ids.authorization,
    details: {
      AmazonAuthorizationId: ids.authorization,
      AuthorizationReferenceId: "sample-authorization",
      AuthorizationAmount: yen(10_800),
      CapturedAmount: yen(0),
      AuthorizationFee: yen(0),
      IdList: [],
      CreationTimestamp: at,
      ExpirationTimestamp: at,
      AuthorizationStatus: status("Open"),
      OrderItemCategories: [],
      CaptureNow: false,
    },
  }),
  PaymentCapture: () => ({
    objectId: ids.capture,
    details: {
      AmazonCaptureId: ids.capture,
      CaptureReferenceId: "sample-capture",
      CaptureAmount: yen(10_800),
      RefundedAmount: yen(0),
      CaptureFee: yen(0),
      IdList: [],
      CreationTimestamp: at,
      CaptureStatus: status("Completed"),
    },
  }),
  PaymentRefund: () => ({
    objectId: ids.refund,
    details: {
      AmazonRefundId: ids.refund,
      RefundReferenceId: "sample-refund",
      RefundType: "SellerInitiated",
      RefundAmount: yen(1_080),
      FeeRefunded: yen(0),
      CreationTimestamp: at,
      RefundStatus: status("Completed"),
    },
  }),
  BillingAgreementNotification: (SellerId) => ({
    objectId: "C01-0000000-0000000",
    details: {
      AmazonBillingAgreementId: "C01-0000000-0000000",
      SellerBillingAgreementAttributes: { SellerId, SellerBillingAgreementId: "sample-agreement" },
      BillingAgreementStatus: status("Open"),
      CreationTimestamp: at,
      BillingAgreementConsent: true,
    },
  }),
  ChargebackDetailedNotification: () => ({
    objectId: "CB0SAMPLE000",
    details: {
      AmazonChargebackId: "CB0SAMPLE000",
      AmazonOrderReferenceId: orderId,
      AmazonCaptureReferenceId: "sample-capture",
      CreationTimestamp: at,
      ChargebackAmount: yen(10_800),
      ChargebackState: "RECEIVED",
      ChargebackReason: "Unauthorized Transaction Chargeback",
    },
  }),
  ProviderCredit: (SellerId) => ({
    objectId: `${orderId}-P000000`,
    details: {
      AmazonProviderCreditId: `${orderId}-P000000`,
      SellerId,
      ProviderSellerId: "A0SAMPLEPROVIDER",
      CreditReferenceId: "sample-credit",
      CreditAmount: yen(500),
      CreditReversalAmount: yen(0),
      CreditReversalIdList: [],
      CreationTimestamp: at,
      CreditStatus: status("Completed"),
    },
  }),
  ProviderCreditReversal: (SellerId) => ({
    objectId: `${orderId}-Q000000`,
    details: {
      AmazonProviderCreditReversalId: `${orderId}-Q000000`,
      SellerId,
      ProviderSellerId: "A0SAMPLEPROVIDER",
      CreditReversalReferenceId: "sample-reversal",
      CreditReversalAmount: yen(100),
      CreationTimestamp: at,
      CreditReversalStatus: status("Completed"),
    },
  }),
  SolutionProviderEvent: (SellerId) => ({ objectId: SellerId, details: { SellerId, Type: "SAMPLE" } }),
};

/** A sample of the type, and the id of what it is about. */
export function sampleContent(type: NotificationType, sellerId: string): { content: NoticeContent; objectId: string } {
  const { objectId, details } = samples[type](sellerId);
  const eventType = type === "BillingAgreementNotification" ? "BillingAgreementStatusUpdated" : undefined;
  return { content: { type, details, eventType } as NoticeContent, objectId };
}
