import type { OrderReference } from "../world/objects.ts";
import { rememberSellerOrder } from "../world/seller-orders.ts";
import type { World } from "../world/world.ts";
import type { RequestFor } from "./handler.ts";

export type Attributes = RequestFor<"SetOrderAttributes">["OrderAttributes"];

/** Overwrites what is sent and leaves the rest. */
export function applyAttributes(world: World, order: OrderReference, attributes: Attributes): void {
  if (attributes.OrderTotal) order.orderTotal = attributes.OrderTotal;
  if (attributes.SellerNote !== undefined) order.sellerNote = attributes.SellerNote;
  if (attributes.PlatformId !== undefined) order.platformId = attributes.PlatformId;
  order.requestPaymentAuthorization =
    attributes.RequestPaymentAuthorization ?? order.requestPaymentAuthorization ?? false;
  if (attributes.SellerOrderAttributes) {
    const before = order.sellerOrderAttributes?.SellerOrderId;
    order.sellerOrderAttributes = { ...order.sellerOrderAttributes, ...given(attributes.SellerOrderAttributes) };
    rememberSellerOrder(world, order, before);
  }
  if (attributes.PaymentServiceProviderAttributes) {
    order.paymentServiceProviderAttributes = {
      ...order.paymentServiceProviderAttributes,
      ...given(attributes.PaymentServiceProviderAttributes),
    };
  }
}

/** The fields that are not undefined. */
export const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

/** The dotted name of the first attribute that would change something already set; adding and repeating are fine. */
export function firstChanged(order: OrderReference, attributes: Attributes): string | undefined {
  const pairs: [string, unknown, unknown][] = [
    ["SellerNote", order.sellerNote, attributes.SellerNote],
    // `false` is what it is until somebody asks for it.
    [
      "RequestPaymentAuthorization",
      order.requestPaymentAuthorization || undefined,
      attributes.RequestPaymentAuthorization,
    ],
    ...below("SellerOrderAttributes", order.sellerOrderAttributes, attributes.SellerOrderAttributes),
    ...below(
      "PaymentServiceProviderAttributes",
      order.paymentServiceProviderAttributes,
      attributes.PaymentServiceProviderAttributes,
    ),
  ];
  return pairs.find(([, old, wanted]) => old !== undefined && wanted !== undefined && !same(old, wanted))?.[0];
}

function below(prefix: string, old: object | undefined, wanted: object | undefined): [string, unknown, unknown][] {
  return Object.entries(wanted ?? {}).map(([name, value]) => [
    `${prefix}.${name}`,
    (old as Record<string, unknown> | undefined)?.[name],
    value,
  ]);
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);
