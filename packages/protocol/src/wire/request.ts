// Requests as dotted parameters: `OrderTotal.Amount`, `Categories.Category.1`. Both directions.
import { formatAmount, isCurrencyCode, type Price, parseAmount } from "@noren-pay/base";
import type { Field, Fields, WordField } from "../fields.ts";
import type { Operation, RequestOf } from "../operation.ts";
import { isXmlText } from "../xml/write.ts";
import { oncePer } from "./once-per.ts";
import { formatTimestamp, parseTimestamp } from "./timestamp.ts";

/** The operation's own parameters. Absent and empty values are not sent, as Amazon's SDKs do. */
export function writeRequest<O extends Operation>(operation: O, request: RequestOf<O>): [string, string][] {
  const pairs: [string, string][] = [];
  for (const [name, field] of Object.entries(operation.request))
    write(pairs, name, field, (request as Record<string, unknown>)[name]);
  return pairs;
}

function write(pairs: [string, string][], name: string, field: Field, value: unknown): void {
  if (value === undefined || value === null) return;
  switch (field.kind) {
    case "text":
    case "word":
      if (value !== "") pairs.push([name, value as string]);
      return;
    case "flag":
      pairs.push([name, value ? "true" : "false"]);
      return;
    case "integer":
      pairs.push([name, String(value)]);
      return;
    case "timestamp":
      pairs.push([name, formatTimestamp(value as number)]);
      return;
    case "price":
      pairs.push([`${name}.Amount`, formatAmount(value as Price)]);
      pairs.push([`${name}.CurrencyCode`, (value as Price).currencyCode]);
      return;
    case "group":
      for (const [part, below] of Object.entries(field.fields))
        write(pairs, `${name}.${part}`, below, (value as Record<string, unknown>)[part]);
      return;
    case "list":
      for (const [index, item] of (value as readonly unknown[]).entries())
        write(pairs, `${name}.${field.member}.${index + 1}`, field.item, item);
  }
}

/** `field`: the dotted wire name. `problem`: English, without the value. */
export type RequestReading<R> =
  | { readonly ok: true; readonly request: R }
  | { readonly ok: false; readonly field: string; readonly problem: string };

type Parameters = ReadonlyMap<string, string>;

/**
 * Reads the operation's own parameters strictly: lengths, patterns, ranges; amounts above zero and no finer than the
 * currency. Unknown parameters are ignored, an empty value counts as absent.
 */
export function readRequest<O extends Operation>(operation: O, parameters: Parameters): RequestReading<RequestOf<O>> {
  try {
    return { ok: true, request: readerPer(operation.request)(parameters) as RequestOf<O> };
  } catch (problem) {
    if (problem instanceof Problem) return { ok: false, field: problem.field, problem: problem.message };
    throw problem;
  }
}

/** Gives undefined when nothing of it was sent. */
type Read = (parameters: Parameters) => unknown;
const readerPer = oncePer((fields: Fields) => groupReader("", fields));

class Problem extends Error {
  readonly field: string;
  constructor(field: string, problem: string) {
    super(problem);
    this.field = field;
  }
}

function groupReader(prefix: string, fields: Fields): Read {
  const rows = Object.entries(fields).map(([name, field]) => ({
    name,
    wireName: prefix + name,
    required: !("optional" in field),
    read: readerOf(prefix + name, field),
  }));
  const isTop = prefix === "";
  return (parameters) => {
    const value: Record<string, unknown> = {};
    let sent = isTop;
    let missing: string | undefined;
    for (const { name, wireName, required, read } of rows) {
      const part = read(parameters);
      if (part !== undefined) {
        value[name] = part;
        sent = true;
      } else if (required) missing ??= wireName;
    }
    if (!sent) return undefined;
    if (missing !== undefined) throw new Problem(missing, "is missing");
    return value;
  };
}

function readerOf(name: string, field: Field): Read {
  switch (field.kind) {
    case "text":
      return ofText(name, (text) => {
        if (field.max !== undefined && text.length > field.max) return refuse(name, `is longer than ${field.max}`);
        if (field.min !== undefined && text.length < field.min) return refuse(name, `is shorter than ${field.min}`);
        if (field.pattern && !field.pattern.test(text)) return refuse(name, "holds characters that are not allowed");
        return isXmlText(text) ? text : refuse(name, "holds control characters");
      });
    case "word":
      return ofText(name, (text) => wordOf(field, text) ?? refuse(name, "is not a known value"));
    case "flag":
      return ofText(name, (text) => {
        if (text === "true" || text === "1") return true;
        return text === "false" || text === "0" ? false : refuse(name, "is neither true nor false");
      });
    case "integer":
      return ofText(name, (text) => {
        const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
        if (value >= field.min && value <= field.max && value % field.step === 0) return value;
        return refuse(name, `is not a whole number from ${field.min} to ${field.max} in steps of ${field.step}`);
      });
    case "timestamp":
      return ofText(name, (text) => parseTimestamp(text) ?? refuse(name, "is not a timestamp"));
    case "price":
      return priceReader(`${name}.Amount`, `${name}.CurrencyCode`);
    case "group":
      return groupReader(`${name}.`, field.fields);
    case "list":
      return listReader(`${name}.${field.member}.`, field.item);
  }
}

function wordOf({ words, anyCase }: WordField, text: string): string | undefined {
  if (words.includes(text) || !anyCase) return words.find((word) => word === text);
  return words.find((word) => word.toLowerCase() === text.toLowerCase());
}

function ofText(name: string, read: (text: string) => unknown): Read {
  return (parameters) => {
    const text = parameters.get(name);
    return text === undefined || text === "" ? undefined : read(text);
  };
}

function priceReader(amountName: string, currencyName: string): Read {
  return (parameters) => {
    const amountText = parameters.get(amountName);
    const currencyCode = parameters.get(currencyName);
    if (!amountText && !currencyCode) return undefined;
    if (!amountText) return refuse(amountName, "is missing");
    if (!currencyCode) return refuse(currencyName, "is missing");
    if (!isCurrencyCode(currencyCode)) return refuse(currencyName, "is not a known currency");
    const amount = parseAmount(amountText, currencyCode);
    if (amount === undefined) return refuse(amountName, `is not an amount in ${currencyCode}`);
    return amount > 0 ? { amount, currencyCode } : refuse(amountName, "is not above zero");
  };
}

/** Items are counted from 1 without a gap; what follows a gap is ignored. */
function listReader(prefix: string, item: Field): Read {
  const readers: Read[] = [readerOf(`${prefix}1`, item)];
  return (parameters) => {
    const values: unknown[] = [];
    for (let i = 0; i < parameters.size; i++) {
      readers[i] ??= readerOf(`${prefix}${i + 1}`, item);
      const value = (readers[i] as Read)(parameters);
      if (value === undefined) break;
      values.push(value);
    }
    return values.length === 0 ? undefined : values;
  };
}

function refuse(field: string, problem: string): never {
  throw new Problem(field, problem);
}
