import type { AuthorizeRequest, ButtonColor, ButtonSize, ButtonType } from "../amazon.ts";
import { tell, tellProblem } from "../events.ts";
import type { AmazonPay } from "../load.ts";
import { beginRedirect } from "../redirect.ts";
import { NorenElement } from "./noren-element.ts";

/**
 * `<noren-amazon-pay-button>`: signs the buyer in.
 *
 * Attributes: `type` (PwA by default), `color`, `size`, `language` (the button's picture), `return-url` (the sign-in is
 * by redirect and comes back there; without it a pop-up opens), `interactive`, `create-order-reference` (the button makes
 * a draft order reference after the sign-in).
 * Events: `noren-sign-in` (by pop-up; after a redirect the document tells it), `noren-order-reference`, `noren-error`.
 */
export class NorenAmazonPayButton extends NorenElement {
  static readonly observedAttributes = ["type", "color", "size", "language", "create-order-reference"];

  protected override draw(amazon: AmazonPay, container: HTMLElement): void {
    const option = <T extends string>(name: string) => (this.getAttribute(name) ?? undefined) as T | undefined;
    const language = option("language");
    amazon.payments.Button(container.id, amazon.settings.sellerId, {
      type: option<ButtonType>("type") ?? "PwA",
      color: option<ButtonColor>("color") ?? "Gold",
      size: option<ButtonSize>("size") ?? "medium",
      ...(language === undefined ? {} : { language }),
      authorization: () => this.#authorize(amazon),
      ...(this.hasAttribute("create-order-reference") && {
        onSignIn: (contract) =>
          tell(this, "noren-order-reference", {
            orderReferenceId: contract.getAmazonOrderReferenceId(),
            created: true,
          }),
      }),
      onError: (error) => tellProblem(this, error.getErrorCode(), error.getErrorMessage()),
    });
  }

  #authorize({ login, settings }: AmazonPay): void {
    const returnUrl = this.getAttribute("return-url");
    const interactive = this.getAttribute("interactive") === "always" ? "always" : "auto";
    const { scope } = settings;
    if (returnUrl !== null) {
      login.authorize(
        { scope, interactive, popup: false, state: beginRedirect() },
        new URL(returnUrl, location.href).href,
      );
    } else login.authorize({ scope, interactive, popup: true }, (answer) => this.#answered(answer));
  }

  #answered(answer: AuthorizeRequest): void {
    if (answer.error || !answer.access_token) {
      tellProblem(this, answer.error ?? "server_error", answer.error_description ?? "");
      return;
    }
    const seconds = Number(answer.expires_in);
    tell(this, "noren-sign-in", {
      accessToken: answer.access_token,
      expiresInSeconds: Number.isFinite(seconds) ? seconds : undefined,
      scope: answer.scope,
    });
  }
}
