// One notification: its attempts, the envelope as it is posted, and what stands in it.
import "./frame.js";
import { get, part } from "./api.js";
import { words } from "./data.js";
import { element, fill, view } from "./dom.js";
import { live } from "./live.js";
import { actionRow } from "./notice-actions.js";
import { forgeForm } from "./notice-forge.js";
import { noticeState } from "./notice-parts.js";
import { code, facts, moment, objectLink, section, table } from "./parts.js";
import { jsonBlock, xmlBlock } from "./xml.js";

const said = words.notices;
const about = element("div", { class: "pair" });
const forging = element("div");
const texts = element("div", { class: "stack" });
const made = element("p", { class: "forged" });
fill(view(), about, forging, texts);

const refresh = live(
  () => get(`/notices/${part(document.body.dataset.id)}`),
  (notice) => {
    fill(
      about,
      section(said.about, factsOf(notice), actionRow(notice, refresh)),
      section(said.attemptsTitle, attemptsOf(notice.attempts)),
    );
    if (forging.childElementCount === 0)
      fill(
        forging,
        section(said.forgeTitle, element("p", { class: "quiet" }, said.forgeIntro), forgeForm(notice, made), made),
      );
    fill(
      texts,
      section(said.payload, payloadOf(notice)),
      notice.envelope && section(said.envelope, jsonBlock(notice.envelope)),
    );
  },
);

const factsOf = (notice) =>
  facts(
    [said.type, [said.types[notice.type] ?? notice.type, " ", code(notice.type)]],
    [words.common.state, noticeState(notice)],
    [said.object, objectLink(notice.objectId)],
    [said.url, code(notice.url)],
    [words.common.seller, code(notice.sellerId)],
    ["MessageId", code(notice.noticeId)],
    [said.created, moment(notice.createdAt)],
    [said.nextAttempt, notice.nextAttemptAt && moment(notice.nextAttemptAt)],
    [said.forgery, notice.forgery && (said.forgeries[notice.forgery] ?? notice.forgery)],
  );

function attemptsOf(attempts) {
  if (attempts.length === 0) return element("p", { class: "quiet" }, said.noAttempts);
  return table(
    said.attemptsTitle,
    [
      [said.at, (each) => moment(each.at)],
      [words.requests.outcome, (each) => each.status ?? each.problem ?? "–", "strong"],
      [said.took, (each) => (typeof each.tookMs === "number" ? `${each.tookMs} ms` : "–")],
    ],
    attempts,
  );
}

/** The inner message is JSON; what it tells stands in it as XML. */
function payloadOf({ message }) {
  let data;
  try {
    data = JSON.parse(message).NotificationData;
  } catch {
    data = undefined;
  }
  return [data && xmlBlock(data), element("h3", {}, said.message), jsonBlock(message)];
}
