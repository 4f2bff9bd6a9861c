import { Button } from "./button.js";
import { sandboxAddress, tell, warn } from "./here.js";
import { Login } from "./login.js";
import { mediator } from "./mediator.js";
import { miniQuery } from "./query.js";
import { AddressBook, Consent, Wallet } from "./widgets.js";

// Both globals exist as soon as this script has run; the callbacks are looked up and called, login's first, once the
// document is there: a fast local script would otherwise outrun elements and functions further down.

/** Strong customer authentication: after success the sandbox decides and leads on to SuccessUrl or FailureUrl. */
function initConfirmationFlow(sellerId, contractId, callback) {
  tell(callback, {
    success: () => location.assign(sandboxAddress("/widgets/confirmation", { seller_id: sellerId, id: contractId })),
    error: () => warn(`the shop ended the confirmation of ${contractId}`),
  });
}

globalThis.amazon = { ...globalThis.amazon, Login };
globalThis.OffAmazonPayments = {
  Button,
  Widgets: { AddressBook, Wallet, Consent, Button, Utilities: { setup() {} }, mediator },
  initConfirmationFlow,
  jQuery: miniQuery,
};

function callBack() {
  tell(globalThis.onAmazonLoginReady);
  tell(globalThis.onAmazonPaymentsReady);
}
const documentIsReady = () =>
  document.readyState === "complete" || performance.getEntriesByType("navigation")[0]?.domContentLoadedEventStart > 0;
if (documentIsReady()) setTimeout(callBack, 0);
else document.addEventListener("DOMContentLoaded", () => setTimeout(callBack, 0));
