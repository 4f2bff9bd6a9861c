// A widget's page, inside a frame of the shop's page. It says hello, is given the buyer's token by message, asks the
// sandbox, shows the choices and tells the shop's page what happens. The page it talks to is the one that the server
// allowed and wrote into the document; no other origin hears anything or is heard.
import { foldable, renderChoices, renderChosen, renderProblem } from "./widget-view.js";

const { kind, origin, seller, environment, display, errorCode, errorMessage } = document.body.dataset;
const session = { token: undefined, orderReferenceId: undefined };

const tellShop = (message) => parent.postMessage({ noren: "widget", ...message }, origin);

if (errorCode) tellShop({ what: "error", code: errorCode, message: errorMessage });
else {
  addEventListener("message", (event) => {
    if (event.source !== parent || event.origin !== origin || event.data?.noren !== "widget") return;
    hear[event.data.what]?.(event.data);
  });
  tellShop({ what: "hello" });
}

const hear = {
  async start({ token, orderReferenceId, create }) {
    session.token = token;
    session.orderReferenceId = orderReferenceId;
    if (kind === "consent") return startConsent();
    const state = await ask("state", { create: create === true });
    if (state.error) return failed(state.error);
    session.orderReferenceId = state.orderReferenceId;
    show(state);
    const { created } = state;
    tellShop({ what: "ready", orderReferenceId: session.orderReferenceId, created, selected: isChosen(state) });
  },
  /** Another widget changed the order reference. */
  async refresh() {
    const state = await ask("state", {});
    if (state.error) return failed(state.error);
    show(state);
    if (isChosen(state)) tellShop({ what: "select" });
  },
  fail: (problem) => failed(problem),
};

const isChosen = (state) => display !== "Read" && state.selectedId !== undefined;

async function ask(what, more) {
  try {
    const answer = await fetch(`/widgets/api/${kind}/${what}`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-amz-access-token": session.token ?? "" },
      body: JSON.stringify({
        sellerId: seller,
        environment,
        display,
        orderReferenceId: session.orderReferenceId,
        ...more,
      }),
    });
    return await answer.json();
  } catch {
    return { error: { code: "UnknownError", message: "The sandbox does not answer." } };
  }
}

function show(state) {
  if (display === "Read") return renderChosen(state);
  renderChoices(state, choose);
  foldable(state, (open) => tellShop({ what: open ? "expand" : "collapse" }));
}

async function choose(choiceId) {
  const state = await ask("select", { choiceId });
  if (state.error) return failed(state.error);
  show(state);
  tellShop({ what: "select" });
}

function failed({ code, message }) {
  renderProblem(code, message);
  tellShop({ what: "error", code, message });
}

function startConsent() {
  const box = document.querySelector("#agree");
  box.disabled = false;
  box.addEventListener("change", () => tellShop({ what: "consent", given: box.checked }));
  tellShop({ what: "ready", orderReferenceId: session.orderReferenceId });
}
