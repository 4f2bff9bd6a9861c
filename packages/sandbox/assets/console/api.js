// Calls the admin API, in the page's language. A refusal becomes a Problem that says which field is at fault.
import { language, words } from "./data.js";

export class Problem extends Error {
  constructor(status, { title, code, errors = [] }) {
    super(title);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

export const get = (path, query = {}) => call("GET", path + queryOf(query));
export const post = (path, body = {}) => call("POST", path, body);
export const patch = (path, body) => call("PATCH", path, body);
export const remove = (path) => call("DELETE", path);

/** One part of a path. */
export const part = encodeURIComponent;

/** "?a=b", without what is empty. */
export function queryOf(values) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

async function call(method, path, body) {
  let answer;
  try {
    answer = await fetch(`/admin${path}`, {
      method,
      headers: { "accept-language": language, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Problem(0, { title: words.problems.unreachable, code: "unreachable" });
  }
  const read = await answer.json().catch(() => undefined);
  if (answer.ok && read !== undefined) return read;
  throw new Problem(answer.status, read ?? { title: `HTTP ${answer.status}` });
}
