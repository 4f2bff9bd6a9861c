import { logout } from "/noren.js";
import { loadFrom } from "./amazon.js";

const page = document.querySelector("#checkout");
const message = document.querySelector("#message");
const addressBook = document.querySelector("#address");
const wallet = document.querySelector("#wallet");
const buy = document.querySelector("#buy");
const shipping = document.querySelector("#shipping");
const total = document.querySelector("#total");

const say = (key) => page.dataset[`say${key[0].toUpperCase()}${key.slice(1)}`] ?? page.dataset.sayTrouble;
const yen = (amount) => `¥${amount.toLocaleString("en-US")}`;

const state = {
  orderReferenceId: undefined,
  address: false,
  payment: false,
  quoted: false,
  orderId: undefined,
  attempt: 0,
};

function tell(key, text) {
  message.textContent = text ?? (key ? say(key) : "");
  message.hidden = !message.textContent;
  if (!message.hidden) message.scrollIntoView({ block: "nearest" });
}

function refresh() {
  buy.disabled = !(state.payment && (state.orderId || (state.address && state.quoted)));
}

async function post(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.json();
}

async function quote() {
  state.quoted = false;
  refresh();
  const answer = await post("/checkout/quote", { amazonOrderReferenceId: state.orderReferenceId }).catch(() => ({
    ok: false,
  }));
  state.quoted = answer.ok;
  shipping.textContent = answer.ok ? yen(answer.shipping) : say("afterAddress");
  total.textContent = answer.ok ? yen(answer.total) : "—";
  tell(answer.ok ? undefined : (answer.code ?? "trouble"));
  refresh();
}

addressBook.addEventListener("noren-order-reference", (event) => {
  state.orderReferenceId = event.detail.orderReferenceId;
});
addressBook.addEventListener("noren-address-select", (event) => {
  state.orderReferenceId = event.detail.orderReferenceId || state.orderReferenceId;
  state.address = true;
  if (!state.orderId) quote();
});
wallet.addEventListener("noren-payment-select", () => {
  state.payment = true;
  if (state.orderId) tell(undefined);
  refresh();
});
for (const widget of [addressBook, wallet])
  widget.addEventListener("noren-error", (event) => {
    const expired = event.detail.code === "BuyerSessionExpired" || event.detail.code === "BuyerNotAssociated";
    tell(expired ? "signInAgain" : undefined, expired ? undefined : event.detail.text);
  });

buy.addEventListener("click", async () => {
  buy.disabled = true;
  buy.textContent = say("placing");
  tell(undefined);
  const answer = await (state.orderId
    ? post("/checkout/pay-again", { orderId: state.orderId, attempt: state.attempt })
    : post("/checkout/place", { amazonOrderReferenceId: state.orderReferenceId })
  ).catch(() => ({ ok: false, code: "trouble" }));
  if (answer.next) return location.assign(answer.next);
  if (answer.ok && answer.nextStep === "chooseAnotherPaymentMethod") return askForAnotherCard(answer.orderId);
  buy.textContent = say(state.orderId ? "payAgain" : "buy");
  tell(answer.nextStep === "offerAnotherWayToPay" ? "offerAnother" : (answer.code ?? "fixConstraints"), answer.detail);
  if (answer.nextStep !== "offerAnotherWayToPay") refresh();
});

/** During a decline only the wallet may change: the address book becomes read-only. */
function askForAnotherCard(orderId) {
  state.orderId = orderId;
  state.attempt += 1;
  state.payment = false;
  addressBook.setAttribute("display-mode", "read");
  wallet.refresh();
  buy.textContent = say("payAgain");
  tell("chooseAnother");
  refresh();
}

document.querySelector("#logout").addEventListener("click", async () => {
  await logout();
  location.assign("/cart");
});

loadFrom(page).catch(() => tell("trouble"));
