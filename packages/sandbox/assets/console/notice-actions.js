// What an operator can do to a notification in its state.
import { get, part, post } from "./api.js";
import { say, words } from "./data.js";
import { element } from "./dom.js";
import { attempt, tell } from "./notes.js";
import { button } from "./parts.js";

const said = words.notices;

const possible = {
  waiting: ["hold", "duplicate", "delay", "drop"],
  held: ["release", "duplicate", "drop"],
  delivered: ["replay"],
  givenUp: ["replay"],
  dropped: ["replay"],
};
const bodies = { duplicate: { copies: 1 }, delay: { ms: 60_000 } };

/** Buttons; `refresh()` is called once something was done. */
export function noticeActions(notice, refresh) {
  const path = `/notices/${part(notice.noticeId)}`;
  return (possible[notice.state] ?? []).map((action) =>
    button(
      said.actions[action],
      (pressed) =>
        attempt(pressed, async () => {
          await post(`${path}/${action}`, bodies[action] ?? {});
          tell(said.did[action], await outcomeOf(path));
          refresh();
        }),
      { key: `${action}-${notice.noticeId}`, kind: action === "drop" ? "harm" : "plain" },
    ),
  );
}

/** What has become of it, as far as one can say at once. */
async function outcomeOf(path) {
  const { state, attempts } = await get(path);
  const last = attempts.at(-1);
  return [
    say(said.nowIs, { state: said.states[state] ?? state }),
    ...(last ? [say(said.lastAnswer, { n: attempts.length, answer: last.status ?? last.problem ?? "–" })] : []),
  ];
}

export const actionRow = (notice, refresh) => element("div", { class: "row" }, noticeActions(notice, refresh));
