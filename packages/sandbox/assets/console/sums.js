// The amounts of an order against what Amazon allows: total and overage, number of authorizations, refunds per capture.
import { say, tables, words } from "./data.js";
import { element, svgElement } from "./dom.js";
import { count, jst, money } from "./format.js";
import { flat } from "./tree.js";

const said = words.sums;

/** What may be charged or refunded above `amount`, by Amazon's rule. */
function overage({ amount, currencyCode }, region) {
  const rule = tables.overages[region];
  return { amount: Math.min(Math.floor((amount * rule.percent) / 100), rule.most.amount), currencyCode };
}

export function sumsOf(order, settings) {
  if (!order.orderTotal) return element("p", { class: "quiet" }, said.noTotal);
  const { currencyCode } = order.orderTotal;
  const price = (amount) => ({ amount, currencyCode });
  const above = overage(order.orderTotal, settings.region).amount;
  const total = order.orderTotal.amount;
  const most = total + above;
  const all = flat(order);
  const of = (kind, states) => all.filter((each) => each.kind === kind && states.includes(each.state));
  const reserved = add(of("Authorization", ["Pending", "Open"]).map(({ amount }) => amount));
  const captures = of("Capture", ["Pending", "Completed", "Closed"]);
  const captured = add(captures.map(({ amount }) => amount));
  const refunded = add(captures.map(({ refundedAmount }) => refundedAmount));
  const refundable = captured + add(captures.map(({ amount }) => overage(amount, settings.region)));
  return element(
    "div",
    { class: "sums" },
    row(
      said.total,
      money(order.orderTotal),
      say(said.withOverage, { most: money(price(most)), above: money(price(above)) }),
    ),
    bar(said.authorized, { used: reserved, full: most, total, price }),
    bar(said.captured, { used: captured, full: most, total, price }),
    bar(said.refunded, { used: refunded, full: refundable, total: captured, price }),
    row(said.left, money(price(isOver(order) ? 0 : Math.max(0, most - reserved - captured)))),
    row(said.authorizations, authorizationsCount(all, settings)),
    captures.map((capture, i) =>
      row(
        say(said.refunds, { n: i + 1 }),
        say(said.of, { n: count(capture.refunds.length), max: count(tables.refundsMax) }),
      ),
    ),
  );
}

/** Canceled and Closed ones take no further authorization. */
const isOver = ({ state }) => Object.keys(tables.lifeCycles.OrderReference[state] ?? {}).length === 0;

/** What may still be charged under a billing agreement this month. */
export function monthOf({ monthlyLimit, remaining, monthEndsAt }) {
  const price = (amount) => ({ amount, currencyCode: monthlyLimit.currencyCode });
  const used = monthlyLimit.amount - remaining.amount;
  return element(
    "div",
    { class: "sums" },
    bar(said.thisMonth, { used, full: monthlyLimit.amount, total: monthlyLimit.amount, price }),
    row(said.leftThisMonth, money(remaining)),
    row(said.monthEnds, jst(monthEndsAt)),
  );
}

/** Declined ones, and those closed without a capture, do not count. */
function authorizationsCount(all, settings) {
  const counted = all.filter(
    (each) =>
      each.kind === "Authorization" &&
      (each.state === "Pending" || each.state === "Open" || each.capturedAmount.amount > 0),
  ).length;
  const max = settings.authorizationsPerOrderReferenceMax ?? tables.authorizationsMax[settings.region];
  return say(said.of, { n: count(counted), max: count(max) });
}

const add = (prices) => prices.reduce((sum, { amount }) => sum + amount, 0);

const row = (title, value, more) =>
  element(
    "div",
    { class: "sum-row" },
    element("span", {}, title),
    element("span", {}, value, more && element("small", {}, ` ${more}`)),
  );

function bar(title, { used, full, total, price }) {
  const share = (amount) => (full === 0 ? 0 : Math.min(100, (amount / full) * 100));
  return element(
    "div",
    {},
    row(title, say(said.of, { n: money(price(used)), max: money(price(full)) })),
    svgElement(
      "svg",
      { class: "sum-bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
      svgElement("rect", { class: "all", x: 0, y: 0, width: 100, height: 10 }),
      full > total &&
        svgElement("rect", { class: "over", x: share(total), y: 0, width: 100 - share(total), height: 10 }),
      svgElement("rect", { class: "used", x: 0, y: 0, width: share(used), height: 10 }),
    ),
  );
}
