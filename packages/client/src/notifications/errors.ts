import type { Retry } from "@noren-pay/base";

interface NotificationErrorRow {
  readonly retry: Retry;
  readonly status: number;
  readonly text: string;
}

/** `status`: what to answer to the sender. SNS sends again after 503 only. */
export const notificationErrors = {
  malformed: { retry: "never", status: 400, text: "The message does not have the form of an SNS message." },
  forged: { retry: "never", status: 400, text: "The message is not signed by Amazon." },
  wrongTopic: { retry: "never", status: 403, text: "The message comes from a topic that is not on the list." },
  certificateUnavailable: { retry: "later", status: 503, text: "The signing certificate cannot be had at the moment." },
} as const satisfies Record<string, NotificationErrorRow>;

export type NotificationErrorCode = keyof typeof notificationErrors;

/** A message that must have no effect. Its text tells nothing of the message's content. */
export class NotificationError extends Error {
  override readonly name = "NotificationError";
  readonly code: NotificationErrorCode;
  readonly retry: Retry;
  /** HTTP status for the sender. */
  readonly status: number;

  constructor(code: NotificationErrorCode, detail: string, cause?: unknown) {
    super(`${code}: ${notificationErrors[code].text} (${detail})`, { cause });
    this.code = code;
    this.retry = notificationErrors[code].retry;
    this.status = notificationErrors[code].status;
  }
}
