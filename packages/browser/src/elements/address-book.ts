import { tell } from "../events.ts";
import type { AmazonPay } from "../load.ts";
import { NorenWidget } from "./widget.ts";

/**
 * `<noren-address-book>`: the buyer chooses where to. Without `order-reference-id` it makes a draft order reference.
 * Events: `noren-order-reference`, `noren-address-select` (the preselected address too), `noren-error`.
 */
export class NorenAddressBook extends NorenWidget {
  protected override draw(amazon: AmazonPay, container: HTMLElement): void {
    const { AddressBook } = amazon.payments.Widgets;
    new AddressBook({
      ...this.options(amazon, container),
      onAddressSelect: (contract) => tell(this, "noren-address-select", { orderReferenceId: this.idOf(contract) }),
    }).bind(container.id);
  }
}
