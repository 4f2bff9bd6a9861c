// Buyers with their address books and wallets, and orders made in their name without a browser.
import "./frame.js";
import { get, part, post, remove } from "./api.js";
import { addressForm, cardForm } from "./buyer-forms.js";
import { say, words } from "./data.js";
import { element, fill, isTyping, view } from "./dom.js";
import { draftForm } from "./draft.js";
import { field, folded, form } from "./forms.js";
import { live } from "./live.js";
import { attempt, tell } from "./notes.js";
import { button, code, copyButton, facts, section } from "./parts.js";
import { addressText, cardText } from "./people.js";
import { sureButton } from "./secret.js";

const said = words.buyers;
const draft = element("div");
const list = element("div", { class: "stack" });

const create = form(
  [
    field("name", said.name),
    field("email", said.email, { kind: "email" }),
    field("phone", said.phone, { kind: "tel" }),
    field("password", said.password, { hint: said.passwordHint }),
    field("sellerId", said.sameAsSeller, { hint: said.sameAsSellerHint }),
  ],
  said.create,
  async (values) => {
    const buyer = await post("/buyers", values);
    tell(say(said.created, { name: buyer.name }));
    refresh();
  },
);
fill(view(), draft, folded(said.createTitle, create), list);

let drawnFor;
const refresh = live(
  async () => ({ ...(await get("/buyers")), ...(await get("/sellers")) }),
  ({ buyers, sellers }) => {
    if (isTyping(draft) || isTyping(list)) return false;
    const now = JSON.stringify([buyers, sellers]);
    if (now !== drawnFor) fill(draft, section(words.draft.title, draftForm(sellers, buyers)));
    drawnFor = now;
    fill(list, buyers.map(card));
    return true;
  },
);

const act = (what, text) => (pressed) =>
  attempt(pressed, async () => {
    await what();
    tell(text);
    refresh();
  });

function card(buyer) {
  const path = `/buyers/${part(buyer.buyerId)}`;
  return section(
    buyer.name,
    facts(
      [said.email, [code(buyer.email), copyButton(buyer.email, said.email)]],
      [said.password, code(buyer.password)],
      [said.phone, buyer.phone],
      [said.buyerId, [code(buyer.buyerId), copyButton(buyer.buyerId, said.buyerId)]],
      [said.sameAsSeller, buyer.sellerId && code(buyer.sellerId)],
    ),
    element("h3", {}, said.addresses),
    tiles(buyer.addresses, said.noAddresses, (address) => [
      addressText(address),
      under(address.addressId, `${path}/addresses/${part(address.addressId)}`, said.addressRemoved),
    ]),
    element(
      "div",
      { class: "row" },
      button(
        said.addJapanese,
        act(() => post(`${path}/addresses/japanese`), said.japaneseAdded),
        {
          key: `japanese-${buyer.buyerId}`,
        },
      ),
    ),
    addressForm(buyer, () => refresh()),
    element("h3", {}, said.cards),
    tiles(buyer.cards, said.noCards, (each) => [
      element("strong", {}, cardText(each)),
      each.simulation &&
        element("span", { class: "star" }, `* ${words.simulations[each.simulation] ?? each.simulation}`),
      under(each.cardId, `${path}/cards/${part(each.cardId)}`, said.cardRemoved),
    ]),
    cardForm(buyer, () => refresh()),
    element(
      "div",
      { class: "row" },
      sureButton(
        said.remove,
        act(() => remove(path), said.removed),
        { key: `remove-${buyer.buyerId}` },
      ),
    ),
  );
}

const tiles = (all, none, face) =>
  all.length === 0
    ? element("p", { class: "quiet" }, none)
    : element(
        "ul",
        { class: "tiles" },
        all.map((each) => element("li", {}, face(each))),
      );

/** An id, and the way to be rid of what has it. */
const under = (id, path, text) =>
  element(
    "span",
    { class: "under" },
    element("small", { class: "quiet" }, id),
    sureButton(
      words.faults.remove,
      act(() => remove(path), text),
      { key: `remove-${path}` },
    ),
  );
