// What the server wrote into the document: words in the page's language, and protocol's tables.
const read = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "{}");

export const words = read("words");
export const tables = read("tables");
export const language = tables.language ?? "ja";

/** A sentence with its `{name}` places filled. */
export const say = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (place, name) => String(values[name] ?? place));

export const kindWord = (kind) => tables.kinds[kind] ?? kind;
export const stateWord = (kind, state) => tables.states[kind]?.[state] ?? state;
export const reasonWord = (kind, reason) => tables.reasons[kind]?.[reason] ?? reason;
