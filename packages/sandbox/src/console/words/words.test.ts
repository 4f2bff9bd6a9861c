import { billingAgreementConstraintIds, constraintIds, lifeCycles } from "@noren-pay/protocol";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/table.ts";
import { lifetimeKinds, workKinds } from "../../due/queue.ts";
import { sandboxErrors } from "../../errors.ts";
import { faultKinds, garbledContents } from "../../faults/faults.ts";
import { forgeries } from "../../notices/forgeries.ts";
import { noticeRuleKinds } from "../../notices/rules.ts";
import { noticeStates } from "../../notices/store.ts";
import { cardSimulations } from "../../world/objects.ts";
import { consoleWords } from "./words.ts";

type Tree = { readonly [name: string]: string | Tree };
const flat = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === "string" ? [[`${path}${name}`, value]] : flat(value, `${path}${name}.`),
  );

describe.each(["ja", "en"] as const)("the words in %s", (language) => {
  const words = consoleWords[language];
  const arrows = Object.values(lifeCycles).flatMap((cycle) =>
    Object.values(cycle).flatMap((each) => Object.keys(each)),
  );
  const kinds: [title: string, names: readonly string[], rows: object][] = [
    ["every arrow of a life cycle", arrows, words.arrows],
    ["everything that falls due", [...workKinds, ...lifetimeKinds, "notice"], words.due],
    ["every constraint", [...constraintIds, ...billingAgreementConstraintIds], words.constraints],
    ["every kind of fault", faultKinds, words.faults.kinds],
    ["every garbled content", garbledContents, words.faults.contents],
    ["every forgery", forgeries, words.notices.forgeries],
    ["every rule for notifications", noticeRuleKinds, words.notices.ruleKinds],
    ["every state of a notification", noticeStates, words.notices.states],
    ["every starred card", cardSimulations, words.simulations],
  ];
  for (const [title, names, rows] of kinds)
    test(`name ${title}`, () => {
      for (const name of names) expect(Object.keys(rows)).toContain(name);
    });

  test("name nothing that is not there", () => {
    for (const name of Object.keys(words.commands)) expect(Object.keys(commands)).toContain(name);
    const codes = Object.keys(words.problems.remedies).filter(
      (name) => !["form", "gone", "unreachable"].includes(name),
    );
    for (const name of codes) expect(Object.keys(sandboxErrors)).toContain(name);
  });

  test("have the same places to be filled as the other language", () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    const other = new Map(flat(consoleWords[language === "ja" ? "en" : "ja"]));
    for (const [path, text] of flat(words)) {
      expect(text, path).not.toBe("");
      expect(places(text), path).toEqual(places(other.get(path) ?? ""));
    }
  });
});
