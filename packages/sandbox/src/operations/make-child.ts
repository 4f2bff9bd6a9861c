import { lifetimes } from "@noren-pay/protocol";
import type { BillingAgreement } from "../world/billing-agreement.ts";
import { newOrderReferenceId } from "../world/ids.ts";
import { newOrderReference } from "../world/new-order-reference.ts";
import type { OrderReference } from "../world/objects.ts";
import { freeId, type World } from "../world/world.ts";

/** A Draft order reference of an agreement, with the agreement's payment method. */
export function makeChild(
  world: World,
  agreement: BillingAgreement,
  { inheritsAddress }: { inheritsAddress: boolean },
): OrderReference {
  const { environment, sellerId, buyerId } = agreement;
  const order: OrderReference = {
    ...newOrderReference(world, {
      id: freeId(world.orderReferences, () => newOrderReferenceId(world.random, environment, world.settings.region)),
      sellerId,
      buyerId,
      environment,
      wantsAddress: inheritsAddress && agreement.wantsAddress,
      billingAgreementId: agreement.id,
    }),
    card: agreement.card,
    address: inheritsAddress ? agreement.address : undefined,
  };
  world.orderReferences.set(order.id, order);
  world.history.note(order, world.now);
  agreement.orderReferenceIds.push(order.id);
  world.due.schedule("draftGoesStale", world.now + lifetimes.draftMs, order.id);
  return order;
}
