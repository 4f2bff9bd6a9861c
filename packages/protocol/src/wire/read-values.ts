// XML to values. Readers are compiled once per group of fields, like the writers.
import { isCurrencyCode, type Price, parseAmount } from "@noren-pay/base";
import { ProtocolError } from "../errors.ts";
import type { Field, Fields, ObjectOf } from "../fields.ts";
import type { XmlElement } from "../xml/read.ts";
import { oncePer } from "./once-per.ts";
import { parseTimestamp } from "./timestamp.ts";

type Read = (element: XmlElement) => unknown;

/**
 * Reads the children of `element` in any order; unknown ones are passed over, unknown words kept as they are.
 * Throws ProtocolError `unexpectedXml` when a field is missing, stands there twice, or cannot be read.
 */
export function readFields<F extends Fields>(fields: F, element: XmlElement): ObjectOf<F> {
  return readerPer(fields)(element) as ObjectOf<F>;
}

const readerPer = oncePer((fields: Fields) => compileReader(fields));

interface Row {
  readonly name: string;
  readonly read: Read;
  /** What an absent one reads as; undefined twice over: left out, or refused. */
  readonly whenAbsent: "leftOut" | "emptyList" | "refused";
}

function compileReader(fields: Fields): Read {
  const rows = new Map<string, Row>();
  for (const [name, field] of Object.entries(fields)) {
    const whenAbsent = "optional" in field ? "leftOut" : field.kind === "list" ? "emptyList" : "refused";
    rows.set(name, { name, read: readerOf(field), whenAbsent });
  }
  return (element) => {
    const value: Record<string, unknown> = {};
    for (const child of element.children) {
      const row = rows.get(child.name);
      if (!row) continue;
      if (row.name in value) throw unexpected(`${child.name} stands twice in ${element.name}`);
      const part = row.read(child);
      if (part !== undefined) value[row.name] = part;
    }
    for (const { name, whenAbsent } of rows.values()) {
      if (whenAbsent === "leftOut" || name in value) continue;
      if (whenAbsent === "refused") throw unexpected(`${name} is missing in ${element.name}`);
      value[name] = [];
    }
    return value;
  };
}

function readerOf(field: Field): Read {
  switch (field.kind) {
    case "text":
      return leaf;
    case "word":
      return (element) => {
        const word = leaf(element).trim();
        return word === "" || word === field.absent ? undefined : word;
      };
    case "flag":
      return readFlag;
    case "integer":
      return readInteger;
    case "timestamp":
      return readTimestamp;
    case "price":
      return readPrice;
    case "group":
      return compileReader(field.fields);
    case "list": {
      const read = readerOf(field.item);
      return (element) => element.children.filter((child) => child.name === field.member).map(read);
    }
  }
}

function leaf(element: XmlElement): string {
  if (element.children.length > 0) throw unexpected(`${element.name} holds elements instead of text`);
  return element.text;
}

function readFlag(element: XmlElement): boolean {
  const word = leaf(element).trim();
  if (word === "true" || word === "1") return true;
  if (word === "false" || word === "0") return false;
  throw unexpected(`${element.name} is neither true nor false`);
}

function readInteger(element: XmlElement): number {
  const digits = leaf(element).trim();
  if (!/^-?\d{1,15}$/.test(digits)) throw unexpected(`${element.name} is not a whole number`);
  return Number(digits);
}

function readTimestamp(element: XmlElement): number {
  const instant = parseTimestamp(leaf(element).trim());
  if (instant === undefined) throw unexpected(`${element.name} is not a timestamp`);
  return instant;
}

function readPrice(element: XmlElement): Price {
  let amountText: string | undefined;
  let currencyCode: string | undefined;
  for (const child of element.children) {
    if (child.name === "Amount" && amountText === undefined) amountText = leaf(child).trim();
    else if (child.name === "CurrencyCode" && currencyCode === undefined) currencyCode = leaf(child).trim();
    else if (child.name === "Amount" || child.name === "CurrencyCode")
      throw unexpected(`${child.name} stands twice in ${element.name}`);
  }
  if (currencyCode === undefined || !isCurrencyCode(currencyCode))
    throw unexpected(`${element.name} has no currency that is known`);
  const amount = amountText === undefined ? undefined : parseAmount(amountText, currencyCode);
  if (amount === undefined) throw unexpected(`${element.name} has no amount that ${currencyCode} can hold`);
  return { amount, currencyCode };
}

const unexpected = (detail: string) => new ProtocolError("unexpectedXml", detail);
