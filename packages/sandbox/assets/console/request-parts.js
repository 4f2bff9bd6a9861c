import { words } from "./data.js";
import { element } from "./dom.js";
import { link, moment, table } from "./parts.js";

const said = words.requests;

export const requestPath = (requestId) => `/console/requests/${encodeURIComponent(requestId)}`;

/** The http status and Amazon's code, coloured by how it went. */
export function outcome({ status, code, noAnswer, faultId }) {
  const isGood = status !== null && status < 400 && !noAnswer;
  return element(
    "span",
    { class: `state ${isGood ? "good" : "bad"}` },
    String(status ?? said.noAnswer),
    code && element("small", {}, code),
    faultId && element("small", {}, said.faulty),
  );
}

export const requestsTable = (requests) =>
  table(
    words.titles.requests,
    [
      [said.operation, (each) => link(requestPath(each.requestId), each.operation ?? said.unknown), "strong"],
      [said.outcome, outcome],
      [words.common.seller, (each) => each.sellerId ?? "–"],
      [said.at, (each) => moment(each.at)],
      [said.duration, ({ tookMs }) => `${tookMs} ms`, "number"],
    ],
    requests,
  );
