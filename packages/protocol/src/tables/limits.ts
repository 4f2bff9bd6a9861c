// Limits of amounts, counts, lengths and times. Source: API reference and integration guide; [U] marks unconfirmed ones.
import { days, hours, minutes, type Price, price, seconds } from "@noren-pay/base";
import type { Environment } from "./quotas.ts";
import type { Region } from "./regions.ts";

export const limits = {
  referenceIdLengthMax: 32,
  noteLengthMax: 255,
  sellerNoteLengthMax: 1024,
  reasonLengthMax: 1024,
  authorizationClosureReasonLengthMax: 255,
  softDescriptorLengthMax: 16,
  sellerOrderIdLengthMax: 127,
  storeNameLengthMax: 50,
  customInformationLengthMax: 1024,
  supplementaryDataLengthMax: 4096,
  transactionTimeoutMinutesMax: 1440,
  transactionTimeoutMinutesStep: 5,
  transactionTimeoutMinutesDefault: 1440,
  /** Of a ReasonDescription. */
  reasonDescriptionLengthMax: 255,
  capturesPerAuthorizationMax: 1,
  refundsPerCaptureMax: 10,
  /** Order references that a billing agreement in Draft may hold. */
  orderReferencesPerDraftAgreementMax: 1,
  /** Order references on one page of a list. */
  listPageSizeMax: 1_000,
} as const;

/** Those whose figure no source confirms. */
export const unconfirmedLimits = [
  "sellerOrderIdLengthMax",
  "storeNameLengthMax",
  "customInformationLengthMax",
  "supplementaryDataLengthMax",
  "listPageSizeMax",
] as const satisfies readonly (keyof typeof limits)[];

/** Authorizations an order reference may hold; declined ones and those closed without a capture do not count. */
export const authorizationsPerOrderReferenceMax: Readonly<Record<Region, number>> = { jp: 10, na: 25, de: 25, uk: 25 };

/** What Amazon puts before a SoftDescriptor. */
export const softDescriptorPrefix = "AMZ*";

interface Overage {
  readonly percent: number;
  readonly most: Price;
  readonly singleMax: Price;
}

/**
 * What may be charged under a billing agreement in a calendar month, in minor units. Dollars, pounds and euros as in
 * recorded answers; yen as the newer generation's FAQ says [U].
 */
export const agreementMonthlyLimits: Readonly<Record<Region, number>> = {
  jp: 100_000,
  na: 500_00,
  de: 500_00,
  uk: 500_00,
};

/** How far charges and refunds may go above the order's total, and the largest single authorization. */
export const overages: Readonly<Record<Region, Overage>> = {
  jp: { percent: 15, most: price(8_400, "JPY"), singleMax: price(10_000_000, "JPY") },
  na: { percent: 15, most: price(75_00, "USD"), singleMax: price(150_000_00, "USD") },
  de: { percent: 15, most: price(75_00, "EUR"), singleMax: price(150_000_00, "EUR") },
  uk: { percent: 15, most: price(75_00, "GBP"), singleMax: price(150_000_00, "GBP") },
};

/** What may be charged or refunded above `amount`: 15 %, rounded down to the currency's unit [U], capped. */
export function overageOf(amount: Price, region: Region): Price {
  const rule = overages[region];
  const share = Math.floor((amount.amount * rule.percent) / 100);
  return { amount: Math.min(share, rule.most.amount), currencyCode: amount.currencyCode };
}

/** Lengths of time, in milliseconds of business time. */
export const lifetimes = {
  draftMs: hours(3),
  orderReferenceMs: days(180),
  /** An authorization that is not captured by then is Closed/ExpiredUnused. */
  authorizationMs: { Live: days(30), Sandbox: days(2) } as const satisfies Record<Environment, number>,
  /** What an answer's ExpirationTimestamp says, in either environment. */
  authorizationShownMs: days(30),
  /** A capture later than this after its authorization may be Pending. */
  promptCaptureMs: days(7),
  /** How long an asynchronous authorization, a refund or a pending capture takes in the sandbox. */
  processingMs: seconds(30),
  /** A cancellation this soon after the confirmation spares the buyer the mail about the payment. */
  quietCancelMs: minutes(5),
  expectImmediateAuthorizationMs: minutes(60),
  /** How far apart the two ends of a list's CreatedTimeRange may be. */
  listRangeMaxMs: days(31),
  accessTokenMs: hours(1),
  /** How far a request's timestamp may be from the server's wall time, either way. */
  timestampSkewMs: minutes(15),
  /** A synchronous authorization is given up after about this much wall time. */
  synchronousTimeoutMs: seconds(8),
  noticeRetryEveryMs: hours(1),
  noticeRetryForMs: days(14),
} as const;
