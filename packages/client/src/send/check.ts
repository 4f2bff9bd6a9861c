// The request is checked whole before anything is sent: a refusal by Amazon costs quota, and a wrong reference id costs
// more. Types guard TypeScript callers; these checks guard everybody.
import {
  type Field,
  type Fields,
  type OperationName,
  operations,
  readRequest,
  writeRequest,
} from "@noren-pay/protocol";
import { AmazonPayError } from "../errors.ts";

export type Parameters = readonly (readonly [string, string])[];

/** The operation's own parameters in wire form. Throws `InvalidRequest` with the field and what to do about it. */
export function checkedParameters(operation: OperationName, request: object): Parameters {
  const description = operations[operation];
  const wrong = wrongShape(description.request, request, "");
  if (wrong) throw invalid(operation, wrong);
  const parameters = writeRequest(description, request as never);
  const reading = readRequest(description, new Map(parameters));
  if (!reading.ok) throw invalid(operation, reading);
  return parameters;
}

interface Wrong {
  readonly field: string;
  readonly problem: string;
}

function invalid(operation: OperationName, { field, problem }: Wrong): AmazonPayError {
  const remedy = problem === "is missing" ? "add it" : problem.startsWith("is longer") ? "shorten it" : "correct it";
  return new AmazonPayError("InvalidRequest", { operation, field, problem: `${problem}; ${remedy}` });
}

function wrongShape(fields: Fields, value: unknown, prefix: string): Wrong | undefined {
  if (!isRecord(value)) return { field: prefix.slice(0, -1) || "request", problem: "is not an object" };
  for (const name in value) {
    const part = value[name];
    if (part === undefined || part === null) continue;
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) return { field: prefix + name, problem: "is not a parameter of this operation" };
    const wrong = wrongKind(field, part, prefix + name);
    if (wrong) return wrong;
  }
  return undefined;
}

function wrongKind(field: Field, value: unknown, name: string): Wrong | undefined {
  switch (field.kind) {
    case "text":
    case "word":
      return typeof value === "string" ? undefined : { field: name, problem: "is not a string" };
    case "flag":
      return typeof value === "boolean" ? undefined : { field: name, problem: "is neither true nor false" };
    case "integer":
    case "timestamp":
      return Number.isSafeInteger(value) ? undefined : { field: name, problem: "is not a whole number" };
    case "price":
      return isPrice(value) ? undefined : { field: name, problem: "is not { amount: minor units, currencyCode }" };
    case "list":
      return wrongList(field, value, name);
    case "group":
      return wrongShape(field.fields, value, `${name}.`);
  }
}

function wrongList(field: { item: Field; member: string }, value: unknown, name: string): Wrong | undefined {
  if (!Array.isArray(value)) return { field: name, problem: "is not an array" };
  for (const [index, item] of value.entries()) {
    const itemName = `${name}.${field.member}.${index + 1}`;
    // An absent or empty item would leave a gap in the numbering, behind which Amazon reads nothing.
    if (item === undefined || item === null || item === "") return { field: itemName, problem: "is empty" };
    const wrong = wrongKind(field.item, item, itemName);
    if (wrong) return wrong;
  }
  return undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isPrice = (value: unknown) =>
  isRecord(value) && Number.isSafeInteger(value.amount) && typeof value.currencyCode === "string";
