// What widgets ask of the sandbox, with the buyer's token in the header.
import type { Environment } from "@noren-pay/protocol";
import { SandboxError } from "../errors.ts";
import type { FrontAnswer, FrontRequest } from "../http/front.ts";
import { isAllowedOrigin } from "../world/clients.ts";
import type { AccessToken, Buyer, OrderReference } from "../world/objects.ts";
import { headerOf, json, readJsonObject } from "./answers.ts";
import { chooseLanguage } from "./language.ts";
import type { BuyersSide } from "./sandbox.ts";
import { needsAnotherCard, viewOf, type WidgetView } from "./widget-choices.ts";
import { type Display, refusalOf, type WidgetError, type WidgetKind, widgetError } from "./widget-rules.ts";

type Failure = { readonly error: WidgetError };

interface Ask {
  readonly sellerId: string;
  readonly environment: Environment;
  readonly display: Display;
  readonly orderReferenceId: string | undefined;
  readonly create: boolean;
  readonly choiceId: string | undefined;
  /** A button's own wish; widgets know by what they are. */
  readonly wantsAddress: boolean;
}

interface Visit {
  readonly ask: Ask;
  readonly token: AccessToken;
  readonly buyer: Buyer;
}

/** `state` shows, and creates or preselects where nothing is yet; `select` stores a choice. Always 200: the widget reads the code. */
export async function widgetCall(side: BuyersSide, kind: WidgetKind, request: FrontRequest): Promise<FrontAnswer> {
  const visit = await visitOf(side, request);
  if ("error" in visit) return json(200, visit);
  try {
    return json(200, answerTo(side, { kind, request, visit }));
  } catch (cause) {
    if (cause instanceof SandboxError) return json(200, widgetError("InvalidParameterValue", cause.message));
    throw cause;
  }
}

interface Call {
  readonly kind: WidgetKind;
  readonly request: FrontRequest;
  readonly visit: Visit;
}

function answerTo(side: BuyersSide, { kind, request, visit }: Call): (WidgetView & { created: boolean }) | Failure {
  const { ask, buyer } = visit;
  const created = ask.orderReferenceId === undefined && ask.create;
  if (!created && ask.orderReferenceId === undefined) {
    return widgetError("MissingParameter", "The option amazonOrderReferenceId is missing.");
  }
  const order = created
    ? draft(side, visit, kind === "address-book")
    : side.core.orderReference(ask.orderReferenceId ?? "", side.clock.now());
  const refusal = refusalOf(order, { ...ask, kind, buyerId: buyer.buyerId });
  if (refusal) return { error: refusal };
  const shown = order as OrderReference;
  if (ask.display === "Edit") choose(side, kind, { order: shown, buyer, choiceId: ask.choiceId });
  const language = chooseLanguage(languageOfPage(request), request.headers["accept-language"]);
  return { ...viewOf({ kind, display: ask.display, order: shown, buyer, language }), created };
}

interface Choosing {
  readonly order: OrderReference;
  readonly buyer: Buyer;
  /** Undefined: the first one, where none is chosen yet. */
  readonly choiceId: string | undefined;
}

function choose(side: BuyersSide, kind: WidgetKind, { order, buyer, choiceId }: Choosing): void {
  const orderReferenceId = order.id;
  const now = side.clock.now();
  if (kind === "address-book") {
    const addressId = choiceId ?? (order.address ? undefined : buyer.addresses.keys().next().value);
    if (addressId !== undefined) side.core.selectAddress({ orderReferenceId, addressId, now });
  } else {
    const first = order.card || needsAnotherCard(order) ? undefined : buyer.cards.keys().next().value;
    const cardId = choiceId ?? first;
    if (cardId !== undefined) side.core.selectPaymentMethod({ orderReferenceId, cardId, now });
  }
}

/** A widget's language stands in its frame's address, which its own calls name as their referrer. */
function languageOfPage(request: FrontRequest): string | null {
  const referrer = headerOf(request, "referer") ?? "";
  return URL.canParse(referrer) ? new URL(referrer).searchParams.get("language") : null;
}

async function visitOf(side: BuyersSide, request: FrontRequest): Promise<Visit | Failure> {
  const { core, clock } = side;
  const { world } = core;
  const body = await readJsonObject(request);
  if (!body) return widgetError("InvalidParameterValue", "The request is not a JSON object.");
  const ask = askOf(body);
  const token = core.tokenOf(headerOf(request, "x-amz-access-token") ?? "", clock.now());
  const buyer = token && world.buyers.get(token.buyerId);
  if (!token || !buyer) return widgetError("BuyerSessionExpired", "There is no valid access token.");
  if (!token.scopes.includes("payments:widget")) {
    return widgetError("InvalidParameterValue", "The token lacks the scope payments:widget.");
  }
  const seller = world.sellers.get(ask.sellerId);
  if (!seller) return widgetError("InvalidSellerId", "There is no such seller.");
  if (!seller.active) return widgetError("InvalidAccountStatus", "The seller's account is not active.");
  if (!seller.clientIds.includes(token.clientId)) {
    return widgetError("InvalidParameterValue", "The token was granted to another seller's client.");
  }
  return { ask, token, buyer };
}

const textOf = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

const askOf = (body: Readonly<Record<string, unknown>>): Ask => ({
  sellerId: textOf(body.sellerId) ?? "",
  environment: body.environment === "Live" ? "Live" : "Sandbox",
  display: body.display === "Read" ? "Read" : "Edit",
  orderReferenceId: textOf(body.orderReferenceId),
  create: body.create === true,
  choiceId: textOf(body.choiceId),
  wantsAddress: body.wantsAddress !== false,
});

const draft = (side: BuyersSide, { ask, buyer }: Visit, wantsAddress: boolean): OrderReference =>
  side.core.createDraft({
    now: side.clock.now(),
    sellerId: ask.sellerId,
    buyerId: buyer.buyerId,
    environment: ask.environment,
    wantsAddress,
  });

/** A button with onSignIn makes its draft from the shop's own page, so the page's origin must be the client's. */
export async function draftOfButton(side: BuyersSide, request: FrontRequest): Promise<FrontAnswer> {
  const origin = headerOf(request, "origin") ?? "";
  const visit = await visitOf(side, request);
  const client = "token" in visit ? side.core.findClient(visit.token.clientId) : undefined;
  // The error is for the page that asked, whoever it is; it says nothing of the buyer.
  const readable = { "access-control-allow-origin": origin, vary: "origin" };
  if ("error" in visit) return json(200, visit, readable);
  if (!client || !isAllowedOrigin(client, origin)) {
    return json(200, widgetError("BuyerSessionExpired", "The page's origin is not allowed."), readable);
  }
  return json(200, { orderReferenceId: draft(side, visit, visit.ask.wantsAddress).id }, readable);
}
