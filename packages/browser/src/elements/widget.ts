import type { AmazonContract, WidgetDesign, WidgetOptions } from "../amazon.ts";
import { tell, tellProblem } from "../events.ts";
import type { AmazonPay } from "../load.ts";
import { hasToken } from "../token-cookie.ts";
import { NorenElement } from "./noren-element.ts";

const heights = { Edit: "228px", Read: "185px" } as const;

/**
 * What address book and wallet share.
 *
 * Attributes: `order-reference-id` (left out: one is made, or the address book's is taken), `display-mode` ("read" shows
 * what was chosen), `design` ("responsive" by default, "smartphoneCollapsible"), `height` (a CSS length, 228px by
 * default), `wait-for-sign-in` (draws only once the page hears `noren-sign-in`).
 */
export abstract class NorenWidget extends NorenElement {
  static readonly observedAttributes = ["order-reference-id", "display-mode", "design", "height"];
  #made: string | undefined;

  /** The order reference that is shown; undefined until there is one. */
  get orderReferenceId(): string | undefined {
    return this.getAttribute("order-reference-id") || this.#made;
  }

  set orderReferenceId(id: string | undefined) {
    if (id === undefined) this.removeAttribute("order-reference-id");
    else this.setAttribute("order-reference-id", id);
  }

  get isReadOnly(): boolean {
    return /^read$/i.test(this.getAttribute("display-mode") ?? "");
  }

  protected override async ready(): Promise<void> {
    if (!this.hasAttribute("wait-for-sign-in") || signedIn || hasToken()) return;
    await new Promise<void>((resolve) => document.addEventListener("noren-sign-in", () => resolve(), { once: true }));
  }

  /** The options of both widgets. A widget that is drawn again shows the same order reference again. */
  protected options(amazon: AmazonPay, container: HTMLElement): WidgetOptions {
    const displayMode = this.isReadOnly ? "Read" : "Edit";
    const id = this.orderReferenceId;
    const collapsible = this.getAttribute("design") === "smartphoneCollapsible";
    container.style.width = "100%";
    if (!collapsible) container.style.height = this.getAttribute("height") ?? heights[displayMode];
    const design: WidgetDesign = { designMode: collapsible ? "smartphoneCollapsible" : "responsive" };
    let created = false;
    return {
      sellerId: amazon.settings.sellerId,
      scope: amazon.settings.scope,
      displayMode,
      design,
      ...(id === undefined ? {} : { amazonOrderReferenceId: id }),
      onOrderReferenceCreate: () => {
        created = true;
      },
      onReady: (contract) => this.#isReady(contract, created),
      onError: (error) => tellProblem(this, error.getErrorCode(), error.getErrorMessage()),
    };
  }

  /** Gives the id of what Amazon shows, or the one that is known: not every callback carries it. */
  protected idOf(contract: AmazonContract | undefined): string {
    return contract?.getAmazonOrderReferenceId?.() || this.orderReferenceId || "";
  }

  #isReady(contract: AmazonContract, created: boolean): void {
    const orderReferenceId = this.idOf(contract);
    this.#made = orderReferenceId;
    tell(this, "noren-order-reference", { orderReferenceId, created });
  }
}

let signedIn = false;
globalThis.document?.addEventListener("noren-sign-in", () => {
  signedIn = true;
});
globalThis.document?.addEventListener("noren-sign-out", () => {
  signedIn = false;
});
