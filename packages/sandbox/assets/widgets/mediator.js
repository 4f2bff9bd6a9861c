// What stands on the page: buttons and widgets are counted together, in the order in which they were made.

/** `OffAmazonPayments.Widgets.mediator`: inner, but shops touch these three. */
export const mediator = {
  widgetCount: 0,
  registry: {},
  getWalletWidgets: () => shown("wallet").map((each) => each.widget),
};

export const nextWidgetNumber = () => mediator.widgetCount++;

/** Everything that was bound and is still in the document. */
const bound = new Set();

export const addBound = (widget) => bound.add(widget);
export const removeBound = (widget) => bound.delete(widget);

/** The bound widgets of a kind, oldest first. */
export function shown(kind) {
  for (const each of bound) if (!each.frame.isConnected) bound.delete(each);
  return [...bound].filter((each) => each.kind === kind);
}

export const boundIn = (container) => [...bound].find((each) => each.container === container);
export const boundTo = (frameWindow) => [...bound].find((each) => each.frame.contentWindow === frameWindow);
