// What the pages need of the tables: life cycles to draw, words for what they hold, limits to measure by.
import {
  authorizationsPerOrderReferenceMax,
  errors,
  kindWords,
  type LifeCycleKind,
  lifeCycles,
  limits,
  operationNames,
  overages,
  reasonWords,
  stateReasons,
  stateWords,
  type Words,
} from "@noren-pay/protocol";
import { objectEvents } from "../events/table.ts";
import { faultKinds } from "../faults/faults.ts";
import { forgeries } from "../notices/forgeries.ts";
import type { Language } from "../pages/language.ts";
import { cardSimulations } from "../world/objects.ts";

/** The data block of every page. */
export const tablesOf = (language: Language): object => tables[language];

const inLanguage = (language: Language) => ({
  language,
  lifeCycles,
  stateReasons,
  kinds: spoken(kindWords, language),
  states: eachKind(stateWords, language),
  reasons: eachKind(reasonWords, language),
  events: eachKind(eventWords, language),
  operations: operationNames,
  errorCodes: Object.keys(errors),
  faultKinds,
  forgeries,
  cardSimulations,
  overages,
  authorizationsMax: authorizationsPerOrderReferenceMax,
  refundsMax: limits.refundsPerCaptureMax,
});

type Rows = Readonly<Record<string, Words>>;

const spoken = (rows: Rows, language: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(rows).map(([name, words]) => [name, words[language]]));

const eachKind = (kinds: Readonly<Record<LifeCycleKind, Rows>>, language: Language) =>
  Object.fromEntries(Object.entries(kinds).map(([kind, rows]) => [kind, spoken(rows, language)]));

/** What an operator can press, in words. */
const eventWords = Object.fromEntries(
  Object.entries(objectEvents).map(([kind, rows]) => [
    kind,
    Object.fromEntries(Object.entries(rows).map(([name, { words }]) => [name, words])),
  ]),
) as Readonly<Record<LifeCycleKind, Rows>>;

const tables = { ja: inLanguage("ja"), en: inLanguage("en") } as const satisfies Record<Language, object>;
