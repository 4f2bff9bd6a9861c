// Makes a Draft order reference or billing agreement, as a buyer's pass through the widgets would, and gives its id to
// copy.
import { post } from "./api.js";
import { kindWord, words } from "./data.js";
import { element, fill } from "./dom.js";
import { field, form } from "./forms.js";
import { copyButton, objectLink } from "./parts.js";
import { addressText, cardText } from "./people.js";
import { idOf } from "./tree.js";

const said = words.draft;
const none = "-";

/** A form over the sellers and buyers there are. */
export function draftForm(sellers, buyers) {
  const made = element("div", { role: "status" });
  const choices = element("div", { class: "fields" });
  const whole = form(
    [
      element(
        "div",
        { class: "fields" },
        field("sellerId", words.common.seller, {
          kind: "select",
          choices: sellers.map(({ sellerId, storeName }) => [sellerId, `${storeName} (${sellerId})`]),
        }),
        field("what", said.what, {
          kind: "select",
          choices: [
            ["order-references", kindWord("OrderReference")],
            ["billing-agreements", kindWord("BillingAgreement")],
          ],
        }),
        field("buyerId", words.common.buyer, {
          kind: "select",
          choices: buyers.map(({ buyerId, name, email }) => [buyerId, `${name} (${email})`]),
        }),
      ),
      choices,
      field("environment", said.environment, {
        kind: "select",
        choices: [
          ["Sandbox", "Sandbox"],
          ["Live", "Live"],
        ],
      }),
    ],
    said.create,
    async (values) => {
      const { what, addressId, cardId, ...rest } = values;
      const order = await post(`/${what}`, {
        ...rest,
        ...(addressId === "digital" ? { wantsAddress: false } : {}),
        addressId: addressId === none || addressId === "digital" ? null : addressId,
        cardId: cardId === none ? null : cardId,
      });
      const id = idOf(order);
      fill(made, element("p", { class: "made" }, said.made, " ", objectLink(id), " ", copyButton(id, "ID")));
    },
  );
  const chooseFor = () => {
    const buyer = buyers.find(({ buyerId }) => buyerId === whole.elements.namedItem("buyerId").value) ?? buyers[0];
    fill(choices, choicesOf(buyer));
  };
  whole.elements.namedItem("buyerId").addEventListener("change", chooseFor);
  chooseFor();
  return [element("p", { class: "quiet" }, said.intro), whole, made];
}

function choicesOf(buyer) {
  if (!buyer) return [];
  return [
    field("addressId", words.common.address, {
      kind: "select",
      choices: [
        ...buyer.addresses.map((address) => [address.addressId, addressText(address)]),
        [none, said.noneYet],
        ["digital", said.digital],
      ],
    }),
    field("cardId", words.common.paymentMethod, {
      kind: "select",
      choices: [
        ...buyer.cards.map((card) => [
          card.cardId,
          card.simulation
            ? `${cardText(card)} * ${words.simulations[card.simulation] ?? card.simulation}`
            : cardText(card),
        ]),
        [none, said.noneYet],
      ],
    }),
  ];
}
