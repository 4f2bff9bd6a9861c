import type { ErrorTable, Retry } from "@noren-pay/base";

/**
 * What can be wrong with words on the wire. The unreadable answers are `recover`: whoever cannot read an answer does
 * not know how the call ended.
 */
export const protocolErrors = {
  malformedForm: { retry: "never", text: "The form is not well formed." },
  malformedXml: { retry: "recover", text: "The text is not well-formed XML, or XML that is not taken." },
  xmlTooLarge: { retry: "recover", text: "The XML is larger or deeper than is taken." },
  unexpectedXml: { retry: "recover", text: "The XML does not hold what it should." },
  unwritableText: { retry: "never", text: "The text holds characters that XML cannot carry." },
  malformedId: { retry: "never", text: "The id does not have Amazon's form." },
  malformedNotification: { retry: "never", text: "The notification does not have Amazon's form." },
  notificationTooLarge: { retry: "never", text: "The notification is larger than is taken." },
} as const satisfies ErrorTable;

export type ProtocolErrorCode = keyof typeof protocolErrors;

/** The one error of this room. Its message names elements and parameters, never their contents. */
export class ProtocolError extends Error {
  override readonly name = "ProtocolError";
  readonly code: ProtocolErrorCode;
  readonly retry: Retry;
  /** Amazon's operation, where one is known. */
  readonly operation: string | undefined;
  /** Amazon's request id, where the unreadable answer still gave one. */
  readonly requestId: string | undefined;

  constructor(
    code: ProtocolErrorCode,
    detail: string,
    about: { operation?: string | undefined; requestId?: string | undefined; cause?: unknown } = {},
  ) {
    super(`${code}: ${detail}`, { cause: about.cause });
    this.code = code;
    this.retry = protocolErrors[code].retry;
    this.operation = about.operation;
    this.requestId = about.requestId;
  }
}
