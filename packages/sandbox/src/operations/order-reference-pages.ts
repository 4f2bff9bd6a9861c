// Pages of a list of order references. A token holds the whole query and where to go on: nothing is kept between calls,
// and an order made meanwhile neither repeats nor hides another one.
import { limits } from "@noren-pay/protocol";
import { z } from "zod";
import { type AmazonRefusal, refuse } from "../refusal.ts";
import { listedOrderReferenceView } from "../world/details.ts";
import type { OrderReference } from "../world/objects.ts";
import { sellerOrdersOf } from "../world/seller-orders.ts";
import type { World } from "../world/world.ts";
import type { Caller, ResponseFor } from "./handler.ts";

const query = z.strictObject({
  sellerOrderId: z.string(),
  isElsewhere: z.boolean(),
  from: z.int().optional(),
  to: z.int().optional(),
  isDescending: z.boolean(),
  size: z.int().min(1).max(limits.listPageSizeMax),
  /** In capitals, as the request spells them. */
  states: z.array(z.string()).readonly().optional(),
  /** The last one of the page before. */
  after: z.strictObject({ createdAt: z.int(), id: z.string() }).optional(),
});
type Query = z.output<typeof query>;

export function pageOf(
  world: World,
  { seller, environment }: Caller,
  wanted: Query,
): ResponseFor<"ListOrderReference"> {
  const of = { sellerId: seller.sellerId, environment };
  const all = wanted.isElsewhere ? [] : sellerOrdersOf(world, of, wanted.sellerOrderId);
  if (wanted.isDescending) all.reverse();
  const found = all.filter((order) => fits(world, order, wanted));
  const page = found.slice(0, wanted.size);
  const last = page.at(-1);
  const next =
    last && found.length > page.length ? { ...wanted, after: { createdAt: last.createdAt, id: last.id } } : undefined;
  return {
    OrderReferenceList: page.map((order) => listedOrderReferenceView(world, order)),
    NextPageToken: next && writeNextToken(next),
  };
}

function fits(world: World, order: OrderReference, { from, to, states, after, isDescending }: Query): boolean {
  if (from !== undefined && order.createdAt < from) return false;
  if (to !== undefined && order.createdAt > to) return false;
  const isWanted =
    states && states.length > 0
      ? states.includes(order.state.toUpperCase())
      : order.state !== "Draft" || world.settings.listDrafts;
  if (!isWanted || !after) return isWanted;
  const distance = order.createdAt - after.createdAt || (order.id < after.id ? -1 : order.id > after.id ? 1 : 0);
  return isDescending ? distance < 0 : distance > 0;
}

const writeNextToken = (next: Query): string => Buffer.from(JSON.stringify(next)).toString("base64");

export function readNextToken(token: string): Query | AmazonRefusal {
  try {
    return query.parse(JSON.parse(Buffer.from(token, "base64").toString("utf8")));
  } catch {
    return refuse("InvalidParameterValue", "The parameter NextPageToken is not one that a list has given.");
  }
}
