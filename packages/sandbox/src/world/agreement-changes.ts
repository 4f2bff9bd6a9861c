// Every change of a billing agreement's state, with what follows for its order references.
import type { BillingAgreementEventType } from "@noren-pay/protocol";
import { announce } from "../notices/announce.ts";
import type { BillingAgreement } from "./billing-agreement.ts";
import { cancelOrderReference, closeOrderReference, enter, reopen } from "./changes.ts";
import type { Address, Card, OrderReference } from "./objects.ts";
import type { World } from "./world.ts";

/** Draft or Suspended to Open, by the merchant; an Open one takes over what the buyer has chosen since. */
export function confirmAgreement(world: World, agreement: BillingAgreement): void {
  const { state, chosen } = agreement;
  agreement.address = chosen.address ?? agreement.address;
  agreement.card = chosen.card ?? agreement.card;
  agreement.chosen = {};
  if (state !== "Open") open(world, agreement);
}

/** The buyer mends the card that was declined, which then works, or gives another one, on Amazon's own page. */
export function repairAgreement(world: World, agreement: BillingAgreement, card?: Card): void {
  const mended = card ?? agreement.card;
  agreement.card = card || !mended ? mended : { ...mended, simulation: undefined };
  open(world, agreement);
}

function open(world: World, agreement: BillingAgreement): void {
  const wasSuspended = agreement.state === "Suspended";
  agreement.constraint = undefined;
  agreement.reopensAt = undefined;
  enter(world, agreement, "Open");
  announce(world, agreement);
  if (!wasSuspended) return;
  for (const order of childrenOf(world, agreement)) {
    if (order.state !== "Suspended") continue;
    order.card = agreement.card;
    reopen(world, order);
  }
}

/** By a declined payment method, or by a constraint that came later; the reason code of those is not known. */
export function suspendAgreement(
  world: World,
  agreement: BillingAgreement,
  why: Pick<BillingAgreement, "constraint"> & { reason?: "InvalidPaymentMethod" },
): void {
  agreement.chosen = {};
  agreement.constraint = why.constraint;
  enter(world, agreement, "Suspended", { reason: why.reason });
  announce(world, agreement);
}

/** What is Open of its authorizations can still be captured. */
export function closeAgreement(
  world: World,
  agreement: BillingAgreement,
  reason: "SellerClosed" | "BuyerClosed" | "AmazonClosed" | "Expired",
  description?: string,
): void {
  enter(world, agreement, "Closed", { reason, description });
  announce(world, agreement);
}

/** Ends its order references too. */
export function cancelAgreement(world: World, agreement: BillingAgreement, reason: "Stale" | "AmazonCanceled"): void {
  enter(world, agreement, "Canceled", { reason });
  announce(world, agreement);
  for (const order of childrenOf(world, agreement)) {
    if (order.state === "Canceled" || order.state === "Closed") continue;
    if (order.standingCaptures > 0) closeOrderReference(world, order, "AmazonClosed");
    else cancelOrderReference(world, order, reason);
  }
}

/** The buyer changes address or payment method of an Open agreement on Amazon's own page. */
export function updateAgreement(
  world: World,
  agreement: BillingAgreement,
  { address, card }: { address?: Address | undefined; card?: Card | undefined },
): void {
  agreement.address = address ?? agreement.address;
  agreement.card = card ?? agreement.card;
  agreement.updatedAt = world.now;
  const both: BillingAgreementEventType = "AddressAndPaymentMethodUpdated";
  announce(world, agreement, address && card ? both : address ? "AddressUpdated" : "PaymentMethodUpdated");
}

const childrenOf = (world: World, agreement: BillingAgreement): OrderReference[] =>
  agreement.orderReferenceIds.flatMap((id) => world.orderReferences.get(id) ?? []);
