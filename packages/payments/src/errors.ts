// Why a command is not obeyed, and what else can go wrong in this room. Each code is explained in docs/errors.md.
import type { ErrorTable, Price, Retry } from "@noren-pay/base";
import { storeErrors } from "./postgres/errors.ts";

/** Refusals of a command: nothing was called and nothing changed. */
export const refusals = {
  amountNotPositive: { retry: "never", text: "The amount must be more than zero." },
  amountOverLimit: { retry: "never", text: "The amount is over the limit." },
  currencyMismatch: { retry: "never", text: "The currency differs from the order's." },
  textTooLong: { retry: "never", text: "The text is longer than Amazon Pay takes." },
  orderCanceled: { retry: "never", text: "The order is canceled." },
  orderClosed: { retry: "never", text: "The order is closed." },
  orderBeingCanceled: { retry: "never", text: "The order is being canceled." },
  orderNotPlaced: { retry: "never", text: "The order has not been placed." },
  nothingAuthorized: { retry: "never", text: "No authorization is open to capture from." },
  alreadyAuthorized: { retry: "never", text: "An authorization is open already." },
  nothingToAuthorize: { retry: "never", text: "Everything has been captured already." },
  tooManyAuthorizations: { retry: "never", text: "The order reference takes no more authorizations." },
  overAuthorized: { retry: "never", text: "The amount is over what is authorized." },
  captureUnknown: { retry: "never", text: "There is no such capture." },
  captureNotNamed: { retry: "never", text: "There are several captures; name one." },
  captureNotCompleted: { retry: "never", text: "Only a completed capture can be refunded." },
  refundOverLimit: { retry: "never", text: "The amount is over what can still be refunded." },
  tooManyRefunds: { retry: "never", text: "The capture takes no more refunds." },
  alreadyCaptured: { retry: "never", text: "Money has been captured: refund it instead of canceling." },
  idReused: { retry: "never", text: "The id was used before with other content." },
} as const satisfies ErrorTable;

export const paymentsErrors = {
  ...refusals,
  ...storeErrors,
  orderUnknown: { retry: "never", text: "There is no such order." },
  merchantUnknown: { retry: "never", text: "There is no such merchant." },
  accountUnknown: { retry: "never", text: "There is no such Amazon account." },
  orderReferenceTaken: { retry: "never", text: "Another order uses this order reference." },
} as const satisfies ErrorTable;

export type RefusalCode = keyof typeof refusals;
export type PaymentsErrorCode = keyof typeof paymentsErrors;

/** What this room throws. `field`: the command's field at fault; `limit`: the most that would be taken. */
export class PaymentsError extends Error {
  override readonly name = "PaymentsError";
  readonly code: PaymentsErrorCode;
  readonly retry: Retry;
  readonly requestId: string | undefined;
  readonly operation: string | undefined;
  readonly field: string | undefined;
  readonly limit: Price | undefined;

  constructor(
    code: PaymentsErrorCode,
    at: {
      readonly field?: string | undefined;
      readonly limit?: Price | undefined;
      readonly operation?: string | undefined;
      readonly requestId?: string | undefined;
      readonly cause?: unknown;
    } = {},
  ) {
    super(paymentsErrors[code].text, { cause: at.cause });
    this.code = code;
    this.retry = paymentsErrors[code].retry;
    this.field = at.field;
    this.limit = at.limit;
    this.operation = at.operation;
    this.requestId = at.requestId;
  }
}
