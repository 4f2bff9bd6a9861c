// A seller's clients at Login with Amazon: which pages may use them, and where buyers may be sent back to.
import { part, patch, post, remove } from "./api.js";
import { say, words } from "./data.js";
import { element } from "./dom.js";
import { field, folded, form } from "./forms.js";
import { attempt, tell } from "./notes.js";
import { code, copyButton, facts } from "./parts.js";
import { secret, sureButton } from "./secret.js";

const said = words.sellers;

export function clientFacts(client, seller, refresh) {
  const { clientId } = client;
  const remover = sureButton(
    said.removeClient,
    (pressed) =>
      attempt(pressed, async () => {
        await remove(`/clients/${part(clientId)}`);
        tell(said.clientRemoved);
        refresh();
      }),
    { key: `remove-${clientId}` },
  );
  return element(
    "div",
    { class: "inner" },
    element("h3", {}, say(said.client, { name: client.name })),
    facts(
      [said.clientId, [code(clientId), copyButton(clientId, said.clientId)]],
      [said.clientSecret, secret(clientId, client.clientSecret, said.clientSecret)],
      [said.allowedOrigins, lines(client.allowedOrigins)],
      [said.allowedReturnUrls, lines(client.allowedReturnUrls)],
    ),
    changeForm(client, refresh),
    seller.clients.length > 1 && element("div", { class: "row" }, remover),
  );
}

const lines = (all) =>
  all.length === 0
    ? said.loopbackOnly
    : element(
        "ul",
        { class: "plain-list" },
        all.map((each) => element("li", {}, code(each))),
      );

const fields = ({ name, allowedOrigins = [], allowedReturnUrls = [] } = {}) => [
  field("name", said.clientName, { value: name }),
  field("allowedOrigins", said.allowedOrigins, {
    kind: "area",
    value: allowedOrigins.join("\n"),
    hint: said.onePerLine,
  }),
  field("allowedReturnUrls", said.allowedReturnUrls, {
    kind: "area",
    value: allowedReturnUrls.join("\n"),
    hint: said.onePerLine,
  }),
];

function changeForm(client, refresh) {
  const whole = form(fields(client), words.common.save, async (values) => {
    await patch(`/clients/${part(client.clientId)}`, values);
    tell(say(said.changed, { name: values.name ?? client.name }));
    refresh();
  });
  return folded(said.changeClient, whole, `change-${client.clientId}`);
}

export function clientForm(seller, refresh) {
  const whole = form(fields(), said.addClient, async (values) => {
    const client = await post(`/sellers/${part(seller.sellerId)}/clients`, values);
    tell(say(said.clientAdded, { id: client.clientId }));
    refresh();
  });
  return folded(said.addClientTitle, whole, `client-${seller.sellerId}`);
}
