import { here, sandboxAddress, settings } from "./here.js";
import { addBound, boundIn, boundTo, nextWidgetNumber, removeBound } from "./mediator.js";
import { cachedToken } from "./token.js";

// A widget is a page of the sandbox in a frame. The two speak by messages with exact origins; the token goes by message,
// never by cookie and never in an address.

const answerTimeoutMs = 20_000;

/**
 * Shows a widget in its container, in place of one that was there. `heard(message)` gets what the frame says: `ready`,
 * `select`, `consent`, `error`, `expand`, `collapse`; `hello` when it waits to be started.
 */
export function showFrame({ widget, kind, container, options, heard }) {
  const former = boundIn(container);
  if (former) {
    clearTimeout(former.silent);
    removeBound(former);
  }
  container.replaceChildren();
  const frame = document.createElement("iframe");
  frame.id = `OffAmazonPaymentsWidgets${nextWidgetNumber()}IFrame`;
  frame.name = frame.id;
  frame.title = titles[kind];
  frame.style.border = "0";
  frame.style.display = "block";
  frame.style.colorScheme = "light";
  layOut(frame, container, kind, options);
  const shown = { widget, kind, container, frame, options, heard, silent: undefined };
  shown.silent = setTimeout(() => {
    if (!frame.isConnected) return;
    heard({ what: "error", code: "UnknownError", message: "The sandbox does not answer." });
  }, answerTimeoutMs);
  frame.src = frameAddress(kind, options);
  addBound(shown);
  container.append(frame);
  return shown;
}

const titles = {
  "address-book": "Amazon Pay address book (Noren sandbox) / お届け先",
  wallet: "Amazon Pay wallet (Noren sandbox) / お支払い方法",
  consent: "Amazon Pay consent (Noren sandbox) / 自動支払いの同意",
};

/** Whether a widget is about a billing agreement: it says so in any case of letters, or names one. */
const isAgreement = (options) =>
  /^billingagreement$/i.test(options.agreementType ?? "") || options.amazonBillingAgreementId !== undefined;

/** The id that a shop gave a widget. */
export const givenId = ({ amazonBillingAgreementId, amazonOrderReferenceId }) =>
  amazonBillingAgreementId || amazonOrderReferenceId;

function frameAddress(kind, options) {
  return sandboxAddress(`/widgets/${kind}`, {
    seller_id: options.sellerId,
    client_id: settings.clientId,
    origin: location.origin,
    environment: here.environment,
    agreement_type: isAgreement(options) ? "BillingAgreement" : undefined,
    display: /^read$/i.test(options.displayMode ?? "") ? "Read" : "Edit",
    design: options.design?.designMode,
    language: settings.language,
  });
}

function layOut(frame, container, kind, options) {
  const size = options.design?.size;
  const collapsible = options.design?.designMode === "smartphoneCollapsible";
  const least = kind === "consent" ? 140 : /^read$/i.test(options.displayMode ?? "") ? 185 : 228;
  frame.style.width = cssLength(size?.width) ?? "100%";
  frame.style.height = collapsible ? "135px" : (cssLength(size?.height) ?? "100%");
  if (!collapsible && !size?.height && container.clientHeight < least) frame.style.height = `${least}px`;
}

const cssLength = (value) => (typeof value === "number" || /^\d+$/.test(value ?? "") ? `${value}px` : value);

/** Says something to a frame. */
export function say(shown, message) {
  shown.frame.contentWindow?.postMessage({ noren: "widget", ...message }, here.origin);
}

/** Starts a frame that said hello. `contractId`: of an order reference or billing agreement; without, `create` makes one. */
export function start(shown, { contractId, create }) {
  say(shown, { what: "start", token: cachedToken()?.access_token, contractId, create });
}

addEventListener("message", (event) => {
  if (event.origin !== here.origin || event.data?.noren !== "widget") return;
  const shown = boundTo(event.source);
  if (!shown) return;
  clearTimeout(shown.silent);
  if (event.data.what === "expand" || event.data.what === "collapse") fold(shown.frame, event.data.what === "expand");
  else shown.heard(event.data);
});

const unfolded = { position: "fixed", inset: "0", height: "100%", zIndex: "2147483000" };
const folded = { position: "", inset: "", height: "135px", zIndex: "" };

/** The smartphone design fills the screen while the buyer chooses. */
function fold(frame, open) {
  Object.assign(frame.style, open ? unfolded : folded);
}

/**
 * Makes a draft order reference or billing agreement from the shop's page. Gives `{ contractId, isAgreement }` or
 * `{ error: { code, message } }`.
 */
export async function createContract({ sellerId, token, agreementType, wantsAddress }) {
  try {
    const answer = await fetch(sandboxAddress("/widgets/api/contracts"), {
      method: "POST",
      headers: { "content-type": "application/json", "x-amz-access-token": token ?? "" },
      body: JSON.stringify({ sellerId, environment: here.environment, agreementType, wantsAddress }),
    });
    return await answer.json();
  } catch {
    return { error: { code: "UnknownError", message: "The sandbox does not answer." } };
  }
}
