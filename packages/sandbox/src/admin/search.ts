import type { BillingAgreement } from "../world/billing-agreement.ts";
import type { OrderReference } from "../world/objects.ts";
import type { World } from "../world/world.ts";

/**
 * Whether an order or agreement has to do with `text`: a part of its id, the id of something that hangs on it, a part
 * of the merchant's own id, or of the buyer's name or e-mail address. Capitals and full-width letters do not matter.
 */
export function hasToDoWith(world: World, object: OrderReference | BillingAgreement, text: string): boolean {
  const wanted = plain(text);
  const buyer = world.buyers.get(object.buyerId);
  const own =
    object.kind === "OrderReference"
      ? object.sellerOrderAttributes?.SellerOrderId
      : object.sellerBillingAgreementAttributes?.SellerBillingAgreementId;
  return (
    wanted.startsWith(plain(object.id)) ||
    [object.id, own, buyer?.name, buyer?.email].some((each) => each !== undefined && plain(each).includes(wanted))
  );
}

const plain = (text: string) => text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");
