// The overview: the clock, how much there is, what came last.
import "./frame.js";
import { get } from "./api.js";
import { clockSection, draw as drawClock } from "./clock.js";
import { words } from "./data.js";
import { element, fill, view } from "./dom.js";
import { count } from "./format.js";
import { live } from "./live.js";
import { noticesTable } from "./notice-parts.js";
import { empty, link, section } from "./parts.js";
import { requestsTable } from "./request-parts.js";

const said = words.overview;
const counts = element("dl", { class: "numbers" });
const requests = element("div");
const notices = element("div");
const lastMax = 8;

fill(
  view(),
  element(
    "div",
    { class: "pair" },
    clockSection(() => refresh()),
    section(said.counts, counts),
  ),
  section(said.lastRequests, requests, element("p", {}, link("/console/requests", said.allRequests))),
  section(said.lastNotices, notices, element("p", {}, link("/console/notices", said.allNotices))),
);

const refresh = live(
  async () => {
    const [clock, counted, log, sent] = await Promise.all([
      get("/clock"),
      get("/counts"),
      get("/requests", { limit: lastMax }),
      get("/notices", { limit: lastMax }),
    ]);
    return { clock, counted, log, sent };
  },
  ({ clock, counted, log, sent }) => {
    drawClock(clock);
    fill(counts, numbers(counted));
    fill(requests, log.requests.length === 0 ? empty(words.requests.none) : requestsTable(log.requests));
    fill(notices, sent.notices.length === 0 ? empty(words.notices.none) : noticesTable(sent.notices));
  },
);

/** Numbers, and sums over states. */
function numbers(counted) {
  return Object.keys(words.counts)
    .filter((name) => counted[name] !== undefined)
    .map((name) => {
      const value = counted[name];
      const total = typeof value === "number" ? value : Object.values(value).reduce((sum, each) => sum + each, 0);
      return element("div", {}, element("dt", {}, words.counts[name]), element("dd", {}, count(total)));
    });
}
