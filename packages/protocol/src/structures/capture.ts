// Source: API reference, CaptureDetails.
import { group, list, optional, price, text, timestamp } from "../fields.ts";
import { captureReasons, captureStates } from "../tables/life-cycles.ts";
import { status } from "./common.ts";

export const captureDetails = group({
  AmazonCaptureId: text(),
  CaptureReferenceId: text(),
  SellerCaptureNote: optional(text()),
  CaptureAmount: price(),
  RefundedAmount: price(),
  CaptureFee: price(),
  IdList: list(text()),
  CreationTimestamp: timestamp(),
  CaptureStatus: status(captureStates, captureReasons),
  SoftDescriptor: optional(text()),
  ConvertedAmount: optional(price()),
  ConversionRate: optional(text()),
  ProviderCreditSummaryList: optional(list(group({ ProviderId: text(), ProviderCreditId: text() }))),
});
