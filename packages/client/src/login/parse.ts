// Answers of Login with Amazon are JSON. Source: Login with Amazon documentation, Access token and Customer profile.
import { AmazonPayError, type ClientErrorCode } from "../errors.ts";
import type { HttpAnswer } from "../send/transport.ts";

/** Words of OAuth in `error`; what else may stand there is told apart by the status. */
const codes: Readonly<Record<string, ClientErrorCode>> = {
  invalid_token: "InvalidToken",
  invalid_request: "InvalidToken",
  insufficient_scope: "InsufficientScope",
};

type Parts = Readonly<Record<string, unknown>>;

/** The JSON object of a successful answer. Throws AmazonPayError. */
export function parseLoginAnswer(operation: string, { status, body, headers }: HttpAnswer): Parts {
  const parts = jsonObject(body.toString("utf8"));
  const requestId = textOf(parts?.request_id) ?? textOf(headers["x-amzn-requestid"]);
  if (!parts) throw new AmazonPayError("UnreadableAnswer", { operation, status, requestId });
  const word = textOf(parts.error);
  if (word === undefined && status === 200) return parts;
  const facts = { operation, status, requestId, amazonCode: word, amazonMessage: textOf(parts.error_description) };
  const code = word !== undefined && Object.hasOwn(codes, word) ? codes[word] : undefined;
  throw new AmazonPayError(code ?? (status >= 500 || status === 200 ? "FailedOtherwise" : "RefusedOtherwise"), facts);
}

export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

function jsonObject(text: string): Parts | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Parts) : undefined;
  } catch {
    return undefined;
  }
}
