// The orders and the billing agreements: found by id, shop's order number or buyer, by state and by seller.
import "./frame.js";
import { get } from "./api.js";
import { say, tables, words } from "./data.js";
import { element, fill, isTyping, view } from "./dom.js";
import { draftForm } from "./draft.js";
import { filters, sellerChoices } from "./filters.js";
import { money } from "./format.js";
import { anyChoice, field } from "./forms.js";
import { live } from "./live.js";
import { empty, moment, objectLink, stateBadge, table } from "./parts.js";

const said = words.orders;
const shownMax = 200;
const found = element("div");
const draft = element("details", { class: "fold" });
const { wanted, bar, isSet, draw } = filters(["search", "kind", "state", "seller"], () => refresh());
fill(view(), bar, found, draft);

const refresh = live(
  async () => {
    const [sellers, buyers, things] = await Promise.all([get("/sellers"), get("/buyers"), search()]);
    return { ...sellers, ...buyers, ...things };
  },
  (read) => {
    const { sellers, buyers } = read;
    draw(sellers, () => fields(sellers));
    drawDraft(sellers, buyers);
    const names = new Map(buyers.map((buyer) => [buyer.buyerId, buyer.name]));
    fill(found, read.orders ? orderList(read.orders, names) : agreementList(read.billingAgreements, names));
  },
);

const areAgreements = () => wanted.kind === "agreements";

const search = () =>
  get(areAgreements() ? "/billing-agreements" : "/orders", {
    search: wanted.search,
    state: wanted.state,
    sellerId: wanted.seller,
    limit: shownMax,
  });

let draftFor;
function drawDraft(sellers, buyers) {
  const now = JSON.stringify([sellers, buyers]);
  if (now === draftFor || isTyping(draft)) return;
  draftFor = now;
  fill(draft, element("summary", {}, words.draft.title), draftForm(sellers, buyers));
}

const states = () =>
  Object.keys(tables.lifeCycles.OrderReference).map((state) => {
    const word = tables.states.OrderReference[state];
    return [state, word === state ? word : `${word} (${state})`];
  });

const fields = (sellers) => [
  field("search", said.search, { kind: "search", value: wanted.search, hint: said.searchHint }),
  field("kind", said.what, {
    kind: "select",
    value: wanted.kind,
    choices: [
      ["", said.orders],
      ["agreements", said.agreements],
    ],
  }),
  field("state", words.common.state, { kind: "select", value: wanted.state, choices: [anyChoice(), ...states()] }),
  field("seller", words.common.seller, {
    kind: "select",
    value: wanted.seller,
    choices: [anyChoice(), ...sellerChoices(sellers)],
  }),
];

const many = (all) =>
  element(
    "p",
    { class: "quiet", role: "status" },
    say(all.length < shownMax ? said.count : said.latest, { n: all.length }),
  );

function orderList(orders, buyers) {
  if (orders.length === 0) return empty(isSet() ? said.noneFound : said.none);
  return [
    many(orders),
    table(
      words.titles.orders,
      [
        [said.id, (order) => objectLink(order.amazonOrderReferenceId), "strong"],
        [said.state, (order) => stateBadge("OrderReference", order.state, order.reasonCode)],
        [said.total, (order) => money(order.orderTotal), "number"],
        [said.sellerOrderId, (order) => order.sellerOrderId ?? "–"],
        [words.common.buyer, (order) => buyers.get(order.buyerId) ?? order.buyerId],
        [said.created, (order) => moment(order.createdAt)],
      ],
      orders,
    ),
  ];
}

function agreementList(agreements, buyers) {
  if (agreements.length === 0)
    return empty(isSet() && wanted.state + wanted.search ? said.noneFound : said.noAgreements);
  return [
    many(agreements),
    table(
      said.agreements,
      [
        [said.agreementId, (each) => objectLink(each.amazonBillingAgreementId), "strong"],
        [said.state, (each) => stateBadge("BillingAgreement", each.state, each.reasonCode)],
        [said.remaining, (each) => money(each.remaining), "number"],
        [said.orders, (each) => String(each.orders.length)],
        [words.common.buyer, (each) => buyers.get(each.buyerId) ?? each.buyerId],
        [said.created, (each) => moment(each.createdAt)],
      ],
      agreements,
    ),
  ];
}
