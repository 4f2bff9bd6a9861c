// One order reference or billing agreement with all that hangs on it; one of these objects is looked at closely.
import "./frame.js";
import { get, part } from "./api.js";
import { kindWord, tables, words } from "./data.js";
import { element, fill, isTyping, view } from "./dom.js";
import { eventsOf } from "./events.js";
import { money } from "./format.js";
import { historyOf } from "./history.js";
import { lifeCycleFigure } from "./life-cycle.js";
import { live } from "./live.js";
import { noticesTable } from "./notice-parts.js";
import { code, copyButton, empty, facts, moment, objectLink, section, stateBadge } from "./parts.js";
import { addressText, cardText } from "./people.js";
import { monthOf, sumsOf } from "./sums.js";
import { flat, idOf, rootIdOf, treeOf } from "./tree.js";

const said = words.object;
const selectedId = document.body.dataset.id;
const rootId = rootIdOf(selectedId);
const noticesMax = 10;
const close = element("div", { class: "pair" });
const rest = element("div", { class: "pair" });
const past = element("div");
fill(view(), close, rest, past);

const refresh = live(read, draw);

async function read() {
  const root = await get(`/objects/${part(rootId)}`);
  const [settings, { buyers }, history, { notices }, selected] = await Promise.all([
    get("/settings"),
    get("/buyers"),
    get(`/objects/${part(rootId)}/history`),
    get("/notices", { objectId: rootId, limit: noticesMax }),
    flat(root).some((each) => idOf(each) === selectedId) ? undefined : get(`/objects/${part(selectedId)}`),
  ]);
  const events = await get(`/objects/${part(selectedId)}/events`);
  return { root, settings, buyers, history: history.changes, notices, selected, events: events.events };
}

function draw({ root, settings, buyers, history, notices, selected: apart, events }) {
  if (isTyping(close)) return false;
  const selected = apart ?? flat(root).find((each) => idOf(each) === selectedId);
  const been = history.filter((change) => change.objectId === selectedId).map(({ state }) => state);
  document
    .querySelector("h1")
    .replaceChildren(kindWord(selected.kind), " ", element("span", { class: "id" }, selectedId));
  fill(
    close,
    section(said.lifeCycle, lifeCycleFigure(selected.kind, selected.state, been), statusOf(selected)),
    section(said.events, eventsOf({ selected, root, events, settings, refresh })),
  );
  fill(
    rest,
    element(
      "div",
      { class: "stack" },
      section(said.tree, treeOf(root, selectedId)),
      section(said.facts, factsOf(root, buyers)),
    ),
    element(
      "div",
      { class: "stack" },
      section(said.sums, root.kind === "OrderReference" ? sumsOf(root, settings) : monthOf(root)),
      section(said.history, historyOf(history, selectedId)),
    ),
  );
  fill(past, section(said.notices, notices.length === 0 ? empty(words.notices.noneOfObject) : noticesTable(notices)));
  return true;
}

const statusOf = (object) =>
  facts(
    [words.common.state, stateBadge(object.kind, object.state, object.reasonCode)],
    [said.reason, object.reasonCode && (tables.reasons[object.kind]?.[object.reasonCode] ?? object.reasonCode)],
    [said.description, object.reasonDescription],
    [said.amount, object.amount && money(object.amount)],
    [said.updated, moment(object.updatedAt)],
  );

function factsOf(root, buyers) {
  const buyer = buyers.find(({ buyerId }) => buyerId === root.buyerId);
  const address = buyer?.addresses.find(({ addressId }) => addressId === root.addressId);
  const card = buyer?.cards.find(({ cardId }) => cardId === root.cardId);
  return [
    constraintsOf(root.constraints ?? []),
    facts(
      ["ID", [objectLink(idOf(root)), " ", copyButton(idOf(root), "ID")]],
      [said.sellerOrderId, root.sellerOrderId ?? root.sellerBillingAgreementId],
      [said.environment, root.environment],
      [words.common.seller, code(root.sellerId)],
      [words.common.buyer, buyer ? `${buyer.name} (${buyer.email})` : root.buyerId],
      [
        words.common.address,
        root.addressId === null ? said.notChosen : address ? addressText(address) : root.addressId,
      ],
      [words.common.paymentMethod, root.cardId === null ? said.notChosen : card ? cardFace(card) : root.cardId],
      [kindWord("BillingAgreement"), root.billingAgreementId && objectLink(root.billingAgreementId)],
      [said.consent, root.consent === undefined ? undefined : root.consent ? said.consentGiven : said.consentMissing],
      [said.created, moment(root.createdAt)],
    ),
  ];
}

const cardFace = (card) =>
  card.simulation ? `${cardText(card)} * ${words.simulations[card.simulation] ?? card.simulation}` : cardText(card);

function constraintsOf(constraints) {
  if (constraints.length === 0) return undefined;
  return element(
    "div",
    { class: "problem" },
    element("p", {}, element("strong", {}, said.constraints)),
    element(
      "ul",
      {},
      constraints.map((id) => element("li", {}, element("code", {}, id), " ", words.constraints[id] ?? "")),
    ),
  );
}
