// Sellers with their keys and clients.
import "./frame.js";
import { get, part, patch, post, remove } from "./api.js";
import { say, words } from "./data.js";
import { element, fill, isTyping, view } from "./dom.js";
import { field, folded, form } from "./forms.js";
import { live } from "./live.js";
import { attempt, tell } from "./notes.js";
import { button, code, copyButton, facts, section } from "./parts.js";
import { sureButton } from "./secret.js";
import { clientFacts, clientForm } from "./seller-clients.js";
import { keysOf } from "./seller-keys.js";

const said = words.sellers;
const list = element("div", { class: "stack" });

const create = form(
  [
    field("storeName", said.storeName, { hint: said.storeNameHint }),
    field("sellerId", said.sellerId, { hint: said.sellerIdHint }),
    field("notificationUrl", said.notificationUrl, { kind: "url", hint: said.notificationUrlHint }),
    field("allowedOrigins", said.allowedOrigins, { kind: "area", hint: said.onePerLine }),
    field("allowedReturnUrls", said.allowedReturnUrls, { kind: "area", hint: said.onePerLine }),
  ],
  said.create,
  async (values) => {
    const seller = await post("/sellers", values);
    tell(say(said.created, { id: seller.sellerId }));
    refresh();
  },
);
fill(view(), folded(said.createTitle, create), list);

const refresh = live(
  () => get("/sellers"),
  ({ sellers }) => !isTyping(list) && fill(list, sellers.map(card)),
);

const card = (seller) =>
  section(
    seller.storeName,
    facts(
      [said.sellerId, [code(seller.sellerId), copyButton(seller.sellerId, said.sellerId)]],
      [said.active, seller.active ? said.isActive : said.isInactive],
      [said.notificationUrl, seller.notificationUrl ? code(seller.notificationUrl) : said.noNotices],
      ["TopicArn (Sandbox)", code(seller.topicArns.Sandbox)],
      ["TopicArn (Live)", code(seller.topicArns.Live)],
    ),
    keysOf(seller, () => refresh()),
    seller.clients.map((client) => clientFacts(client, seller, () => refresh())),
    actions(seller),
    changeForm(seller),
    clientForm(seller, () => refresh()),
  );

function actions(seller) {
  const { sellerId } = seller;
  const path = `/sellers/${part(sellerId)}`;
  const act = (what, text) => (pressed) =>
    attempt(pressed, async () => {
      await what();
      tell(text);
      refresh();
    });
  return element(
    "div",
    { class: "row" },
    element("a", { class: "as-button", href: `/console/orders?seller=${part(sellerId)}` }, said.orders),
    button(
      seller.active ? said.deactivate : said.activate,
      act(() => patch(path, { active: !seller.active }), seller.active ? said.deactivated : said.activated),
      { key: `active-${sellerId}` },
    ),
    sureButton(
      said.reset,
      act(() => post(`${path}/reset`), said.wasReset),
      { key: `reset-${sellerId}` },
    ),
    sureButton(
      said.remove,
      act(() => remove(path), said.removed),
      { key: `remove-${sellerId}` },
    ),
  );
}

function changeForm(seller) {
  const whole = form(
    [
      field("storeName", said.storeName, { value: seller.storeName }),
      field("notificationUrl", said.notificationUrl, {
        kind: "url",
        value: seller.notificationUrl ?? "",
        hint: said.emptyStops,
      }),
    ],
    words.common.save,
    async (values) => {
      await patch(`/sellers/${part(seller.sellerId)}`, { notificationUrl: "", ...values });
      tell(say(said.changed, { name: values.storeName ?? seller.storeName }));
      refresh();
    },
  );
  return folded(said.change, whole, `change-${seller.sellerId}`);
}
