import { words } from "./data.js";
import { element } from "./dom.js";
import { link, moment, objectLink, table } from "./parts.js";

const said = words.notices;

export const noticeState = (notice) =>
  element("span", { class: `state ${tones[notice.state] ?? "early"}` }, said.states[notice.state] ?? notice.state);

const tones = { delivered: "good", givenUp: "bad", dropped: "over", held: "early", waiting: "early" };

export const noticePath = (noticeId) => `/console/notices/${encodeURIComponent(noticeId)}`;

/** `actions`: a cell of buttons, or nothing. */
export function noticesTable(notices, actions) {
  return table(
    words.titles.notices,
    [
      [said.type, (notice) => link(noticePath(notice.noticeId), said.types[notice.type] ?? notice.type), "strong"],
      [said.object, (notice) => objectLink(notice.objectId)],
      [words.common.state, noticeState],
      [said.attempts, lastAttempt],
      [said.created, (notice) => moment(notice.createdAt)],
      ...(actions ? [["", actions, "actions"]] : []),
    ],
    notices,
  );
}

function lastAttempt({ attempts }) {
  const last = attempts.at(-1);
  if (!last) return "0";
  return `${attempts.length} (${last.status ?? last.problem ?? "–"})`;
}
