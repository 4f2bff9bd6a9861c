export { AmazonPayClient, type CallOptions, type OperationMethods } from "./client.ts";
export {
  AmazonPayError,
  type AmazonPayErrorCode,
  amazonPayErrors,
  type ClientErrorCode,
  clientErrors,
  isAmazonPayError,
} from "./errors.ts";
export {
  type BuyerProfile,
  LoginWithAmazon,
  type LoginWithAmazonOptions,
  type VerifiedToken,
} from "./login/login-with-amazon.ts";
export { NotificationError, type NotificationErrorCode, notificationErrors } from "./notifications/errors.ts";
export {
  type HeaderRecord,
  NotificationVerifier,
  type NotificationVerifierOptions,
  type VerifiedNotification,
} from "./notifications/verifier.ts";
export type { AmazonPayClientOptions, CallingOptions } from "./options.ts";
export { type Bucket, drain, fullBucket, refill, restoreMs, returnToken, takeToken } from "./send/bucket.ts";
export type { FetchAnswer, FetchInit, FetchLike } from "./send/fetch-transport.ts";
export type { AnswerOf } from "./send/parse.ts";
export { decideRetry, type RetryDecision, type RetryQuestion, standardDelaysMs } from "./send/retry.ts";
export type { ConnectionOptions } from "./send/transport.ts";
