// `OffAmazonPayments.jQuery`: some shops wait for it and use it. The page's own jQuery where there is one, otherwise
// the few methods that such code needs.

export function miniQuery(selector) {
  const own = globalThis.jQuery;
  if (typeof own === "function") return own(selector);
  if (typeof selector === "function") {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => selector(miniQuery));
    else selector(miniQuery);
    return collection([]);
  }
  if (typeof selector === "string") return collection([...document.querySelectorAll(selector)]);
  return collection(selector == null ? [] : [selector]);
}

function collection(elements) {
  const each = (action) => {
    elements.forEach(action);
    return set;
  };
  const set = {
    length: elements.length,
    get: (index) => (index === undefined ? elements : elements[index]),
    each: (callback) => each((element, index) => callback.call(element, index, element)),
    find: (selector) => collection(elements.flatMap((element) => [...element.querySelectorAll(selector)])),
    on: (name, callback) => each((element) => element.addEventListener(name, callback)),
    click: (callback) => (callback ? set.on("click", callback) : each((element) => element.click())),
    ready: (callback) => miniQuery(callback),
    show: () => each((element) => element.style.removeProperty("display")),
    hide: () => each((element) => element.style.setProperty("display", "none")),
    remove: () => each((element) => element.remove()),
    empty: () => each((element) => element.replaceChildren()),
    addClass: (name) => each((element) => element.classList.add(...name.split(/\s+/))),
    removeClass: (name) => each((element) => element.classList.remove(...name.split(/\s+/))),
    removeAttr: (name) => each((element) => element.removeAttribute(name)),
    attr: (name, value) =>
      value === undefined ? elements[0]?.getAttribute(name) : each((element) => element.setAttribute(name, value)),
    val: (value) =>
      value === undefined
        ? elements[0]?.value
        : each((element) => {
            element.value = value;
          }),
    text: (value) =>
      value === undefined
        ? elements.map((element) => element.textContent).join("")
        : each((element) => {
            element.textContent = value;
          }),
  };
  elements.forEach((element, index) => {
    set[index] = element;
  });
  return set;
}
