// Answers and errors as XML, in both directions.
import { ProtocolError } from "../errors.ts";
import type { Operation, ResponseOf } from "../operation.ts";
import { errors, isErrorCode } from "../tables/errors.ts";
import { childOf, readXml, type XmlElement } from "../xml/read.ts";
import { escapeText } from "../xml/write.ts";
import { oncePer } from "./once-per.ts";
import { readFields } from "./read-values.ts";
import { compileWriter, type WriteFields } from "./write-values.ts";

/** Always `http:`, in the sandbox too; stands unprefixed on the root of answers and errors. */
export const apiNamespace = "http://mws.amazonservices.com/schema/OffAmazonPayments/2013-01-01";

interface Frame {
  readonly head: string;
  readonly body: WriteFields | undefined;
  readonly middle: string;
  readonly tail: string;
}
/** The whole answer; nothing stands before or after the root. Throws ProtocolError `unwritableText`. */
export function writeResponse<O extends Operation>(operation: O, response: ResponseOf<O>, requestId: string): string {
  const frame = framePer(operation);
  const body = frame.body ? frame.body(response as object) : "";
  return frame.head + body + frame.middle + escapeText(requestId) + frame.tail;
}

const framePer = oncePer(({ name, result, response }: Operation): Frame => {
  const root = `<${name}Response xmlns="${apiNamespace}">`;
  const meta = "<ResponseMetadata><RequestId>";
  const tail = `</RequestId></ResponseMetadata></${name}Response>`;
  switch (result) {
    case "content":
      return { head: `${root}<${name}Result>`, body: compileWriter(response), middle: `</${name}Result>${meta}`, tail };
    case "empty":
      return { head: `${root}<${name}Result/>`, body: undefined, middle: meta, tail };
    case "none":
      return { head: root, body: undefined, middle: meta, tail };
  }
});

/**
 * Reads an answer of `operation`. Throws ProtocolError `malformedXml`, `xmlTooLarge` or `unexpectedXml`, with the
 * request id where it could be found.
 */
export function readResponse<O extends Operation>(
  operation: O,
  xml: string,
): { response: ResponseOf<O>; requestId: string | undefined } {
  const about: { operation: string; requestId?: string | undefined; cause?: unknown } = { operation: operation.name };
  try {
    const root = readXml(xml);
    about.requestId = requestIdOf(childOf(root, "ResponseMetadata")) ?? requestIdOf(root);
    if (root.name !== `${operation.name}Response`) throw new ProtocolError("unexpectedXml", `the root is ${root.name}`);
    // Documents and recordings disagree on whether an empty result stands there at all.
    const result = childOf(root, `${operation.name}Result`) ?? {
      name: `${operation.name}Result`,
      children: [],
      text: "",
    };
    return { response: readFields(operation.response, result) as ResponseOf<O>, requestId: about.requestId };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    throw new ProtocolError(error.code, error.message.slice(error.code.length + 2), { ...about, cause: error });
  }
}

/** `RequestId` in answers of the section, `RequestID` in those of the front end. */
function requestIdOf(element: XmlElement | undefined): string | undefined {
  const found = element && (childOf(element, "RequestId") ?? childOf(element, "RequestID"));
  return found?.text.trim() || undefined;
}

interface WrittenError {
  readonly code: string;
  /** The code's own text when left out. */
  readonly message?: string | undefined;
  readonly requestId: string;
  readonly detail?: string | undefined;
}

/**
 * The body of an error. Codes of the front end (throttling, quota) have an empty `Type` and spell `RequestID`; an
 * unknown code is the sender's fault.
 */
export function writeError({ code, message, requestId, detail }: WrittenError): string {
  const row = isErrorCode(code) ? errors[code] : undefined;
  const type = row?.type ?? "Sender";
  const requestIdName = type === "" ? "RequestID" : "RequestId";
  const detailXml = detail === undefined ? "" : `<Detail>${escapeText(detail)}</Detail>`;
  return (
    `<ErrorResponse xmlns="${apiNamespace}"><Error><Type>${type}</Type><Code>${escapeText(code)}</Code>` +
    `<Message>${escapeText(message ?? row?.text ?? code)}</Message>${detailXml}</Error>` +
    `<${requestIdName}>${escapeText(requestId)}</${requestIdName}></ErrorResponse>`
  );
}

export interface ReadError {
  readonly code: string;
  /** `Sender`, `Receiver` or empty. */
  readonly type: string;
  readonly message: string;
  readonly requestId: string | undefined;
}

const bareCode = /^\s*([A-Z][A-Za-z]{4,63})(?![A-Za-z])/;

/**
 * Reads the body of an error; undefined when it is none, or cannot be read. A body that is no XML but begins with a
 * known code counts too: Amazon once answered so.
 */
export function readError(xml: string): ReadError | undefined {
  const bare = bareCode.exec(xml)?.[1];
  if (bare !== undefined && isErrorCode(bare))
    return { code: bare, type: errors[bare].type, message: errors[bare].text, requestId: undefined };
  let root: XmlElement;
  try {
    root = readXml(xml);
  } catch (cause) {
    if (cause instanceof ProtocolError) return undefined;
    throw cause;
  }
  const error = root.name === "ErrorResponse" ? childOf(root, "Error") : undefined;
  const code = error && childOf(error, "Code")?.text.trim();
  if (!error || !code) return undefined;
  return {
    code,
    type: childOf(error, "Type")?.text.trim() ?? "",
    message: childOf(error, "Message")?.text ?? "",
    requestId: requestIdOf(root) ?? requestIdOf(childOf(root, "ResponseMetadata")),
  };
}
