// Where this script came from, and what the page told it. The server wraps all parts of Widgets.js in one function whose
// argument is `configuration`; the environment and the region stand in the script's path, nothing else decides them.

/** @type {{ origin: string, environment: "Sandbox" | "Live", region: string, forced: string }} */
export const here = { forced: "", ...configuration };
const ownScript = document.currentScript;
if (ownScript instanceof HTMLScriptElement && /Widgets\.js/.test(ownScript.src)) {
  const address = new URL(ownScript.src, location.href);
  here.origin = address.origin;
  here.forced = address.searchParams.get("noren-error") ?? "";
}

/** The error code that a test forces on a widget: `Widgets.js?noren-error=Wallet:ITP,AddressBook:UnknownError`. */
export function forcedError(widget) {
  const pairs = here.forced.split(",").map((pair) => pair.split(":"));
  return pairs.find(([name]) => name.trim() === widget)?.[1]?.trim();
}

/** What `amazon.Login.set…` set. */
export const settings = {
  clientId: "",
  useCookie: false,
  siteDomain: "",
  sandbox: here.environment === "Sandbox",
  region: "",
  language: "",
};

/** An address of the sandbox with its query; what is undefined or empty is left out. */
export function sandboxAddress(path, parameters = {}) {
  const address = new URL(path, here.origin);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== "") address.searchParams.set(name, String(value));
  }
  return address.href;
}

/** 32 hex digits nobody can guess. */
export function unguessable() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Calls the shop's function; what it throws is reported as the page's own error and stops nothing of ours. */
export function tell(callback, ...values) {
  if (typeof callback !== "function") return;
  try {
    callback(...values);
  } catch (error) {
    reportError(error);
  }
}

/** A hint for the shop's developer. */
export function warn(text) {
  console.warn(`Noren sandbox (not Amazon): ${text}`);
}
