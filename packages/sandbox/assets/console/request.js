// One call: what came, what was answered, what was to be signed and, where the signature is wrong, why.
import "./frame.js";
import { get, part } from "./api.js";
import { language, words } from "./data.js";
import { element, fill, view } from "./dom.js";
import { live } from "./live.js";
import { code, facts, moment, objectLink, section, table } from "./parts.js";
import { outcome } from "./request-parts.js";
import { stringToSign } from "./string-to-sign.js";
import { block, xmlBlock } from "./xml.js";

const said = words.requests;

live(
  () => get(`/requests/${part(document.body.dataset.id)}`),
  (request) => {
    document.querySelector("h1").textContent = request.operation ?? said.unknown;
    fill(
      view(),
      element(
        "div",
        { class: "pair" },
        section(said.about, factsOf(request)),
        request.why &&
          section(request.why.stringToSign ? said.signatureWrong : said.why, element("p", {}, request.why[language])),
      ),
      section(said.parameters, parametersOf(request)),
      section(said.answer, request.answer ? xmlBlock(request.answer) : element("p", { class: "quiet" }, said.noBody)),
      section(said.stringToSign, signedText(request)),
    );
  },
);

const factsOf = (request) =>
  facts(
    [said.outcome, outcome(request)],
    [said.at, moment(request.at)],
    [said.wall, moment(request.wall)],
    [said.duration, `${request.tookMs} ms`],
    [said.id, code(request.requestId)],
    [said.method, code(`${request.method} ${request.path}`)],
    [said.host, code(request.host)],
    [said.environment, request.environment],
    [words.common.seller, request.sellerId && code(request.sellerId)],
    [words.sellers.accessKey, request.accessKey && code(request.accessKey)],
    ["User-Agent", code(request.userAgent)],
    [said.faultId, request.faultId && code(request.faultId)],
  );

const isObjectId = (value) => /^[A-Z]\d\d-\d{7}-\d{7}(-[ACR]\d+)?$/.test(value);

/** What the shop says first, then what every call has. */
function parametersOf({ parameters }) {
  if (!parameters) return element("p", { class: "quiet" }, said.unreadable);
  const own = parameters.filter(({ name }) => !common.has(name));
  const rest = parameters.filter(({ name }) => common.has(name));
  return table(
    said.parameters,
    [
      [said.parameter, ({ name }) => code(name)],
      [said.value, ({ value }) => (isObjectId(value) ? objectLink(value) : element("span", { class: "given" }, value))],
    ],
    [...own, ...rest],
  );
}

const common = new Set([
  "AWSAccessKeyId",
  "Action",
  "Merchant",
  "SellerId",
  "Signature",
  "SignatureMethod",
  "SignatureVersion",
  "Timestamp",
  "Version",
]);

function signedText(request) {
  if (!request.parameters) return element("p", { class: "quiet" }, said.unreadable);
  const { why } = request;
  const expected = why?.stringToSign ?? stringToSign(request);
  if (!why?.signedInstead) return block([expected], said.stringToSign);
  return [
    element("h3", {}, said.expected),
    block(marked(expected, why.signedInstead), said.expected),
    element("h3", {}, said.received),
    block(marked(why.signedInstead, expected), said.received),
  ];
}

/** The text with the part marked in which it differs from the other. */
function marked(text, other) {
  let from = 0;
  while (from < text.length && text[from] === other[from]) from += 1;
  let end = 0;
  const endMax = Math.min(text.length, other.length) - from;
  while (end < endMax && text.at(-1 - end) === other.at(-1 - end)) end += 1;
  const to = text.length - end;
  return [text.slice(0, from), element("mark", { class: "differs" }, text.slice(from, to)), text.slice(to)];
}
