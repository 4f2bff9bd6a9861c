// The notifications with their attempts, and rules for those to come.
import "./frame.js";
import { get, post, remove } from "./api.js";
import { say, words } from "./data.js";
import { element, fill, view } from "./dom.js";
import { filters, sellerChoices } from "./filters.js";
import { anyChoice, field, folded, form } from "./forms.js";
import { live } from "./live.js";
import { attempt, tell } from "./notes.js";
import { noticeActions } from "./notice-actions.js";
import { forgeryChoices } from "./notice-forge.js";
import { noticesTable } from "./notice-parts.js";
import { button, empty, section, table } from "./parts.js";

const said = words.notices;
const shownMax = 100;
const { wanted, bar, isSet, draw } = filters(["state", "seller", "object"], () => refresh());
const found = element("div");
const rules = element("div");

const releaseAll = button(said.releaseAll, (pressed) => release(pressed, {}), { key: "release-all" });
const shuffleAll = button(said.releaseShuffled, (pressed) => release(pressed, { shuffle: true }), {
  key: "release-shuffled",
});
fill(
  view(),
  bar,
  element("div", { class: "row" }, releaseAll, shuffleAll),
  found,
  sampleFold(),
  section(said.rules, rules, ruleFold()),
);

const refresh = live(
  async () => {
    const [sellers, notices, noticeRules] = await Promise.all([
      get("/sellers"),
      get("/notices", { state: wanted.state, sellerId: wanted.seller, objectId: wanted.object, limit: shownMax }),
      get("/notice-rules"),
    ]);
    return { ...sellers, ...notices, rules: noticeRules.rules };
  },
  (read) => {
    draw(read.sellers, () => fields(read.sellers));
    fill(found, list(read.notices));
    fill(rules, ruleTable(read.rules));
  },
);

const fields = (sellers) => [
  field("object", said.objectFilter, { kind: "search", value: wanted.object, hint: said.objectHint }),
  field("state", words.common.state, {
    kind: "select",
    value: wanted.state,
    choices: [anyChoice(), ...Object.entries(said.states)],
  }),
  field("seller", words.common.seller, {
    kind: "select",
    value: wanted.seller,
    choices: [anyChoice(), ...sellerChoices(sellers)],
  }),
];

function list(notices) {
  if (notices.length === 0) return empty(isSet() ? said.noneFound : said.none);
  return noticesTable(notices, (notice) => noticeActions(notice, refresh));
}

const release = (pressed, how) =>
  attempt(pressed, async () => {
    const { notices } = await post("/notices/release", how);
    tell(say(said.released, { n: notices.length }));
    refresh();
  });

/** What Amazon's test tool would send. */
function sampleFold() {
  const whole = form(
    [field("type", said.type, { kind: "select", choices: Object.entries(said.types) })],
    said.sendSample,
    async ({ type }) => {
      await post("/notices/samples", { type });
      tell(said.sampleSent);
      refresh();
    },
  );
  return folded(said.sampleTitle, whole);
}

function ruleFold() {
  const whole = form(
    [
      field("kind", said.ruleKind, { kind: "select", choices: Object.entries(said.ruleKinds) }),
      field("type", said.type, { kind: "select", choices: [anyChoice(), ...Object.entries(said.types)] }),
      field("objectId", said.objectFilter, { hint: said.objectHint }),
      field("count", said.ruleCount, { kind: "number", min: 1, value: "1", hint: said.ruleCountHint }),
      field("probability", said.probability, {
        kind: "number",
        min: 0,
        max: 1,
        step: "any",
        hint: said.probabilityHint,
      }),
      field("ms", said.ruleMs, { kind: "number", min: 0, hint: said.ruleMsHint }),
      field("copies", said.ruleCopies, { kind: "number", min: 1, hint: said.ruleCopiesHint }),
      field("forgery", said.forgery, {
        kind: "select",
        choices: [["", "–"], ...forgeryChoices()],
        hint: said.forgeryHint,
      }),
    ],
    said.addRule,
    async (values) => {
      await post("/notice-rules", { count: null, ...values });
      tell(said.ruleAdded);
      refresh();
    },
  );
  return folded(said.addRuleTitle, whole);
}

function ruleTable(all) {
  if (all.length === 0) return element("p", { class: "quiet" }, said.noRules);
  return table(
    said.rules,
    [
      [said.ruleKind, (rule) => said.ruleKinds[rule.kind] ?? rule.kind, "strong"],
      [said.ruleFits, (rule) => fits(rule)],
      [said.ruleFired, (rule) => say(words.sums.of, { n: rule.fired, max: rule.count ?? said.always })],
      [
        "",
        (rule) =>
          button(words.faults.remove, (pressed) => removeRule(rule, pressed), { key: rule.ruleId, kind: "harm" }),
        "actions",
      ],
    ],
    all,
  );
}

const fits = ({ type, objectId, sellerId }) =>
  [type && (said.types[type] ?? type), objectId, sellerId].filter(Boolean).join(", ") || words.common.any;

const removeRule = (rule, pressed) =>
  attempt(pressed, async () => {
    await remove(`/notice-rules/${encodeURIComponent(rule.ruleId)}`);
    tell(said.ruleRemoved);
    refresh();
  });
