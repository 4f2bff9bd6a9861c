// What hangs on what: an order reference with its authorizations, captures and refunds; a billing agreement with its
// order references. And what has changed between two looks at it.
import { kindWord, reasonWord, say, stateWord, words } from "./data.js";
import { element } from "./dom.js";
import { money } from "./format.js";
import { stateBadge } from "./parts.js";

const idNames = {
  BillingAgreement: "amazonBillingAgreementId",
  OrderReference: "amazonOrderReferenceId",
  Authorization: "amazonAuthorizationId",
  Capture: "amazonCaptureId",
  Refund: "amazonRefundId",
};

export const idOf = (object) => object[idNames[object.kind]];

/** The order reference that an authorization, capture or refund belongs to; any other id as it is. */
export const rootIdOf = (id) => id.replace(/-[ACR]\d+$/, "");

/** What hangs directly on `object`. */
export function childrenOf(object) {
  switch (object.kind) {
    case "BillingAgreement":
      return object.orders ?? [];
    case "OrderReference":
      return object.authorizations;
    case "Authorization":
      return object.captures ?? (object.capture ? [object.capture] : []);
    case "Capture":
      return object.refunds;
    default:
      return [];
  }
}

export const flat = (object) => [object, ...childrenOf(object).flatMap(flat)];

const sumOf = (object) => object.amount ?? object.orderTotal;

/** A list of links within a list of links. */
export function treeOf(root, selectedId) {
  const item = (object) => {
    const id = idOf(object);
    const children = childrenOf(object);
    return element(
      "li",
      {},
      element(
        "a",
        {
          href: `/console/objects/${encodeURIComponent(id)}`,
          "aria-current": id === selectedId && "true",
          "data-key": id,
        },
        element("strong", {}, kindWord(object.kind)),
        stateBadge(object.kind, object.state, object.reasonCode),
        element("span", { class: "sum" }, sumOf(object) ? money(sumOf(object)) : ""),
        element("small", {}, id),
      ),
      children.length > 0 && element("ul", {}, children.map(item)),
    );
  };
  return element("ul", { class: "tree" }, item(root));
}

/** What changed from `before` to `after`, a sentence for each object. */
export function changesBetween(before, after) {
  const old = new Map(flat(before).map((object) => [idOf(object), object]));
  return flat(after).flatMap((object) => {
    const was = old.get(idOf(object));
    const about = { kind: kindWord(object.kind), id: idOf(object), to: stateWord(object.kind, object.state) };
    const why = object.reasonCode ? ` (${object.reasonCode}: ${reasonWord(object.kind, object.reasonCode)})` : "";
    if (!was) return say(words.object.changes.made, about) + why;
    if (was.state !== object.state) {
      return say(words.object.changes.moved, { ...about, from: stateWord(object.kind, was.state) }) + why;
    }
    if (was.reasonCode !== object.reasonCode && object.reasonCode) return say(words.object.changes.reason, about) + why;
    return was.updatedAt === object.updatedAt && was.cardId === object.cardId
      ? []
      : say(words.object.changes.touched, about);
  });
}
