// Forms for a buyer's address book and wallet.
import { part, post } from "./api.js";
import { language, say, tables, words } from "./data.js";
import { field, folded, form } from "./forms.js";
import { tell } from "./notes.js";

const said = words.buyers;

/** The fields in the order in which the language's people write an address. */
const orders = {
  ja: ["Name", "PostalCode", "StateOrRegion", "AddressLine1", "AddressLine2", "AddressLine3", "CountryCode", "Phone"],
  en: ["Name", "AddressLine1", "AddressLine2", "City", "StateOrRegion", "PostalCode", "CountryCode", "Phone"],
};

export function addressForm(buyer, refresh) {
  const fields = orders[language].map((name) =>
    field(name, words.fields[name] ?? name, name === "CountryCode" ? { value: "JP", maxlength: 2 } : {}),
  );
  const whole = form(fields, said.add, async (values) => {
    const address = await post(`/buyers/${part(buyer.buyerId)}/addresses`, values);
    tell(say(said.addressAdded, { name: buyer.name, id: address.addressId }));
    refresh();
  });
  return folded(said.addAddress, whole, `address-${buyer.buyerId}`);
}

export function cardForm(buyer, refresh) {
  const simulations = tables.cardSimulations.map((name) => [name, words.simulations[name] ?? name]);
  const whole = form(
    [
      field("brand", said.brand, { value: "Visa" }),
      field("tail", said.tail, { value: "1111", inputmode: "numeric" }),
      field("simulation", said.simulation, { kind: "select", choices: [["", said.noSimulation], ...simulations] }),
    ],
    said.add,
    async (values) => {
      const card = await post(`/buyers/${part(buyer.buyerId)}/cards`, values);
      tell(say(said.cardAdded, { name: buyer.name, id: card.cardId }));
      refresh();
    },
  );
  return folded(said.addCard, whole, `card-${buyer.buyerId}`);
}
