// The vocabulary in which operations and data types are described. One description serves the client's types, the
// sandbox's validation, both codecs and the reference docs.
import type { Instant, Price } from "@noren-pay/base";

export interface TextField {
  readonly kind: "text";
  /** Most characters Amazon takes (UTF-16 units). */
  readonly max?: number;
  readonly min?: number;
  /** What the whole text must match. */
  readonly pattern?: RegExp;
}
export interface WordField<W extends string = string> {
  readonly kind: "word";
  /** The known values. In answers others may occur: readers keep them as they are. */
  readonly words: readonly W[];
  /** Requests may spell it in any case; it is read as the table spells it. */
  readonly anyCase?: true;
  /** A text that means absence ("None" in notices of the test tool); only read, never written. */
  readonly absent?: string;
}
export interface PriceField {
  readonly kind: "price";
  /** Printed with one decimal at least, as notifications do, whatever the currency. */
  readonly oneDecimal?: boolean;
}
export interface FlagField {
  readonly kind: "flag";
}
export interface IntegerField {
  readonly kind: "integer";
  readonly min: number;
  readonly max: number;
  readonly step: number;
}
export interface TimestampField {
  readonly kind: "timestamp";
  /** Printed without milliseconds (billing agreement limits). */
  readonly wholeSeconds?: boolean;
}
/** `Name/<member>*` in XML, `Name.<member>.N` in requests. An absent list reads as empty. */
export interface ListField<F extends Field = Field> {
  readonly kind: "list";
  readonly item: F;
  readonly member: string;
}
export interface GroupField<G extends Fields = Fields> {
  readonly kind: "group";
  readonly fields: G;
}

export type PlainField =
  | TextField
  | WordField
  | PriceField
  | FlagField
  | IntegerField
  | TimestampField
  | { readonly kind: "list"; readonly item: PlainField; readonly member: string }
  | { readonly kind: "group"; readonly fields: Fields };

/** A field that may be left out. */
export type Optional<F extends PlainField = PlainField> = F & { readonly optional: true };
export type Field = PlainField | Optional;
export type Fields = { readonly [name: string]: Field };

export type ValueOf<F> = F extends { kind: "text" }
  ? string
  : F extends { kind: "word"; words: readonly (infer W extends string)[] }
    ? W | (string & {})
    : F extends { kind: "price" }
      ? Price
      : F extends { kind: "flag" }
        ? boolean
        : F extends { kind: "integer" }
          ? number
          : F extends { kind: "timestamp" }
            ? Instant
            : F extends { kind: "list"; item: infer I }
              ? readonly ValueOf<I>[]
              : F extends { kind: "group"; fields: infer G }
                ? ObjectOf<G>
                : never;

type OptionalNames<G> = { [N in keyof G]: G[N] extends { optional: true } ? N : never }[keyof G];
type Flatten<T> = { [N in keyof T]: T[N] } & {};

/** The TypeScript shape of a group of fields. */
export type ObjectOf<G> = Flatten<
  { readonly [N in Exclude<keyof G, OptionalNames<G>>]: ValueOf<G[N]> } & {
    readonly [N in OptionalNames<G>]?: ValueOf<G[N]> | undefined;
  }
>;

export const text = (limits: Omit<TextField, "kind"> = {}): TextField => ({ kind: "text", ...limits });
export const word = <const W extends string>(...words: W[]): WordField<W> => ({ kind: "word", words });
export const price = (form: { oneDecimal?: boolean } = {}): PriceField => ({ kind: "price", ...form });
export const flag = (): FlagField => ({ kind: "flag" });
export const integer = (limits: { min: number; max: number; step?: number }): IntegerField => ({
  kind: "integer",
  step: 1,
  ...limits,
});
export const timestamp = (form: { wholeSeconds?: boolean } = {}): TimestampField => ({ kind: "timestamp", ...form });
export const list = <F extends PlainField>(item: F, member = "member"): ListField<F> => ({
  kind: "list",
  item,
  member,
});
export const group = <G extends Fields>(fields: G): GroupField<G> => ({ kind: "group", fields });
export const optional = <F extends PlainField>(field: F): F & { readonly optional: true } => ({
  ...field,
  optional: true,
});
