// What goes wrong, how often, and the bugs that can be planted to show that each invariant bites.

export interface Faults {
  /** The call never arrives; the caller sees a broken connection. */
  readonly callLost: number;
  /** The call takes effect and its answer is lost. */
  readonly answerLost: number;
  /** Amazon answers 500 before, or after, the effect. */
  readonly serverError: number;
  /** Amazon throttles although there is quota. */
  readonly throttled: number;
  /** The process dies: before a call leaves, or after it took effect, or at a write. */
  readonly crash: number;
  readonly noticeDropped: number;
  readonly noticeDoubled: number;
  /** The endpoint answers 500, so the notice comes again in an hour. */
  readonly noticeRefused: number;
  /** A click is made twice, at the same moment, in two processes. */
  readonly doubleClick: number;
}

export const manyFaults: Faults = {
  callLost: 0.03,
  answerLost: 0.05,
  serverError: 0.02,
  throttled: 0.01,
  crash: 0.01,
  noticeDropped: 0.1,
  noticeDoubled: 0.1,
  noticeRefused: 0.05,
  doubleClick: 0.15,
};

export const noFaults: Faults = {
  callLost: 0,
  answerLost: 0,
  serverError: 0,
  throttled: 0,
  crash: 0,
  noticeDropped: 0,
  noticeDoubled: 0,
  noticeRefused: 0,
  doubleClick: 0,
};

/** A mistake put into the system on purpose. */
export const bugs = {
  captureWholeAuthorization: "a partial capture takes all that is authorized",
  newIdWhenRepeated: "a repeated call gets a new reference id",
  refundTwice: "each refund is asked for twice, under two ids",
  refundMore: "a refund gives back more than was asked",
  cancelInBooksOnly: "canceling is written down and not called, and the goods leave",
  forgetLedger: "money that moved is not booked",
  bookRefundsTwice: "a refund is booked under two ids",
  readOnce: "each object is read once, and what was read then is believed for ever",
  neverSweep: "no notice comes, and nothing is compared with Amazon",
  captureGrows: "a capture takes more than its authorization holds",
  ignoreQuota: "a call does not wait for its token",
} as const;
export type Bug = keyof typeof bugs;
