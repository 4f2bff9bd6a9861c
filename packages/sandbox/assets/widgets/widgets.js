import { givenId, say, showFrame, start } from "./frames.js";
import { forcedError, tell, warn } from "./here.js";
import { shown } from "./mediator.js";
import { consentOf, contractOf, widgetError } from "./objects.js";

// AddressBook, Wallet and Consent. Order on one page: AddressBook's onOrderReferenceCreate, onReady, onAddressSelect,
// then the Wallet's onReady, onPaymentSelect; a later change of the address makes the Wallet show itself again.

export function AddressBook(options) {
  this.options = options ?? {};
}
AddressBook.prototype.bind = function (containerId) {
  return bind(this, "address-book", containerId);
};

export function Wallet(options) {
  this.options = options ?? {};
}
Wallet.prototype.bind = function (containerId) {
  return bind(this, "wallet", containerId);
};
Wallet.prototype.setPresentmentCurrency = function (code) {
  this.options.presentmentCurrency = code;
  return this;
};

export function Consent(options) {
  this.options = options ?? {};
}
Consent.prototype.bind = function (containerId) {
  return bind(this, "consent", containerId);
};

/** Renders into the container and gives the widget back. A container that is not there is no error. */
function bind(widget, kind, containerId) {
  const id = String(containerId ?? "")
    .trim()
    .replace(/^#/, "");
  const container = document.getElementById(id);
  if (!container) {
    warn(`the ${kind} has no container #${id} on the page`);
    return widget;
  }
  const options = widget.options;
  const state = showFrame({
    widget,
    kind,
    container,
    options,
    heard: (message) => hear[message.what]?.(state, message),
  });
  return widget;
}

const names = { "address-book": "AddressBook", wallet: "Wallet", consent: "Consent" };

const hear = {
  hello(state) {
    state.waits = true;
    const forced = forcedError(names[state.kind]);
    if (forced) return fail(state, forced, "This error was asked for.");
    if (state.kind === "wallet") startWallet(state);
    else if (state.kind === "consent") start(state, { contractId: state.options.amazonBillingAgreementId });
    else {
      const id = givenId(state.options);
      start(state, { contractId: id, create: !id });
    }
  },
  ready(state, message) {
    const { options } = state;
    state.contractId = message.contractId;
    state.isAgreement = message.isAgreement;
    const contract = state.kind === "consent" ? consentOf(state.contractId, message.consent) : contractOf(state);
    if (message.created && !message.isAgreement) tell(options.onOrderReferenceCreate, contract);
    tell(options.onReady, contract);
    if (message.selected) hear.select(state, message);
    if (state.kind === "address-book") startWaitingWallets();
  },
  select(state) {
    const contract = contractOf(state);
    if (state.kind === "wallet") return tell(state.options.onPaymentSelect, contract);
    tell(state.options.onAddressSelect, contract);
    for (const wallet of shown("wallet")) {
      if (wallet.contractId === state.contractId) say(wallet, { what: "refresh" });
    }
  },
  consent(state, message) {
    tell(state.options.onConsent, consentOf(state.contractId, message.given));
  },
  error(state, { code, message }) {
    state.failed = { code, message };
    tell(state.options.onError, widgetError(code, message));
    if (state.kind === "address-book") startWaitingWallets();
  },
};

/**
 * A wallet without an id takes the address book's contract; without an address book it makes one, when the shop
 * gave a callback that learns its id.
 */
function startWallet(state) {
  const { options } = state;
  if (givenId(options)) return begin(state, { contractId: givenId(options) });
  const book = shown("address-book").at(-1);
  if (book?.failed) return fail(state, book.failed.code, book.failed.message);
  if (book) return book.contractId ? begin(state, { contractId: book.contractId }) : undefined;
  if (options.onOrderReferenceCreate || options.onReady) return begin(state, { create: true });
  fail(
    state,
    "MissingParameter",
    "The wallet needs amazonOrderReferenceId, an address book or onOrderReferenceCreate.",
  );
}

function begin(state, how) {
  state.waits = false;
  start(state, how);
}

function fail(state, code, message) {
  state.waits = false;
  say(state, { what: "fail", code, message });
}

function startWaitingWallets() {
  for (const wallet of shown("wallet")) if (wallet.waits) startWallet(wallet);
}
