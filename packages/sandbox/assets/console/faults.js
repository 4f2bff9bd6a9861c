// Mishaps that befall the calls to come: the rules, how often each has struck, and a form for a new one.
import "./frame.js";
import { get, part, post, remove } from "./api.js";
import { say, tables, words } from "./data.js";
import { element, fill, view } from "./dom.js";
import { count } from "./format.js";
import { anyChoice, field, form } from "./forms.js";
import { live } from "./live.js";
import { attempt, tell } from "./notes.js";
import { button, empty, section, table } from "./parts.js";

const said = words.faults;
const list = element("div");
const clearAll = button(said.clear, (pressed) => clear(pressed), { key: "clear", kind: "harm" });
const sellers = field("sellerId", words.common.seller, { kind: "select", choices: [anyChoice()] });

/** Which fields mean something for a kind. */
const special = {
  refuse: ["code", "status", "effect"],
  garbled: ["content", "status", "effect"],
  internalError: ["effect"],
  unavailable: ["effect"],
  slow: ["ms"],
  answerLost: ["ms"],
};
const specialFields = [
  field("code", said.code, {
    kind: "select",
    choices: [["", said.usual], ...tables.errorCodes.map((name) => [name, name])],
  }),
  field("content", said.content, { kind: "select", choices: [["", said.usual], ...Object.entries(said.contents)] }),
  field("status", said.status, { kind: "number", min: 200, max: 599, hint: said.statusHint }),
  field("effect", said.effect, {
    kind: "select",
    choices: [
      ["", said.usual],
      ["true", said.effectYes],
      ["false", said.effectNo],
    ],
    hint: said.effectHint,
  }),
  field("ms", said.ms, { kind: "number", min: 0, hint: said.msHint }),
];

const add = form(
  [
    field("kind", said.kind, {
      kind: "select",
      choices: tables.faultKinds.map((kind) => [kind, said.kinds[kind] ?? kind]),
    }),
    field("operation", words.requests.operation, {
      kind: "select",
      choices: [anyChoice(), ...tables.operations.map((name) => [name, name])],
    }),
    sellers,
    field("orderReferenceId", said.orderReferenceId, { hint: said.orderReferenceIdHint }),
    field("referenceId", said.referenceId, { hint: said.referenceIdHint }),
    field("count", said.count, { kind: "number", min: 1, value: "1", hint: said.countHint }),
    field("skip", said.skip, { kind: "number", min: 0, hint: said.skipHint }),
    field("probability", said.probability, { kind: "number", min: 0, max: 1, step: "any", hint: said.probabilityHint }),
    ...specialFields,
  ],
  said.add,
  async (values) => {
    const { effect, ...rest } = values;
    await post("/faults", { count: null, ...rest, ...(effect ? { effect: effect === "true" } : {}) });
    tell(said.added);
    refresh();
  },
);
const kind = add.elements.namedItem("kind");
const showSpecial = () => {
  for (const each of specialFields) {
    const control = each.querySelector("[name]");
    each.hidden = !(special[kind.value] ?? []).includes(control.name);
    control.disabled = each.hidden;
  }
};
kind.addEventListener("change", showSpecial);
showSpecial();

fill(view(), section(said.rules, list, element("div", { class: "row" }, clearAll)), section(said.addTitle, add));

const refresh = live(
  async () => ({ ...(await get("/faults")), ...(await get("/sellers")) }),
  (read) => {
    const choice = sellers.querySelector("select");
    if (choice.options.length !== read.sellers.length + 1) {
      for (const { sellerId, storeName } of read.sellers.slice(choice.options.length - 1)) {
        choice.append(element("option", { value: sellerId }, `${storeName} (${sellerId})`));
      }
    }
    clearAll.hidden = read.faults.length === 0;
    fill(list, read.faults.length === 0 ? empty(said.none) : rules(read.faults));
  },
);

const rules = (faults) =>
  table(
    said.rules,
    [
      [said.kind, (rule) => said.kinds[rule.kind] ?? rule.kind],
      [said.fits, fits],
      [said.details, details],
      [
        said.fired,
        (rule) =>
          say(words.sums.of, { n: count(rule.fired), max: rule.count === null ? said.always : count(rule.count) }),
      ],
      [
        "",
        (rule) => button(said.remove, (pressed) => take(rule, pressed), { key: rule.faultId, kind: "harm" }),
        "actions",
      ],
    ],
    faults,
  );

const fits = ({ operation, sellerId, environment, orderReferenceId, referenceId, parameters }) =>
  [
    operation,
    sellerId,
    environment,
    orderReferenceId,
    referenceId,
    ...Object.entries(parameters ?? {}).map((pair) => pair.join("=")),
  ]
    .filter(Boolean)
    .join(", ") || said.anyCall;

const details = (rule) =>
  [
    rule.code,
    rule.content && said.contents[rule.content],
    rule.status && `HTTP ${rule.status}`,
    rule.ms && `${count(rule.ms)} ms`,
    rule.skip > 0 && say(said.afterCalls, { n: count(rule.skip) }),
    rule.probability < 1 && `${Math.round(rule.probability * 1000) / 10} %`,
    rule.effect === true && said.effectYes,
    rule.effect === false && said.effectNo,
  ]
    .filter(Boolean)
    .join(", ") || "–";

const take = (rule, pressed) =>
  attempt(pressed, async () => {
    await remove(`/faults/${part(rule.faultId)}`);
    tell(said.removed);
    refresh();
  });

const clear = (pressed) =>
  attempt(pressed, async () => {
    await remove("/faults");
    tell(said.cleared);
    refresh();
  });
