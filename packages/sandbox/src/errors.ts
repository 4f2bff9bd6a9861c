import type { ErrorTable, Retry } from "@noren-pay/base";

/** What can go wrong beside the API itself, whose refusals are answers and not errors. */
export const sandboxErrors = {
  UnknownSeller: { retry: "never", text: "No such seller." },
  UnknownClient: { retry: "never", text: "No such client id." },
  UnknownKey: { retry: "never", text: "The seller has no such access key." },
  UnknownBuyer: { retry: "never", text: "No such buyer." },
  UnknownAddress: { retry: "never", text: "The buyer has no such address." },
  UnknownCard: { retry: "never", text: "The buyer has no such card." },
  UnknownObject: { retry: "never", text: "No such object." },
  UnknownEvent: { retry: "never", text: "Objects of this kind know no such event." },
  AlreadyExists: { retry: "never", text: "There is one with this id already." },
  NotInThisState: { retry: "never", text: "The object's state does not allow this." },
  StillNeeded: { retry: "never", text: "It cannot be taken away, for it is still needed." },
  TimeOnlyMovesForward: { retry: "never", text: "Business time moves forward only." },
  InvalidRequest: { retry: "never", text: "The request does not have the right form." },
  NotJson: { retry: "never", text: "The body is not JSON." },
  RequestTooLarge: { retry: "never", text: "The body is too large." },
  UnknownRoute: { retry: "never", text: "No such route of the admin API." },
  ForeignOrigin: { retry: "never", text: "The admin API takes no requests from other sites' pages." },
  AdminUnreachable: { retry: "later", text: "The admin API cannot be reached." },
  NoAdminApi: { retry: "never", text: "What answered is not the admin API." },
  DataDirInUse: { retry: "later", text: "Another sandbox uses the data folder." },
  JournalUnreadable: { retry: "never", text: "The journal in the data folder cannot be replayed." },
  JournalOfAnotherSeed: { retry: "never", text: "The data folder was made from another seed." },
} as const satisfies ErrorTable;

export type SandboxErrorCode = keyof typeof sandboxErrors;

interface At {
  /** The argument at fault. */
  readonly field?: string | undefined;
  /** A further sentence, for people. */
  readonly detail?: string | undefined;
  /** The admin API's http status. */
  readonly status?: number | undefined;
  readonly cause?: unknown;
}

/** Our own error. */
export class SandboxError extends Error {
  override readonly name = "SandboxError";
  readonly code: SandboxErrorCode;
  readonly retry: Retry;
  readonly field: string | undefined;
  readonly detail: string | undefined;
  readonly status: number | undefined;
  constructor(code: SandboxErrorCode, at: At = {}) {
    super(at.detail ? `${sandboxErrors[code].text} ${at.detail}` : sandboxErrors[code].text, { cause: at.cause });
    this.code = code;
    this.retry = sandboxErrors[code].retry;
    this.field = at.field;
    this.detail = at.detail;
    this.status = at.status;
  }
}
