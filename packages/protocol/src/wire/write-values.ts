// Values to XML. Each group of fields is compiled once into a chain of closures, because answers are written thousands
// of times per second.
import { formatAmount, type Price } from "@noren-pay/base";
import type { Field, Fields, ObjectOf } from "../fields.ts";
import { escapeText } from "../xml/write.ts";
import { oncePer } from "./once-per.ts";
import { formatTimestamp, formatWholeSeconds } from "./timestamp.ts";

type Write = (value: unknown) => string;
export type WriteFields = (value: object) => string;

/**
 * The children of an element, in the order of `fields`. What is undefined is left out, but for lists that are not
 * optional: they are written empty. Throws ProtocolError `unwritableText`.
 */
export function writeFields<F extends Fields>(fields: F, value: ObjectOf<F>): string {
  return writerPer(fields)(value as object);
}

const writerPer = oncePer((fields: Fields) => compileWriter(fields));

/** `depth`: how deep the elements stand in a pretty print of four spaces per level; undefined prints them compact. */
export function compileWriter(fields: Fields, depth?: number): WriteFields {
  const names = Object.keys(fields);
  const writers = names.map((name) => elementWriter(name, fields[name] as Field, depth));
  return (value) => {
    let xml = "";
    for (let i = 0; i < names.length; i++) {
      const part = (value as Record<string, unknown>)[names[i] as string];
      xml += (writers[i] as Write)(part);
    }
    return xml;
  };
}

/** Writes the whole element, or nothing for undefined. */
function elementWriter(name: string, field: Field, depth: number | undefined): Write {
  const lead = depth === undefined ? "" : `\n${"    ".repeat(depth)}`;
  const [start, end, none] = [`${lead}<${name}>`, `</${name}>`, `${lead}<${name}/>`];
  const inner = contentWriter(field, depth);
  const closeLead = field.kind === "group" || field.kind === "list" || field.kind === "price" ? lead : "";
  const absent = field.kind === "list" && !("optional" in field) ? none : "";
  return (value) => {
    if (value === undefined || value === null) return absent;
    const content = inner(value);
    return content === "" ? none : start + content + closeLead + end;
  };
}

function contentWriter(field: Field, depth: number | undefined): Write {
  const below = depth === undefined ? undefined : depth + 1;
  switch (field.kind) {
    case "text":
    case "word":
      return (value) => escapeText(value as string);
    case "flag":
      return (value) => (value ? "true" : "false");
    case "integer":
      return String;
    case "timestamp":
      return field.wholeSeconds
        ? (value) => formatWholeSeconds(value as number)
        : (value) => formatTimestamp(value as number);
    case "price":
      return priceWriter(field.oneDecimal ?? false, below);
    case "group":
      return compileWriter(field.fields, below) as Write;
    case "list": {
      const item = elementWriter(field.member, field.item, below);
      return (value) => (value as readonly unknown[]).map(item).join("");
    }
  }
}

function priceWriter(oneDecimal: boolean, depth: number | undefined): Write {
  const lead = depth === undefined ? "" : `\n${"    ".repeat(depth)}`;
  const amountText = oneDecimal ? formatWithOneDecimal : formatAmount;
  return (value) => {
    const price = value as Price;
    return `${lead}<Amount>${amountText(price)}</Amount>` + `${lead}<CurrencyCode>${price.currencyCode}</CurrencyCode>`;
  };
}

/** `10800.0`, `5.0`, `19.95`: as many decimals as are needed, but one at least. [U] in JPY. */
function formatWithOneDecimal(price: Price): string {
  const text = formatAmount(price);
  if (!text.includes(".")) return `${text}.0`;
  return text.endsWith("0") ? text.slice(0, -1) : text;
}
