// What widgets ask of the sandbox, with the buyer's token in the header.
import type { Environment } from "@noren-pay/protocol";
import { SandboxError } from "../errors.ts";
import type { FrontAnswer, FrontRequest } from "../http/front.ts";
import { isAllowedOrigin } from "../world/clients.ts";
import type { AccessToken, Buyer } from "../world/objects.ts";
import { headerOf, json, readJsonObject } from "./answers.ts";
import { chooseLanguage } from "./language.ts";
import type { BuyersSide } from "./sandbox.ts";
import { needsAnotherCard, viewOf, type WidgetView } from "./widget-choices.ts";
import {
  type Contract,
  type Display,
  isAgreementType,
  refusalOf,
  type WidgetError,
  type WidgetKind,
  widgetError,
} from "./widget-rules.ts";

type Failure = { readonly error: WidgetError };

interface Ask {
  readonly sellerId: string;
  readonly environment: Environment;
  readonly display: Display;
  readonly isAgreement: boolean;
  readonly contractId: string | undefined;
  readonly create: boolean;
  readonly choiceId: string | undefined;
  /** What the Consent widget's box was made. */
  readonly consent: boolean | undefined;
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
  const created = ask.contractId === undefined && ask.create && kind !== "consent";
  if (!created && ask.contractId === undefined) {
    const option = ask.isAgreement || kind === "consent" ? "amazonBillingAgreementId" : "amazonOrderReferenceId";
    return widgetError("MissingParameter", `The option ${option} is missing.`);
  }
  const order = created ? draft(side, visit, kind === "address-book") : found(side, ask.contractId ?? "");
  const refusal = refusalOf(order, { ...ask, kind, buyerId: buyer.buyerId });
  if (refusal) return { error: refusal };
  const shown = order as Contract;
  if (ask.display === "Edit") choose(side, kind, { order: shown, buyer, ask });
  const language = chooseLanguage(languageOfPage(request), request.headers["accept-language"]);
  return { ...viewOf({ kind, display: ask.display, order: shown, buyer, language }), created };
}

interface Choosing {
  readonly order: Contract;
  readonly buyer: Buyer;
  /** Without a choice: the first one, where none is chosen yet. */
  readonly ask: Pick<Ask, "choiceId" | "consent">;
}

function found({ core, clock }: BuyersSide, id: string): Contract | undefined {
  const now = clock.now();
  return core.billingAgreement(id, now) ?? core.orderReference(id, now);
}

function choose(side: BuyersSide, kind: WidgetKind, { order, buyer, ask }: Choosing): void {
  const now = side.clock.now();
  if (kind === "consent") {
    const { consent } = ask;
    if (consent !== undefined) side.core.command("setConsent", { billingAgreementId: order.id, consent, now });
  } else if (kind === "address-book") {
    const addressId = ask.choiceId ?? (order.address ? undefined : buyer.addresses.keys().next().value);
    if (addressId !== undefined) chooseAddress(side, order, addressId);
  } else {
    const first = order.card || needsAnotherCard(order) ? undefined : buyer.cards.keys().next().value;
    const cardId = ask.choiceId ?? first;
    if (cardId !== undefined) chooseCard(side, order, cardId);
  }
}

function chooseAddress({ core, clock }: BuyersSide, { kind, id }: Contract, addressId: string): void {
  const now = clock.now();
  if (kind === "OrderReference") core.selectAddress({ orderReferenceId: id, addressId, now });
  else core.command("selectAgreementAddress", { billingAgreementId: id, addressId, now });
}

function chooseCard({ core, clock }: BuyersSide, { kind, id }: Contract, cardId: string): void {
  const now = clock.now();
  if (kind === "OrderReference") core.selectPaymentMethod({ orderReferenceId: id, cardId, now });
  else core.command("selectAgreementPaymentMethod", { billingAgreementId: id, cardId, now });
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
  isAgreement: isAgreementType(body.agreementType),
  contractId: textOf(body.contractId),
  create: body.create === true,
  choiceId: textOf(body.choiceId),
  consent: typeof body.consent === "boolean" ? body.consent : undefined,
  wantsAddress: body.wantsAddress !== false,
});

function draft({ core, clock }: BuyersSide, { ask, buyer }: Visit, wantsAddress: boolean): Contract {
  const { sellerId, environment } = ask;
  const wanted = { now: clock.now(), sellerId, buyerId: buyer.buyerId, environment, wantsAddress };
  return ask.isAgreement ? core.command("createAgreement", wanted) : core.createDraft(wanted);
}

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
  const { id, kind } = draft(side, visit, visit.ask.wantsAddress);
  return json(200, { contractId: id, isAgreement: kind === "BillingAgreement" }, readable);
}
