// The document of a widget's frame. It holds nothing of the buyer's: the token comes by message, and only then does the
// frame ask for addresses or cards. It is served to the shop's allowed origins; any other page gets an error to show.
import type { FrontAnswer, FrontHandler } from "../http/front.ts";
import { isAllowedOrigin } from "../world/clients.ts";
import type { Client, Seller } from "../world/objects.ts";
import type { World } from "../world/world.ts";
import { page } from "./answers.ts";
import { html } from "./html.ts";
import { chooseLanguage, type Language } from "./language.ts";
import { widgetPage } from "./layout.ts";
import type { BuyersSide } from "./sandbox.ts";
import { isAgreementType, type WidgetError, type WidgetKind, widgetError } from "./widget-rules.ts";
import { widgetWords } from "./widget-words.ts";

export function widgetFrame(side: BuyersSide, kind: WidgetKind): FrontHandler {
  return (request) => {
    const query = new URLSearchParams(request.query);
    const language = chooseLanguage(query.get("language"), request.headers["accept-language"]);
    const origin = originOf(query.get("origin"));
    const found = admit(side.core.world, query, origin);
    const error = "error" in found ? found.error : undefined;
    const framedBy = "client" in found ? framing(found.client, origin) : [origin].filter((each) => each !== undefined);
    return answer({ kind, language, query, origin, error, framedBy });
  };
}

interface Framed {
  readonly kind: WidgetKind;
  readonly language: Language;
  readonly query: URLSearchParams;
  readonly origin: string | undefined;
  readonly error: WidgetError | undefined;
  readonly framedBy: readonly string[];
}

function answer({ kind, language, query, origin, error, framedBy }: Framed): FrontAnswer {
  const words = widgetWords[language];
  const spoken = {
    choose: words.choose[kind],
    nothing: words.nothing[kind],
    nothingChosen: words.nothingChosen[kind],
    change: words.change,
    problems: words.problems,
  };
  const data = {
    kind,
    origin: origin ?? "",
    seller: query.get("seller_id") ?? "",
    environment: query.get("environment") ?? "",
    display: query.get("display") === "Read" ? "Read" : "Edit",
    design: query.get("design") ?? undefined,
    "agreement-type": isAgreementType(query.get("agreement_type")) ? "BillingAgreement" : undefined,
    "error-code": error?.code,
    "error-message": error?.message,
  };
  const body = error
    ? problem(error, words.problems[error.code])
    : kind === "consent"
      ? consent(words.consent)
      : wait(words.loading);
  const title = words.titles[kind];
  return page(200, widgetPage({ language, title, body, data, words: spoken, script: "widget.js" }), { framedBy });
}

const problem = (error: WidgetError, text: string) =>
  html`<div id="stage"><p class="problem" role="alert">${text}</p><p class="quiet">${error.code}: ${error.message}</p></div>`;
const wait = (text: string) =>
  html`<div id="stage" aria-live="polite" aria-busy="true"><p class="quiet">${text}</p></div>`;
const consent = (text: string) =>
  html`<div id="stage"><label class="agree"><input type="checkbox" id="agree" disabled><span>${text}</span></label></div>`;

type Admission = { readonly client: Client } | { readonly error: WidgetError };

/** Finds the seller and the client that speak for the page. */
function admit(world: World, query: URLSearchParams, origin: string | undefined): Admission {
  const sellerId = query.get("seller_id");
  if (!sellerId) return widgetError("MissingParameter", "The option sellerId is missing.");
  const seller = world.sellers.get(sellerId);
  if (!seller) return widgetError("InvalidSellerId", "There is no such seller.");
  if (!seller.active) return widgetError("InvalidAccountStatus", "The seller's account is not active.");
  const client = clientOf(world, seller, query.get("client_id"));
  if (!client) return widgetError("InvalidParameterValue", "The client id is not one of this seller's.");
  if (!origin || !isAllowedOrigin(client, origin)) {
    return widgetError(
      "BuyerSessionExpired",
      "The page's origin is not among the client's Allowed JavaScript Origins.",
    );
  }
  return { client };
}

function clientOf(world: World, seller: Seller, clientId: string | null): Client | undefined {
  const id = clientId || seller.clientIds[0];
  return id !== undefined && seller.clientIds.includes(id) ? world.clients.get(id) : undefined;
}

const framing = (client: Client, origin: string | undefined) => [
  ...new Set([...client.allowedOrigins.map(originOf), origin].filter((each) => each !== undefined)),
];

/** An origin in its one spelling; anything that could say more in a header is none. */
function originOf(text: string | null): string | undefined {
  if (!text || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.origin === text ? url.origin : undefined;
}
