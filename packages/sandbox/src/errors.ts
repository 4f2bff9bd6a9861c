import type { ErrorTable, Retry } from "@noren-pay/base";

/** What can go wrong beside the API itself, whose refusals are answers and not errors. */
export const sandboxErrors = {
  UnknownSeller: { retry: "never", text: "No such seller." },
  UnknownClient: { retry: "never", text: "No such client id." },
  UnknownBuyer: { retry: "never", text: "No such buyer." },
  UnknownAddress: { retry: "never", text: "The buyer has no such address." },
  UnknownCard: { retry: "never", text: "The buyer has no such card." },
  UnknownObject: { retry: "never", text: "No such object." },
  AlreadyExists: { retry: "never", text: "There is one with this id already." },
  NotInThisState: { retry: "never", text: "The object's state does not allow this." },
  TimeOnlyMovesForward: { retry: "never", text: "Business time moves forward only." },
  JournalUnreadable: { retry: "never", text: "The journal in the data folder cannot be replayed." },
  JournalOfAnotherSeed: { retry: "never", text: "The data folder was made from another seed." },
} as const satisfies ErrorTable;

export type SandboxErrorCode = keyof typeof sandboxErrors;

/** Our own error; `field` names the argument at fault where there is one. */
export class SandboxError extends Error {
  override readonly name = "SandboxError";
  readonly code: SandboxErrorCode;
  readonly retry: Retry;
  readonly field: string | undefined;
  constructor(code: SandboxErrorCode, at: { field?: string; detail?: string; cause?: unknown } = {}) {
    super(at.detail ? `${sandboxErrors[code].text} ${at.detail}` : sandboxErrors[code].text, { cause: at.cause });
    this.code = code;
    this.retry = sandboxErrors[code].retry;
    this.field = at.field;
  }
}
