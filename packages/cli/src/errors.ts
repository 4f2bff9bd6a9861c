import type { ErrorTable, Retry } from "@noren-pay/base";

/** What can go wrong in the command itself. Each text names the remedy. */
export const cliErrors = {
  badOption: { retry: "never", text: "An option is not valid." },
  badVariable: { retry: "never", text: "An environment variable is not valid." },
  folderInUse: { retry: "later", text: "Another noren runs on this data folder." },
  folderUnusable: { retry: "never", text: "The data folder cannot be written." },
  portInUse: { retry: "never", text: "A port is in use." },
  notReachable: { retry: "later", text: "Nothing answers at this address." },
  refused: { retry: "never", text: "The other side refused." },
  storeMissing: { retry: "never", text: "The example store is not built." },
} as const satisfies ErrorTable;

export type CliErrorCode = keyof typeof cliErrors;

/** Ends the command with a message for a person and exit code 1. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly code: CliErrorCode;
  readonly retry: Retry;
  readonly operation: string | undefined;
  readonly requestId: string | undefined = undefined;

  /** `remedy`: what is wrong in detail, and what to do. */
  constructor(code: CliErrorCode, remedy: string, at: { readonly operation?: string; readonly cause?: unknown } = {}) {
    super(`${cliErrors[code].text} ${remedy}`, { cause: at.cause });
    this.code = code;
    this.retry = cliErrors[code].retry;
    this.operation = at.operation;
  }
}
