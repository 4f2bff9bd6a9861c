// What a caller signs: verb, host, path and the parameters in byte order, each on its line. As the log shows it, so
// that tokens are hidden here too.
const encode = (text) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

const before = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

export function stringToSign({ method, host, path, parameters }) {
  const pairs = parameters
    .filter(({ name }) => name !== "Signature")
    .map(({ name, value }) => `${encode(name)}=${value === "***" ? "***" : encode(value)}`)
    .sort(before);
  return [method, host.toLowerCase(), path, pairs.join("&")].join("\n");
}
