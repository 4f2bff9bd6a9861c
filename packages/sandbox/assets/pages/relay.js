// The last page of a pop-up sign-in: hands the result to the shop's page that opened it, at exactly that page's origin,
// and closes.
const query = new URLSearchParams(location.search);
const result = {};
for (const part of [location.search.slice(1), location.hash.slice(1)]) {
  for (const [name, value] of new URLSearchParams(part)) result[name] = value;
}
// The first one is the one that the sandbox has checked.
const [uri, topic] = [query.get("uri"), query.get("topic")];
delete result.uri;
delete result.topic;
delete result.version;
history.replaceState(null, "", `${location.pathname}?topic=${encodeURIComponent(query.get("topic") ?? "")}`);
if (opener && uri && topic) {
  opener.postMessage({ noren: "login", topic, result }, new URL(uri).origin);
  close();
}
