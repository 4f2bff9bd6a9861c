// The shapes of the admin API. Instants are ISO texts, but for the clock's, which are ms since 1970 for machines.
import { currencyDecimals } from "@noren-pay/base";
import { z } from "zod";
import { cardSimulations } from "../world/objects.ts";

const text = (max: number) => z.string().min(1).max(max);
export const id = text(100);
export const url = z.url({ protocol: /^https?$/ }).max(2_000);
export const instant = z.iso.datetime();
export const environment = z.enum(["Live", "Sandbox"]);
export const price = z.strictObject({
  amount: z.int(),
  currencyCode: z.enum(Object.keys(currencyDecimals) as [keyof typeof currencyDecimals]),
});

export const addressFields = z.strictObject({
  Name: z.string().max(100).optional(),
  AddressLine1: z.string().max(200).optional(),
  AddressLine2: z.string().max(200).optional(),
  AddressLine3: z.string().max(200).optional(),
  City: z.string().max(100).optional(),
  County: z.string().max(100).optional(),
  District: z.string().max(100).optional(),
  StateOrRegion: z.string().max(100).optional(),
  PostalCode: z.string().max(30).optional(),
  CountryCode: z.string().length(2).optional(),
  Phone: z.string().max(30).optional(),
});

export const cardFields = z.strictObject({
  brand: text(50),
  tail: z.string().regex(/^\d{2,6}$/),
  simulation: z.enum(cardSimulations).optional(),
});

const client = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  name: z.string(),
  allowedOrigins: z.array(z.string()),
  allowedReturnUrls: z.array(z.string()),
});
export const clientAnswer = client;

export const sellerAnswer = z.object({
  sellerId: z.string(),
  accessKey: z.string(),
  secretKey: z.string(),
  clientId: z.string().describe("The first of the clients."),
  clients: z.array(client),
  storeName: z.string(),
  notificationUrl: z.string().nullable(),
  active: z.boolean(),
  topicArns: z.object({ Live: z.string(), Sandbox: z.string() }).describe("Under which notices are published."),
});

const addressAnswer = addressFields.extend({ addressId: z.string() });
const cardAnswer = cardFields.extend({ cardId: z.string() });
export const buyerAnswer = z.object({
  buyerId: z.string(),
  name: z.string(),
  email: z.string(),
  password: z.string(),
  phone: z.string().optional(),
  sellerId: z.string().optional(),
  addresses: z.array(addressAnswer),
  cards: z.array(cardAnswer),
});
export { addressAnswer, cardAnswer };

const status = {
  state: z.string(),
  reasonCode: z.string().nullable(),
  reasonDescription: z.string().nullable(),
  createdAt: instant,
  updatedAt: instant,
};
const refund = z.object({
  kind: z.literal("Refund"),
  amazonRefundId: z.string(),
  refundReferenceId: z.string(),
  amount: price,
  ...status,
});
const capture = z.object({
  kind: z.literal("Capture"),
  amazonCaptureId: z.string(),
  captureReferenceId: z.string(),
  amount: price,
  refundedAmount: price,
  ...status,
  refunds: z.array(refund),
});
const authorization = z.object({
  kind: z.literal("Authorization"),
  amazonAuthorizationId: z.string(),
  authorizationReferenceId: z.string(),
  amount: price,
  capturedAmount: price,
  captureNow: z.boolean(),
  timeoutMinutes: z.int(),
  softDecline: z.boolean().nullable(),
  ...status,
  capture: capture.nullable().describe("Accepted captures only; a declined one has no authorization to show it."),
});
export const orderAnswer = z.object({
  kind: z.literal("OrderReference"),
  amazonOrderReferenceId: z.string(),
  sellerId: z.string(),
  buyerId: z.string(),
  environment,
  ...status,
  orderTotal: price.nullable(),
  sellerOrderId: z.string().nullable(),
  addressId: z.string().nullable(),
  cardId: z.string().nullable(),
  constraints: z.array(z.string()),
  authorizations: z.array(authorization),
});
export const objectAnswer = z.union([orderAnswer, authorization, capture, refund]);

export const clockAnswer = z.object({
  now: z.number().describe("Business time, ms since 1970."),
  nowText: instant,
  frozen: z.boolean(),
  nextDue: z.number().nullable().describe("When something happens next, ms since 1970."),
});

export const noticeAnswer = z.object({
  noticeId: z.string(),
  sellerId: z.string(),
  url: z.string(),
  type: z.string(),
  objectId: z.string(),
  environment,
  state: z.enum(["waiting", "delivered", "givenUp"]),
  createdAt: instant,
  nextAttemptAt: instant.nullable(),
  attempts: z.array(z.object({ at: instant, status: z.int().nullable(), problem: z.string().nullable() })),
  message: z.string().describe("The inner message, as it is sent."),
});

export const nothing = z.object({});
