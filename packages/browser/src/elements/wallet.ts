import { tell } from "../events.ts";
import type { AmazonPay } from "../load.ts";
import { NorenAddressBook } from "./address-book.ts";
import { NorenWidget } from "./widget.ts";

/**
 * `<noren-wallet>`: the buyer chooses how to pay. Without `order-reference-id` it waits for the address book on the same
 * page and takes its order reference; without an address book it makes one.
 * Events: `noren-order-reference`, `noren-payment-select` (the preselected method too), `noren-error`.
 */
export class NorenWallet extends NorenWidget {
  protected override async ready(): Promise<void> {
    await super.ready();
    const book = document.querySelector("noren-address-book");
    if (this.orderReferenceId !== undefined || !(book instanceof NorenAddressBook)) return;
    this.orderReferenceId = book.orderReferenceId ?? (await nextOrderReference(book));
  }

  protected override draw(amazon: AmazonPay, container: HTMLElement): void {
    const { Wallet } = amazon.payments.Widgets;
    new Wallet({
      ...this.options(amazon, container),
      onPaymentSelect: (contract) => tell(this, "noren-payment-select", { orderReferenceId: this.idOf(contract) }),
    }).bind(container.id);
  }
}

const nextOrderReference = (book: NorenAddressBook) =>
  new Promise<string>((resolve) =>
    book.addEventListener("noren-order-reference", (event) => resolve(event.detail.orderReferenceId), { once: true }),
  );
