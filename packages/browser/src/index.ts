import { defineElements } from "./define.ts";

export type * from "./amazon.ts";
export { NorenAddressBook } from "./elements/address-book.ts";
export { NorenAmazonPayButton } from "./elements/button.ts";
export { NorenWallet } from "./elements/wallet.ts";
export {
  AmazonPayPageError,
  isPageErrorCode,
  type Language,
  type PageErrorCode,
  pageErrors,
  textOf,
} from "./errors.ts";
export type { NorenEvents, OrderReferenceCreated, Problem, Selected, SignIn } from "./events.ts";
export { type AmazonPay, type AmazonPaySettings, defaultScope, loadAmazonPay, logout } from "./load.ts";
export { type Return, readReturn, withoutAnswer } from "./redirect.ts";
export { defineElements };

defineElements();
