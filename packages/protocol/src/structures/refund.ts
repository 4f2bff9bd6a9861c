// Source: API reference, RefundDetails.
import { group, list, optional, price, text, timestamp, word } from "../fields.ts";
import { refundReasons, refundStates } from "../tables/life-cycles.ts";
import { status } from "./common.ts";

export const refundDetails = group({
  AmazonRefundId: text(),
  RefundReferenceId: text(),
  SellerRefundNote: optional(text()),
  RefundType: word("SellerInitiated", "AmazonA-ZRefund", "AmazonA-ZGuarantee", "AmazonA-ZCancel", "Chargeback"),
  RefundAmount: price(),
  FeeRefunded: price(),
  CreationTimestamp: timestamp(),
  RefundStatus: status(refundStates, refundReasons),
  SoftDescriptor: optional(text()),
  ConvertedAmount: optional(price()),
  ConversionRate: optional(text()),
  ProviderCreditReversalSummaryList: optional(list(group({ ProviderId: text(), ProviderCreditReversalId: text() }))),
});
