import type { Instant, Price } from "@noren-pay/base";
import type { z } from "zod";
import { messageOf, topicArnOf } from "../notices/envelope.ts";
import type { Notice } from "../notices/store.ts";
import type { Settings } from "../settings.ts";
import { constraintsOf } from "../world/details.ts";
import type {
  Authorization,
  Buyer,
  Capture,
  Client,
  OrderReference,
  PaymentObject,
  Refund,
  Seller,
  SellerKey,
} from "../world/objects.ts";
import type { World } from "../world/world.ts";
import type {
  buyerAnswer,
  clientAnswer,
  keyAnswer,
  noticeAnswer,
  objectAnswer,
  orderAnswer,
  sellerAnswer,
} from "./schemas.ts";

const iso = (instant: Instant) => new Date(instant).toISOString();

export function sellerView(world: World, seller: Seller): z.input<typeof sellerAnswer> {
  const clients = seller.clientIds.flatMap((clientId) => {
    const client = world.clients.get(clientId);
    return client ? [client] : [];
  });
  return {
    sellerId: seller.sellerId,
    accessKey: seller.accessKey,
    secretKey: seller.secretKey,
    keys: seller.keys.map(keyView),
    clientId: seller.clientIds[0] ?? "",
    clients: clients.map(clientView),
    storeName: seller.storeName,
    notificationUrl: seller.notificationUrl ?? null,
    noticeSignatureVersion: seller.noticeSignatureVersion ?? null,
    active: seller.active,
    topicArns: {
      Live: topicArnOf(world.settings, seller.sellerId, "Live"),
      Sandbox: topicArnOf(world.settings, seller.sellerId, "Sandbox"),
    },
  };
}

export const keyView = ({ createdAt, ...key }: SellerKey): z.input<typeof keyAnswer> => ({
  ...key,
  createdAt: iso(createdAt),
});

export const clientView = (client: Client): z.input<typeof clientAnswer> => ({
  ...client,
  allowedOrigins: [...client.allowedOrigins],
  allowedReturnUrls: [...client.allowedReturnUrls],
});

export const buyerView = (buyer: Buyer): z.input<typeof buyerAnswer> => ({
  buyerId: buyer.buyerId,
  name: buyer.name,
  email: buyer.email,
  password: buyer.password,
  phone: buyer.phone,
  sellerId: buyer.sellerId,
  addresses: [...buyer.addresses.values()],
  cards: [...buyer.cards.values()],
});

type Stateful = Pick<PaymentObject, "state" | "reasonCode" | "reasonDescription" | "createdAt" | "updatedAt">;
const statusView = (object: Stateful) => ({
  state: object.state,
  reasonCode: object.reasonCode ?? null,
  reasonDescription: object.reasonDescription ?? null,
  createdAt: iso(object.createdAt),
  updatedAt: iso(object.updatedAt),
});

export function orderView(world: World, order: OrderReference): z.input<typeof orderAnswer> {
  return {
    kind: "OrderReference",
    amazonOrderReferenceId: order.id,
    sellerId: order.sellerId,
    buyerId: order.buyerId,
    environment: order.environment,
    ...statusView(order),
    orderTotal: order.orderTotal ?? null,
    sellerOrderId: order.sellerOrderAttributes?.SellerOrderId ?? null,
    billingAgreementId: order.billingAgreementId ?? null,
    addressId: order.address?.addressId ?? null,
    cardId: order.card?.cardId ?? null,
    constraints: constraintsOf(world, order),
    authorizations: order.authorizationIds.map((id) =>
      authorizationOf(world, world.authorizations.get(id) as Authorization),
    ),
  };
}

function authorizationOf(world: World, authorization: Authorization) {
  const capture = world.captures.get(authorization.captureId ?? "");
  return {
    kind: "Authorization" as const,
    amazonAuthorizationId: authorization.id,
    authorizationReferenceId: authorization.referenceId,
    amount: authorization.amount,
    capturedAmount: priced(authorization.capturedAmount, authorization.amount),
    captureNow: authorization.captureNow,
    timeoutMinutes: authorization.timeoutMinutes,
    softDecline: authorization.softDecline ?? null,
    ...statusView(authorization),
    capture: capture ? captureOf(world, capture) : null,
  };
}

const priced = (amount: number, { currencyCode }: Price): Price => ({ amount, currencyCode });

const captureOf = (world: World, capture: Capture) => ({
  kind: "Capture" as const,
  amazonCaptureId: capture.id,
  captureReferenceId: capture.referenceId,
  amount: capture.amount,
  refundedAmount: priced(capture.refundedAmount, capture.amount),
  ...statusView(capture),
  refunds: capture.refundIds.map((id) => refundOf(world.refunds.get(id) as Refund)),
});

const refundOf = (refund: Refund) => ({
  kind: "Refund" as const,
  amazonRefundId: refund.id,
  refundReferenceId: refund.referenceId,
  amount: refund.amount,
  ...statusView(refund),
});

export function objectView(world: World, object: PaymentObject): z.input<typeof objectAnswer> {
  switch (object.kind) {
    case "OrderReference":
      return orderView(world, object);
    case "Authorization":
      return authorizationOf(world, object);
    case "Capture":
      return captureOf(world, object);
    case "Refund":
      return refundOf(object);
  }
}

export const noticeView = (notice: Notice, settings: Settings): z.input<typeof noticeAnswer> => ({
  noticeId: notice.noticeId,
  sellerId: notice.sellerId,
  url: notice.url,
  type: notice.content.type,
  objectId: notice.objectId,
  environment: notice.environment,
  state: notice.state,
  createdAt: iso(notice.createdAt),
  nextAttemptAt: notice.state === "waiting" ? iso(notice.nextAttemptAt) : null,
  isSample: notice.isSample === true,
  forgery: notice.forgery ?? null,
  copiesLeft: notice.copiesLeft ?? 0,
  attempts: notice.attempts.map(({ at, wall, tookMs, status, problem }) => ({
    at: iso(at),
    wall: wall === undefined ? null : iso(wall),
    tookMs: tookMs ?? null,
    status: status ?? null,
    problem: problem ?? null,
  })),
  message: messageOf(notice, settings),
});
