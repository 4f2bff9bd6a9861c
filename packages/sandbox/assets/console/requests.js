// The log of calls to Amazon's API.
import "./frame.js";
import { get, remove } from "./api.js";
import { say, tables, words } from "./data.js";
import { element, fill, view } from "./dom.js";
import { filters, sellerChoices } from "./filters.js";
import { anyChoice, field } from "./forms.js";
import { live } from "./live.js";
import { attempt, tell } from "./notes.js";
import { button, empty } from "./parts.js";
import { requestsTable } from "./request-parts.js";

const said = words.requests;
const shownMax = 200;
const found = element("div");
const { wanted, bar, isSet, draw } = filters(["contains", "operation", "seller", "failed"], () => refresh());
const clear = button(
  said.clear,
  (pressed) =>
    attempt(pressed, async () => {
      await remove("/requests");
      tell(said.cleared);
      refresh();
    }),
  { key: "clear", kind: "harm" },
);
fill(view(), bar, found, element("div", { class: "row" }, clear));

const refresh = live(
  async () => {
    const [sellers, requests] = await Promise.all([
      get("/sellers"),
      get("/requests", {
        contains: wanted.contains,
        operation: wanted.operation,
        sellerId: wanted.seller,
        failed: wanted.failed,
        limit: shownMax,
      }),
    ]);
    return { ...sellers, ...requests };
  },
  ({ sellers, requests }) => {
    draw(sellers, () => fields(sellers));
    clear.hidden = requests.length === 0;
    if (requests.length === 0) fill(found, empty(isSet() ? said.noneFound : said.none));
    else
      fill(
        found,
        element("p", { class: "quiet", role: "status" }, say(said.all, { n: requests.length })),
        requestsTable(requests),
      );
  },
);

const fields = (sellers) => [
  field("contains", said.contains, { kind: "search", value: wanted.contains, hint: said.containsHint }),
  field("operation", said.operation, {
    kind: "select",
    value: wanted.operation,
    choices: [anyChoice(), ...tables.operations.map((name) => [name, name])],
  }),
  field("seller", words.common.seller, {
    kind: "select",
    value: wanted.seller,
    choices: [anyChoice(), ...sellerChoices(sellers)],
  }),
  field("failed", said.errorsOnly, { kind: "check", value: wanted.failed === "true" }),
];
