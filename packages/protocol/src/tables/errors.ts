// Error codes of the API. Source: API reference, Error codes; MWS developer guide, Errors. [U]: HTTP status unconfirmed.
import type { Retry } from "@noren-pay/base";

interface ErrorRow {
  readonly status: number;
  readonly type: "Sender" | "Receiver" | "";
  readonly retry: Retry;
  readonly text: string;
}

export const errors = {
  // 400 on the European page, 404 on the older American one.
  ConstraintsExist: { status: 400, type: "Sender", retry: "never", text: "The order reference has constraints." },
  BillingAgreementConstraintsExist: {
    status: 400,
    type: "Sender",
    retry: "never",
    text: "The billing agreement has constraints.",
  },
  BillingAgreementNotModifiable: {
    status: 405,
    type: "Sender",
    retry: "never",
    text: "The billing agreement is confirmed and cannot be modified.",
  },
  InvalidBillingAgreementId: { status: 404, type: "Sender", retry: "never", text: "No such billing agreement." }, // [U]
  InvalidBillingAgreementStatus: {
    status: 405, // [U]
    type: "Sender",
    retry: "never",
    text: "The operation is not allowed in the billing agreement's state.",
  },
  OrderReferenceNotModifiable: {
    status: 405, // [U]
    type: "Sender",
    retry: "never",
    text: "The order reference cannot be modified in its state.",
  },
  InvalidOrderReferenceId: { status: 404, type: "Sender", retry: "never", text: "No such order reference." }, // [U]
  InvalidOrderReferenceStatus: {
    status: 405, // [U]
    type: "Sender",
    retry: "never",
    text: "The operation is not allowed in the order reference's state.",
  },
  InvalidTransactionId: {
    status: 404, // [U]
    type: "Sender",
    retry: "never",
    text: "No such authorization, capture or refund.",
  },
  InvalidAuthorizationStatus: {
    status: 405,
    type: "Sender",
    retry: "never",
    text: "The operation is not allowed in the authorization's state.",
  },
  CaptureNotRefundable: {
    status: 405,
    type: "Sender",
    retry: "never",
    text: "The capture cannot be refunded in its state.",
  },
  InvalidCancelAttempt: { status: 405, type: "Sender", retry: "never", text: "The order cannot be canceled." }, // [U]
  InvalidCloseAttempt: { status: 405, type: "Sender", retry: "never", text: "The order cannot be closed." }, // [U]
  TransactionAmountExceeded: { status: 400, type: "Sender", retry: "never", text: "Over the amount limits." }, // [U]
  TransactionCountExceeded: { status: 400, type: "Sender", retry: "never", text: "Over the count limits." }, // [U]
  OrderReferenceCountExceeded: {
    status: 400, // [U]
    type: "Sender",
    retry: "never",
    text: "A billing agreement in Draft can have one order reference.",
  },
  PeriodicAmountExceeded: {
    status: 400, // [U]
    type: "Sender",
    retry: "never",
    text: "Over the billing agreement's amount of this period.",
  },
  DuplicateReferenceId: {
    status: 400,
    type: "Sender",
    retry: "never",
    text: "Another call has already used this reference id.",
  },
  DuplicateRequest: {
    status: 400,
    type: "Sender",
    retry: "never",
    text: "The reference id was used before with other parameters.",
  },
  PaymentMethodNotUpdated: {
    status: 400, // [U]
    type: "Sender",
    retry: "never",
    text: "The buyer has not chosen another payment method.",
  },
  CurrencyMismatch: { status: 400, type: "Sender", retry: "never", text: "The currency differs from the order's." },
  CurrencyUnsupported: { status: 400, type: "Sender", retry: "never", text: "The currency is not supported." },
  InvalidAddressConsentToken: {
    status: 404,
    type: "Sender",
    retry: "never",
    text: "The token is invalid, expired, or another buyer's.",
  },
  AmbiguousToken: { status: 400, type: "Sender", retry: "never", text: "Two tokens were sent; send one." },
  InvalidAccountStatus: { status: 403, type: "Sender", retry: "never", text: "The merchant account is not active." },
  UnauthorizedAccess: { status: 401, type: "Sender", retry: "never", text: "The seller is not allowed to do this." }, // [U]
  UnauthorizedSolutionProvider: {
    status: 403, // [U]
    type: "Sender",
    retry: "never",
    text: "The solution provider is not allowed to act for this merchant.",
  },
  MissingAuthenticationToken: { status: 400, type: "Sender", retry: "never", text: "The request is not signed." }, // [U]
  InvalidParameterValue: {
    status: 400,
    type: "Sender",
    retry: "never",
    text: "A parameter is missing, too long or not valid, or the timestamp has expired.",
  },
  /** In no document, but plug-ins know it as a fault of the system time. */
  RequestExpired: { status: 400, type: "Sender", retry: "never", text: "The timestamp has expired." }, // [U]
  // 400 in the section's table, 404 in that of MWS.
  InvalidAddress: { status: 404, type: "Sender", retry: "never", text: "No such section, version, action or path." },
  InvalidSandboxSimulationSpecified: {
    status: 400, // [U]
    type: "Sender",
    retry: "never",
    text: "The simulation is not valid for this operation.",
  },
  InternalServerError: {
    status: 500,
    type: "Receiver",
    retry: "recover",
    text: "Amazon did not say how the call ended.",
  },
  ServiceUnavailable: { status: 503, type: "Receiver", retry: "recover", text: "Amazon is not available for a while." },
  RequestThrottled: { status: 503, type: "", retry: "later", text: "Request is throttled" },
  QuotaExceeded: { status: 503, type: "", retry: "later", text: "The hourly quota is used up." },
  InputStreamDisconnected: {
    status: 400,
    type: "Sender",
    retry: "recover",
    text: "The request did not arrive whole.",
  },
  AccessDenied: { status: 401, type: "Sender", retry: "never", text: "Access is denied." },
  InvalidAccessKeyId: { status: 403, type: "Sender", retry: "never", text: "No such access key." },
  SignatureDoesNotMatch: { status: 403, type: "Sender", retry: "never", text: "The signature does not match." },
  InternalError: { status: 500, type: "Receiver", retry: "recover", text: "Amazon did not say how the call ended." },
  UserAgentHeaderMalformed: { status: 400, type: "Sender", retry: "never", text: "The User-Agent is malformed." },
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof errors;
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code);

/** Codes that any operation may answer. */
export const commonErrors = [
  "InvalidParameterValue",
  "InvalidAddress",
  "InvalidAccessKeyId",
  "SignatureDoesNotMatch",
  "MissingAuthenticationToken",
  "RequestExpired",
  "AccessDenied",
  "UnauthorizedAccess",
  "InvalidAccountStatus",
  "UnauthorizedSolutionProvider",
  "RequestThrottled",
  "QuotaExceeded",
  "InternalServerError",
  "InternalError",
  "ServiceUnavailable",
  "InputStreamDisconnected",
  "UserAgentHeaderMalformed",
] as const satisfies readonly ErrorCode[];
