// A shop on a bare core, for tests: short ways to an order in some state, and time in the test's hand.
import { type Instant, minutes, seconds, yen } from "@noren-pay/base";
import type { Environment, OperationName } from "@noren-pay/protocol";
import { SandboxCore } from "../core.ts";
import type { RequestFor, ResponseFor } from "../operations/handler.ts";
import { isRefusal } from "../refusal.ts";
import type { Settings } from "../settings.ts";
import type { CardSimulation } from "../world/objects.ts";

export const start: Instant = Date.UTC(2026, 3, 1);

export interface ShopOptions {
  readonly settings?: Partial<Settings>;
  readonly seed?: string;
  /** Left out: notices are written. */
  readonly quiet?: boolean;
  readonly environment?: Environment;
}

export function shop({ settings, seed, quiet = false, environment = "Sandbox" }: ShopOptions = {}) {
  const core = new SandboxCore({ seed, settings, start });
  const { sellerId, clientIds } = core.defaultSeller;
  const buyer = [...core.world.buyers.values()][0];
  if (!buyer) throw new Error("no buyer is seeded");
  let now = start;
  let references = 0;
  if (!quiet) core.command("updateSeller", { sellerId, notificationUrl: "http://shop.example/ipn", now });
  const nextReference = () => `ref-${++references}`;

  const call = <O extends OperationName>(action: O, request: RequestFor<O>): ResponseFor<O> => {
    const answer = core.call({ sellerId, action, request, environment, now });
    if (isRefusal(answer)) throw new Error(`${action}: ${answer.code}: ${answer.message}`);
    return answer;
  };
  const outcome = <O extends OperationName>(action: O, request: RequestFor<O>): string => {
    const answer = core.call({ sellerId, action, request, environment, now });
    return isRefusal(answer) ? answer.code : "done";
  };
  const card = (simulation?: CardSimulation) => {
    const found = core.cardsOf(buyer.buyerId).find((each) => each.simulation === simulation);
    if (!found) throw new Error("no such card");
    return found.cardId;
  };
  const draft = (options: { wantsAddress?: boolean; card?: CardSimulation | "none"; address?: "none" } = {}) => {
    const order = core.createDraft({
      sellerId,
      buyerId: buyer.buyerId,
      wantsAddress: options.wantsAddress ?? true,
      environment,
      now,
    });
    const orderReferenceId = order.id;
    const [address] = core.addressesOf(buyer.buyerId);
    if (address && options.address !== "none") {
      core.selectAddress({ orderReferenceId, addressId: address.addressId, now });
    }
    if (options.card !== "none") core.selectPaymentMethod({ orderReferenceId, cardId: card(options.card), now });
    return orderReferenceId;
  };
  const open = (total = 10_000, options: Parameters<typeof draft>[0] = {}) => {
    const AmazonOrderReferenceId = draft(options);
    call("SetOrderReferenceDetails", { AmazonOrderReferenceId, OrderReferenceAttributes: { OrderTotal: yen(total) } });
    call("ConfirmOrderReference", { AmazonOrderReferenceId });
    return AmazonOrderReferenceId;
  };
  const draftAgreement = (
    options: { wantsAddress?: boolean; card?: CardSimulation | "none"; consent?: boolean } = {},
  ) => {
    const { wantsAddress = true, consent = true } = options;
    const billingAgreementId = core.command("createAgreement", {
      sellerId,
      buyerId: buyer.buyerId,
      wantsAddress,
      environment,
      now,
    }).id;
    const [address] = core.addressesOf(buyer.buyerId);
    if (address && wantsAddress) {
      core.command("selectAgreementAddress", { billingAgreementId, addressId: address.addressId, now });
    }
    if (options.card !== "none") {
      core.command("selectAgreementPaymentMethod", { billingAgreementId, cardId: card(options.card), now });
    }
    if (consent) core.command("setConsent", { billingAgreementId, consent, now });
    return billingAgreementId;
  };
  const openAgreement = (options: Parameters<typeof draftAgreement>[0] = {}) => {
    const AmazonBillingAgreementId = draftAgreement(options);
    call("ConfirmBillingAgreement", { AmazonBillingAgreementId });
    return AmazonBillingAgreementId;
  };
  type Charge = Partial<RequestFor<"AuthorizeOnBillingAgreement">>;
  const chargeRequest = (
    agreementId: string,
    amount: number,
    more: Charge = {},
  ): RequestFor<"AuthorizeOnBillingAgreement"> => ({
    AmazonBillingAgreementId: agreementId,
    AuthorizationReferenceId: nextReference(),
    AuthorizationAmount: yen(amount),
    TransactionTimeout: 0,
    ...more,
  });
  /** Authorizes on a billing agreement. */
  const charge = (agreementId: string, amount = 10_000, more: Charge = {}) =>
    call("AuthorizeOnBillingAgreement", chargeRequest(agreementId, amount, more));
  const agreement = (id: string) =>
    call("GetBillingAgreementDetails", { AmazonBillingAgreementId: id }).BillingAgreementDetails;
  const authorizeRequest = (
    orderId: string,
    amount: number,
    more: Partial<RequestFor<"Authorize">> = {},
  ): RequestFor<"Authorize"> => ({
    AmazonOrderReferenceId: orderId,
    AuthorizationReferenceId: nextReference(),
    AuthorizationAmount: yen(amount),
    TransactionTimeout: 0,
    ...more,
  });
  const authorize = (orderId: string, amount = 10_000, more: Partial<RequestFor<"Authorize">> = {}) =>
    call("Authorize", authorizeRequest(orderId, amount, more)).AuthorizationDetails;
  const captureRequest = (
    authorizationId: string,
    amount: number,
    more: Partial<RequestFor<"Capture">> = {},
  ): RequestFor<"Capture"> => ({
    AmazonAuthorizationId: authorizationId,
    CaptureReferenceId: nextReference(),
    CaptureAmount: yen(amount),
    ...more,
  });
  const capture = (authorizationId: string, amount = 10_000, more: Partial<RequestFor<"Capture">> = {}) =>
    call("Capture", captureRequest(authorizationId, amount, more)).CaptureDetails;
  const refundRequest = (
    captureId: string,
    amount: number,
    more: Partial<RequestFor<"Refund">> = {},
  ): RequestFor<"Refund"> => ({
    AmazonCaptureId: captureId,
    RefundReferenceId: nextReference(),
    RefundAmount: yen(amount),
    ...more,
  });
  const refund = (captureId: string, amount: number, more: Partial<RequestFor<"Refund">> = {}) =>
    call("Refund", refundRequest(captureId, amount, more)).RefundDetails;

  return {
    core,
    sellerId,
    clientId: clientIds[0] as string,
    buyer,
    card,
    draft,
    open,
    draftAgreement,
    openAgreement,
    charge,
    chargeRequest,
    agreement,
    call,
    outcome,
    authorize,
    authorizeRequest,
    capture,
    captureRequest,
    refund,
    refundRequest,
    /** Lets an operator press an event of an object. */
    press: (id: string, event: string, amount?: number) => core.command("pressEvent", { id, event, amount, now }),
    now: () => now,
    /** Lets `ms` of business time pass. */
    later(ms: number) {
      now += ms;
      core.runDue(now);
    },
    /** `State` or `State/Reason` of any object. */
    state(id: string): string {
      const object = core.object(id, now);
      if (!object) throw new Error(`no object ${id}`);
      return object.reasonCode ? `${object.state}/${object.reasonCode}` : object.state;
    },
    /** Takes the notices that are due, as `Type State/Reason`. */
    notices(): string[] {
      const taken: string[] = [];
      for (let notice = core.takeNotice(now); notice; notice = core.takeNotice(now)) {
        core.command("noticeAttempted", { noticeId: notice.noticeId, status: 200, now });
        taken.push(`${notice.content.type} ${statusOf(notice.content.details)}`);
      }
      return taken;
    },
  };
}

function statusOf(details: object): string {
  const [, status] = Object.entries(details).find(([name]) => name.endsWith("Status")) ?? [];
  const { State, ReasonCode } = status as { State: string; ReasonCode?: string };
  return ReasonCode ? `${State}/${ReasonCode}` : State;
}

/** The text of a simulation. */
export const simulation = (wanted: object) => JSON.stringify({ SandboxSimulation: wanted });

/** How long processing takes, and a little more. */
export const processed = seconds(31);
export const aMinute = minutes(1);
