// A secret that is shown when asked for, and hidden again.
import { say, words } from "./data.js";
import { element, fill } from "./dom.js";
import { button, code, copyButton } from "./parts.js";

const said = words.sellers;
const shown = new Set();

/** `key`: what the page remembers it by while it draws itself anew. */
export function secret(key, text, name) {
  const place = element("span", { class: "secret" });
  const draw = () => {
    const isShown = shown.has(key);
    const press = () => {
      if (isShown) shown.delete(key);
      else shown.add(key);
      draw();
    };
    const title = isShown ? said.hide : said.show;
    fill(
      place,
      code(isShown ? text : "••••••••••••"),
      button(title, press, { kind: "copy", key, "aria-label": `${title}: ${name}`, "aria-expanded": String(isShown) }),
      isShown && copyButton(text, name),
    );
  };
  draw();
  return place;
}

/** Asks once more before something that cannot be taken back: the first press arms the button, the second acts. */
export function sureButton(title, act, { key }) {
  let isArmed = false;
  const made = button(
    title,
    (pressed) => {
      if (isArmed) return act(pressed);
      isArmed = true;
      pressed.textContent = say(words.common.sure, { what: title });
      return undefined;
    },
    { key, kind: "harm" },
  );
  made.addEventListener("blur", () => {
    isArmed = false;
    made.textContent = title;
  });
  return made;
}
