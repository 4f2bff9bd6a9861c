import { type Instant, type Random, seededRandom } from "@noren-pay/base";
import { type DueEvent, DueQueue } from "../due/queue.ts";
import type { NoticeStore } from "../notices/store.ts";
import type { Settings } from "../settings.ts";
import type { BillingAgreement } from "./billing-agreement.ts";
import { History } from "./history.ts";
import type {
  AccessToken,
  Authorization,
  AuthToken,
  Buyer,
  Capture,
  Client,
  OrderReference,
  PaymentObject,
  Refund,
  Seller,
} from "./objects.ts";

/** Everything the sandbox knows. Plain maps; whoever changes them goes through a command, an operation or a due event. */
export interface World {
  readonly seed: string;
  settings: Settings;
  readonly random: Random;
  /** The latest business time at which anything happened. */
  now: Instant;
  readonly sellers: Map<string, Seller>;
  readonly sellersByAccessKey: Map<string, Seller>;
  readonly clients: Map<string, Client>;
  readonly buyers: Map<string, Buyer>;
  readonly buyersByEmail: Map<string, Buyer>;
  readonly tokens: Map<string, AccessToken>;
  /** MWSAuthTokens by their text. */
  readonly authTokens: Map<string, AuthToken>;
  readonly billingAgreements: Map<string, BillingAgreement>;
  readonly orderReferences: Map<string, OrderReference>;
  readonly authorizations: Map<string, Authorization>;
  readonly captures: Map<string, Capture>;
  readonly refunds: Map<string, Refund>;
  /** Order reference ids by seller, environment and SellerOrderId. */
  readonly sellerOrders: Map<string, Set<string>>;
  /** Object ids by seller, operation and the merchant's reference id. */
  readonly references: Map<string, string>;
  readonly due: DueQueue;
  readonly notices: NoticeStore;
  readonly history: History;
}

/** What a new world needs from outside. */
export interface WorldMakers {
  readonly isLive: (world: World, event: DueEvent) => boolean;
  readonly notices: NoticeStore;
}

export function createWorld(seed: string, settings: Settings, makers: WorldMakers): World {
  const world: World = {
    seed,
    settings,
    random: seededRandom(seed),
    now: 0,
    sellers: new Map(),
    sellersByAccessKey: new Map(),
    clients: new Map(),
    buyers: new Map(),
    buyersByEmail: new Map(),
    tokens: new Map(),
    authTokens: new Map(),
    billingAgreements: new Map(),
    orderReferences: new Map(),
    authorizations: new Map(),
    captures: new Map(),
    refunds: new Map(),
    sellerOrders: new Map(),
    references: new Map(),
    due: new DueQueue((event) => makers.isLive(world, event)),
    notices: makers.notices,
    history: new History(),
  };
  return world;
}

/** Everything that has a life cycle. */
export type SandboxObject = PaymentObject | BillingAgreement;

/** Any object by Amazon's id. */
export const objectOf = (world: World, id: string): SandboxObject | undefined =>
  world.billingAgreements.get(id) ??
  world.orderReferences.get(id) ??
  world.authorizations.get(id) ??
  world.captures.get(id) ??
  world.refunds.get(id);

/** Draws ids until one is free. Chance alone makes a second draw rare; a thousand in vain means the space is used up. */
export function freeId(taken: ReadonlyMap<string, unknown>, draw: () => string): string {
  for (let tries = 0; tries < 1_000; tries++) {
    const id = draw();
    if (!taken.has(id)) return id;
  }
  throw new Error("no free id is left");
}

/** The key under which a merchant's reference id is remembered. */
export const referenceKey = (sellerId: string, operation: "Authorize" | "Capture" | "Refund", referenceId: string) =>
  `${sellerId} ${operation} ${referenceId}`;
