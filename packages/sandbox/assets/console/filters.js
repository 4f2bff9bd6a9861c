// A row of filters that stands in the page's address, so that it can be kept and sent.
import { queryOf } from "./api.js";
import { element, fill, isTyping } from "./dom.js";

const pauseMs = 200;

/** `names`: of the filters. `changed()`: after one was changed. Gives `wanted` by name, the bar, and whether any is set. */
export function filters(names, changed) {
  const address = new URLSearchParams(location.search);
  const wanted = Object.fromEntries(names.map((name) => [name, address.get(name) ?? ""]));
  const bar = element("form", { class: "filters", role: "search" });
  let soon;
  let drawnFor;
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("input", ({ target }) => {
    wanted[target.name] = target.type === "checkbox" ? (target.checked ? "true" : "") : target.value.trim();
    history.replaceState(null, "", location.pathname + queryOf(wanted));
    clearTimeout(soon);
    soon = setTimeout(changed, pauseMs);
  });
  return {
    wanted,
    bar,
    isSet: () => names.some((name) => wanted[name] !== ""),
    /** Draws the fields anew when what they are made from has changed, and nobody is filling them in. */
    draw(madeFrom, fields) {
      const now = JSON.stringify(madeFrom);
      if (now === drawnFor || isTyping(bar)) return;
      drawnFor = now;
      fill(bar, fields());
    },
  };
}

/** Sellers as choices. */
export const sellerChoices = (sellers) =>
  sellers.map(({ sellerId, storeName }) => [sellerId, `${storeName} (${sellerId})`]);
