import { tell } from "./here.js";

/**
 * Amazon's AuthorizeRequest: what `authorize` returns, and what its callbacks get. Everything inner is kept in this
 * closure, so that a shop may pass it to JSON.stringify. `finish(values)` fills it, calls the callbacks, goes to the last
 * address given, and then calls `afterwards` (a button's onSignIn reads what a callback has stored).
 */
export function openRequest(next) {
  const callbacks = [];
  let address;
  let afterwards;
  const request = {
    status: "queued",
    onComplete(then) {
      if (typeof then === "string") address = then;
      else if (typeof then === "function") callbacks.push(then);
      if (request.status === "complete") run();
    },
  };
  function run() {
    for (const callback of callbacks.splice(0)) tell(callback, request);
    if (address !== undefined) location.assign(withResult(address, request));
    address = undefined;
  }
  request.onComplete(next);
  return {
    request,
    address: () => address,
    afterwards: (callback) => {
      afterwards = callback;
    },
    begin: () => {
      request.status = "in progress";
    },
    finish(values) {
      if (request.status === "complete") return;
      Object.assign(request, values, { status: "complete" });
      run();
      tell(afterwards, request);
    },
  };
}

const resultNames = ["access_token", "token_type", "expires_in", "code", "scope", "state"];
const errorNames = ["error", "error_description", "error_uri", "state"];

/** `address`, made absolute, with the result in its query. It may hold a query already. */
export function withResult(address, request) {
  const url = new URL(address, location.href);
  for (const name of request.error ? errorNames : resultNames) {
    if (request[name] !== undefined) url.searchParams.append(name, String(request[name]));
  }
  return url.href;
}

/** The values of an answer in a query or a fragment. */
export function readResult(parameters) {
  const result = {};
  for (const name of [...resultNames, ...errorNames]) {
    const value = parameters[name];
    if (value !== undefined) result[name] = name === "expires_in" ? Number(value) : value;
  }
  return result;
}
