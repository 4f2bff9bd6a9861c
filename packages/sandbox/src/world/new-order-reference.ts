import type { OrderReference } from "./objects.ts";
import type { World } from "./world.ts";

type Given = Pick<
  OrderReference,
  "id" | "sellerId" | "buyerId" | "environment" | "wantsAddress" | "billingAgreementId"
>;

/** A Draft order reference on which nothing has happened yet; it is not part of the world. */
export const newOrderReference = (world: World, given: Given): OrderReference => ({
  kind: "OrderReference",
  ...given,
  createdAt: world.now,
  state: "Draft",
  updatedAt: world.now,
  cardIsFresh: false,
  authorizationIds: [],
  liveAmount: 0,
  capturedAmount: 0,
  countedAuthorizations: 0,
  capturedAuthorizations: 0,
  standingCaptures: 0,
});
