// From an HTTP answer to a result or an error. Amazon's front ends, and proxies before them, do not always answer in XML.
import {
  isErrorCode,
  type OperationName,
  operations,
  type ResponseOf,
  readError,
  readResponse,
} from "@noren-pay/protocol";
import { AmazonPayError } from "../errors.ts";
import type { HttpAnswer } from "./transport.ts";

/** What an operation answers, with Amazon's request id beside it. */
export type AnswerOf<N extends OperationName> = ResponseOf<(typeof operations)[N]> & { readonly requestId: string };

/** The result of a call. Throws AmazonPayError for everything else. */
export function parseAnswer<N extends OperationName>(operation: N, answer: HttpAnswer): AnswerOf<N> {
  const text = answer.body.toString("utf8");
  if (answer.status !== 200) throw errorOf(operation, answer, text);
  try {
    const { response, requestId } = readResponse(operations[operation], text);
    return { ...(response as object), requestId: requestId || requestIdOf(answer) } as unknown as AnswerOf<N>;
  } catch (cause) {
    throw errorOf(operation, answer, text, cause);
  }
}

/** What a refusal or an unreadable answer means. */
function errorOf(operation: OperationName, answer: HttpAnswer, text: string, cause?: unknown): AmazonPayError {
  const { status } = answer;
  const said = readError(text);
  const requestId = said?.requestId || requestIdOf(answer) || undefined;
  if (!said) return new AmazonPayError("UnreadableAnswer", { operation, requestId, status, cause });
  const facts = { operation, requestId, status, amazonCode: said.code, amazonMessage: said.message };
  if (isErrorCode(said.code)) return new AmazonPayError(said.code, facts);
  return new AmazonPayError(status >= 400 && status < 500 ? "RefusedOtherwise" : "FailedOtherwise", facts);
}

function requestIdOf(answer: HttpAnswer): string {
  const header = answer.headers["x-mws-request-id"] ?? answer.headers["x-amzn-requestid"];
  return (Array.isArray(header) ? header[0] : header) ?? "";
}
