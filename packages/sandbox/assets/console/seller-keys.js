// A seller's pairs of keys: shown on demand, exchanged without a pause.
import { part, patch, post, remove } from "./api.js";
import { say, words } from "./data.js";
import { element } from "./dom.js";
import { attempt, tell } from "./notes.js";
import { button, code, copyButton, table } from "./parts.js";
import { secret, sureButton } from "./secret.js";

const said = words.sellers;

export function keysOf({ sellerId, keys }, refresh) {
  const path = `/sellers/${part(sellerId)}/keys`;
  const act = (what, text) => (pressed) =>
    attempt(pressed, async () => {
      const made = await what();
      tell(say(text, { key: made.accessKey ?? "" }));
      refresh();
    });
  const pair = (key) => `${path}/${part(key.accessKey)}`;
  const actions = (key) => [
    button(
      key.active ? said.disableKey : said.enableKey,
      act(() => patch(pair(key), { active: !key.active }), key.active ? said.keyDisabled : said.keyEnabled),
      { key: `key-${key.accessKey}` },
    ),
    " ",
    sureButton(
      said.deleteKey,
      act(() => remove(pair(key)), said.keyDeleted),
      { key: `delete-${key.accessKey}` },
    ),
  ];
  return [
    element("h3", {}, said.keys),
    table(
      said.keys,
      [
        [
          said.accessKey,
          ({ accessKey }) => element("span", {}, code(accessKey), copyButton(accessKey, said.accessKey)),
        ],
        [said.secretKey, ({ accessKey, secretKey }) => secret(accessKey, secretKey, said.secretKey)],
        [words.common.state, ({ active }) => (active ? said.keyActive : said.keyInactive)],
        ["", actions, "actions"],
      ],
      keys,
    ),
    element(
      "div",
      { class: "row" },
      button(
        said.addKey,
        act(() => post(path), said.keyAdded),
        { key: `add-key-${sellerId}` },
      ),
      button(
        said.rotateKeys,
        act(() => post(`${path}/rotate`), said.keysRotated),
        { key: `rotate-${sellerId}` },
      ),
    ),
  ];
}
