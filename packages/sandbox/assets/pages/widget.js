// A widget's page, inside a frame of the shop's page. It says hello, is given the buyer's token by message, asks the
// sandbox, shows the choices and tells the shop's page what happens. The page it talks to is the one that the server
// allowed and wrote into the document; no other origin hears anything or is heard.
import { foldable, renderChoices, renderChosen, renderProblem } from "./widget-view.js";

const { kind, origin, seller, environment, display, agreementType, errorCode, errorMessage } = document.body.dataset;
const session = { token: undefined, contractId: undefined };

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
  async start({ token, contractId, create }) {
    session.token = token;
    session.contractId = contractId;
    if (kind === "consent") return startConsent();
    const state = await ask("state", { create: create === true });
    if (state.error) return failed(state.error);
    session.contractId = state.contractId;
    show(state);
    const { isAgreement, created } = state;
    tellShop({ what: "ready", contractId: state.contractId, isAgreement, created, selected: isChosen(state) });
  },
  /** Another widget changed what this one shows. */
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
        agreementType,
        contractId: session.contractId,
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

/** The box is the buyer's until the agreement is confirmed. */
async function startConsent() {
  const state = await ask("state", {});
  if (state.error) return failed(state.error);
  const box = document.querySelector("#agree");
  box.checked = state.consent;
  box.disabled = !state.open;
  box.addEventListener("change", async () => {
    const answer = await ask("select", { consent: box.checked });
    if (answer.error) return failed(answer.error);
    tellShop({ what: "consent", given: box.checked });
  });
  tellShop({ what: "ready", contractId: session.contractId, isAgreement: true, consent: state.consent });
}
