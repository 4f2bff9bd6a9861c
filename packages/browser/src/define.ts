import { NorenAddressBook } from "./elements/address-book.ts";
import { NorenAmazonPayButton } from "./elements/button.ts";
import { NorenWallet } from "./elements/wallet.ts";

const elements = {
  "noren-amazon-pay-button": NorenAmazonPayButton,
  "noren-address-book": NorenAddressBook,
  "noren-wallet": NorenWallet,
} as const;

declare global {
  interface HTMLElementTagNameMap {
    "noren-amazon-pay-button": NorenAmazonPayButton;
    "noren-address-book": NorenAddressBook;
    "noren-wallet": NorenWallet;
  }
}

/** Makes the elements known to the browser; a second call, or a page without a document, changes nothing. */
export function defineElements(): void {
  const registry = globalThis.customElements;
  for (const [name, element] of Object.entries(elements)) {
    if (registry && !registry.get(name)) registry.define(name, element);
  }
}
