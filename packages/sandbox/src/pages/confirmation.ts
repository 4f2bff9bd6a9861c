// Where `confirmationFlow.success()` sends the buyer: the challenge of the EU's strong customer authentication. Nobody is
// asked anything; the note of SetOrderReferenceDetails decides, and the page leads on to the shop.
import { SandboxError } from "../errors.ts";
import type { FrontAnswer, FrontRequest } from "../http/front.ts";
import { page, redirect } from "./answers.ts";
import { html } from "./html.ts";
import { chooseLanguage, type Language } from "./language.ts";
import { wholePage } from "./layout.ts";
import type { BuyersSide } from "./sandbox.ts";

export const confirmationPath = "/widgets/confirmation";

const words = {
  ja: {
    title: "本人確認を続けられません",
    hint: "先に SuccessUrl と FailureUrl を付けて ConfirmOrderReference か ConfirmBillingAgreement を呼んでください。",
  },
  en: {
    title: "The authentication cannot go on",
    hint: "Call ConfirmOrderReference or ConfirmBillingAgreement with SuccessUrl and FailureUrl first.",
  },
} as const satisfies Record<Language, object>;

export function confirmationPage({ core, clock }: BuyersSide, request: FrontRequest): FrontAnswer {
  const query = new URLSearchParams(request.query);
  try {
    const { url } = core.command("finishAuthentication", { id: query.get("id") ?? "", now: clock.now() });
    return redirect(url);
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    const language = chooseLanguage(query.get("language"), request.headers["accept-language"]);
    const { title, hint } = words[language];
    const body = html`<h1>${title}</h1><p class="problem" role="alert">${error.message}</p><p>${hint}</p>`;
    return page(409, wholePage({ language, title, body }));
  }
}
