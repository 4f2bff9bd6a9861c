// Everything that the service may say has its words here, in both languages.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lifeCycles, type ObjectKind, type Words } from "@noren-pay/protocol/words";
import { describe, expect, test } from "vitest";
import { actions, labels, obstacles, taken } from "./actions.ts";
import { common, environmentWords, roleWords } from "./common.ts";
import { constraintWords } from "./constraints.ts";
import { eventWords, tellEvent } from "./events.ts";
import { firstLanguage } from "./language.tsx";
import { nextStepWords } from "./next-steps.ts";
import { noticeStates, notices, noticeTypes } from "./notices.ts";
import { operationWords } from "./operations.ts";
import { order, orders } from "./orders.ts";
import { fieldWords, remedies, remediesOfReason, remedyOf } from "./problems.ts";
import { session } from "./session.ts";
import { shownState } from "./states.ts";
import { time } from "./time.ts";

const packages = join(import.meta.dirname, "../../..");
const read = (path: string) => readFileSync(join(packages, path), "utf8");
const textOf = (folder: string): string =>
  readdirSync(join(packages, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .map((name) => read(join(folder, name)))
    .join("\n");
const found = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1]))].sort();

describe("words", () => {
  const tables: Record<string, Readonly<Record<string, Words>>> = {
    actions,
    labels,
    obstacles,
    taken,
    common,
    environmentWords,
    roleWords,
    constraintWords,
    notices,
    noticeTypes,
    operationWords,
    order,
    orders,
    fieldWords,
    remedies,
    remediesOfReason,
    session,
    time,
    nextStepTitles: Object.fromEntries(Object.entries(nextStepWords).map(([step, { title }]) => [step, title])),
    nextStepTexts: Object.fromEntries(Object.entries(nextStepWords).map(([step, { text }]) => [step, text])),
  };
  for (const [name, table] of Object.entries(tables))
    test(`of ${name} stand in both languages`, () => {
      for (const [key, { ja, en }] of Object.entries(table)) {
        expect(ja.trim(), key).not.toBe("");
        expect(en.trim(), key).not.toBe("");
        expect(en, key).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      }
    });
});

describe("events of the timeline", () => {
  const written = found(textOf("payments/src/decide"), /(?:say\(\s*w,\s*|type: (?="\w+", at\b))"(\w+)"/g);

  test("have words, each type that is written and no other", () => {
    expect(Object.keys(eventWords).sort()).toEqual(written);
  });

  test("are told with their amount, their state and the reason", () => {
    const data = { to: "Declined", reasonCode: "AmazonRejected", amount: { amount: 10_800, currencyCode: "JPY" } };
    const { words, tone, told } = tellEvent("captureChanged", data);
    expect(words.ja).toBe("売上請求（¥10,800）が「拒否」になりました。Amazonが売上請求を拒否しました。");
    expect(words.en).toBe("Capture (¥10,800): declined. Amazon rejected the capture.");
    expect([tone, told]).toEqual(["bad", true]);
  });

  test("are told with whatever data, and by their name when unknown", () => {
    for (const type of Object.keys(eventWords))
      for (const data of [{}, { outcome: "refused", code: "ConstraintsExist", kind: "Capture", state: "Pending" }])
        expect(tellEvent(type, data).words.ja).not.toMatch(/undefined|NaN/);
    expect(tellEvent("somethingNew", {}).words.en).toBe("somethingNew");
  });

  test("of a call show at once only when it was not simply done", () => {
    expect(tellEvent("callAnswered", { operation: "Capture", outcome: "done" }).told).toBe(false);
    expect(tellEvent("callAnswered", { operation: "Capture", outcome: "unknown" }).told).toBe(true);
  });
});

describe("states", () => {
  test("have words and a tone, and unknown ones are shown as they are", () => {
    for (const kind of ["OrderReference", "Authorization", "Capture", "Refund"] as const satisfies ObjectKind[])
      for (const state of [...Object.keys(lifeCycles[kind]), "Asked", "Refused"])
        expect(shownState(kind, state).words.ja).not.toBe(state);
    expect(shownState("Refund", "Vanished")).toEqual({ words: { ja: "Vanished", en: "Vanished" }, tone: "quiet" });
  });

  test("of notices are those that the database allows", () => {
    const list = /state text NOT NULL CHECK \(state IN \(([^)]*)\)/.exec(read("payments/sql/0004_intake.sql"))?.[1];
    expect(Object.keys(noticeStates).sort()).toEqual(found(list ?? "", /'(\w+)'/g));
  });
});

describe("remedies", () => {
  test("of refusals name codes that exist", () => {
    const codes = found(/refusals = \{([\s\S]*?)\n\}/.exec(read("payments/src/errors.ts"))?.[1] ?? "", /^ {2}(\w+):/gm);
    expect(codes).toEqual(expect.arrayContaining(Object.keys(remediesOfReason)));
  });

  test("go from the finer code to the coarser, and never leave people alone", () => {
    expect(remedyOf("refused", "alreadyCaptured").en).toBe("Refund it instead.");
    expect(remedyOf("refused", "somethingNew")).toBe(remedies.refused);
    expect(remedyOf("somethingNew", undefined).en).not.toBe("");
  });
});

describe("the first language", () => {
  const cases: [string, string | null, string[], string][] = [
    ["is the one that was chosen", "en", ["ja-JP"], "en"],
    ["is the browser's first that we speak", null, ["fr-FR", "en-US", "ja"], "en"],
    ["is Japanese for a Japanese browser", null, ["ja-JP", "en-US"], "ja"],
    ["is Japanese where we speak none", null, ["fr"], "ja"],
    ["is not what somebody else has stored", "xx", ["en"], "en"],
  ];
  for (const [title, stored, preferred, expected] of cases)
    test(title, () => expect(firstLanguage(stored, preferred)).toBe(expected));
});
