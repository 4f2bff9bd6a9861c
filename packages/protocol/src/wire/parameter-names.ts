import type { Field, Fields } from "../fields.ts";

/** Every dotted wire name that `fields` can take, in their order; `N` stands for a list's index from 1. */
export function parameterNames(fields: Fields, prefix = ""): string[] {
  return Object.entries(fields).flatMap(([name, field]) => namesOf(prefix + name, field));
}

function namesOf(name: string, field: Field): string[] {
  switch (field.kind) {
    case "price":
      return [`${name}.Amount`, `${name}.CurrencyCode`];
    case "group":
      return parameterNames(field.fields, `${name}.`);
    case "list":
      return namesOf(`${name}.${field.member}.N`, field.item);
    default:
      return [name];
  }
}
