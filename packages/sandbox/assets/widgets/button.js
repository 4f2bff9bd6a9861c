import { pressed } from "./authorize.js";
import { createContract } from "./frames.js";
import { forcedError, tell, warn } from "./here.js";
import { nextWidgetNumber } from "./mediator.js";
import { contractOf, widgetError } from "./objects.js";
import { buttonPicture } from "./picture.js";

/**
 * `OffAmazonPayments.Button(containerId, sellerId, options)`, with or without `new`. The image stands when it returns.
 * A second call on the same container replaces the first one's image.
 */
export function Button(containerId, sellerId, options) {
  const wish = options ?? {};
  const id = String(containerId ?? "")
    .trim()
    .replace(/^#/, "");
  const container = document.getElementById(id);
  if (!container) return warn(`the button's container #${id} is not on the page`);
  const press = () => pressButton(sellerId, wish);
  container.querySelector(":scope > img.amazonpay-button-inner-image")?.remove();
  container.append(imageOf(wish, press));
}

function imageOf(wish, press) {
  const picture = buttonPicture(wish);
  const image = document.createElement("img");
  image.className = "amazonpay-button-inner-image";
  image.id = `OffAmazonPaymentsWidgets${nextWidgetNumber()}`;
  image.style.cursor = "pointer";
  image.style.maxHeight = `${picture.height}px`;
  image.style.maxWidth = "100%";
  image.src = picture.src;
  image.height = picture.height;
  image.alt = "AmazonPay";
  image.title = picture.label;
  image.tabIndex = 0;
  image.setAttribute("role", "button");
  image.onclick = press;
  image.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    image.click();
  };
  // Shops switch the button off by removing its onclick attribute. A real attribute would need a page whose content
  // policy allows inline handlers.
  image.removeAttribute = (name) => {
    if (name === "onclick") image.onclick = null;
    HTMLElement.prototype.removeAttribute.call(image, name);
  };
  return image;
}

function pressButton(sellerId, wish) {
  const forced = forcedError("Button");
  if (forced) return tell(wish.onError, widgetError(forced, "This error was asked for."));
  if (typeof wish.authorization !== "function") {
    return tell(wish.onError, widgetError("MissingParameter", "The button's option authorization is missing."));
  }
  pressed.afterwards = (answer) => signedIn(answer, sellerId, wish);
  try {
    wish.authorization();
  } finally {
    pressed.afterwards = undefined;
  }
}

/** With `onSignIn` the button creates the draft order reference or billing agreement. */
async function signedIn(answer, sellerId, wish) {
  if (answer.error || typeof wish.onSignIn !== "function") return;
  const made = await createContract({
    sellerId,
    token: answer.access_token,
    agreementType: wish.agreementType,
    wantsAddress: wish.useAmazonAddressBook !== false,
  });
  if (made.error) return tell(wish.onError, widgetError(made.error.code, made.error.message));
  tell(wish.onSignIn, contractOf(made));
}
