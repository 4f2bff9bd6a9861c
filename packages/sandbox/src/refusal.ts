import { type ErrorCode, errors } from "@noren-pay/protocol";

/** The API's answer when it does not do what was asked. A result, not an exception: nothing has changed. */
export class AmazonRefusal {
  readonly code: ErrorCode;
  readonly message: string;
  constructor(code: ErrorCode, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** `message` defaults to the table's text. */
export const refuse = (code: ErrorCode, message: string = errors[code].text): AmazonRefusal =>
  new AmazonRefusal(code, message);

export const isRefusal = (answer: unknown): answer is AmazonRefusal => answer instanceof AmazonRefusal;
