// The shapes of the admin API. Instants are ISO texts, but for the clock's, which are ms since 1970 for machines.
import { currencyDecimals } from "@noren-pay/base";
import { notificationTypeNames } from "@noren-pay/protocol";
import { z } from "zod";
import { forgeries } from "../notices/forgeries.ts";
import { noticeRuleKinds } from "../notices/rules.ts";
import { noticeStates } from "../notices/store.ts";
import { cardSimulations } from "../world/objects.ts";

export const search = z
  .string()
  .min(1)
  .max(200)
  .optional()
  .meta({ description: "A part of an id, the shop's number, the buyer's name or e-mail address.", examples: ["山田"] });
const text = (max: number) => z.string().min(1).max(max);
export const id = text(100);
export const url = z.url({ protocol: /^https?$/ }).max(2_000);
export const instant = z.iso.datetime();
/** Business or wall time for machines. */
export const ms = z.number().meta({ description: "ms since 1970", examples: [1_775_012_400_000] });
export const environment = z.enum(["Sandbox", "Live"]);
const currencies = Object.keys(currencyDecimals) as [keyof typeof currencyDecimals];
export const price = z
  .strictObject({ amount: z.int(), currencyCode: z.enum(currencies) })
  .meta({ examples: [{ amount: 10_800, currencyCode: "JPY" }] });
export const probability = z.number().min(0).max(1).default(1).describe("From 0 to 1, drawn from the sandbox's seed.");
export const limit = z.coerce.number().int().min(1).max(1_000).default(100);

const idLike = (example: string) => id.meta({ examples: [example] });
export const sellerId = idLike("A1EXAMPLESELLER");
export const accessKey = idLike("NORENEXAMPLEKEY00000");
export const clientId = idLike("amzn1.application-oa2-client.0123456789abcdef0123456789abcdef");
export const buyerId = idLike("amzn1.account.EXAMPLE0000000000000000000");
export const addressId = idLike("address-EXAMPLE000");
export const cardId = idLike("card-EXAMPLE000");
export const orderReferenceId = idLike("S03-1234567-7654321");
export const objectId = idLike("S03-1234567-7654321-A012345");
export const noticeId = idLike("5f3c1c0e-6d0e-4a53-9d0e-2f1f6a4f2b11");

export const addressFields = z.strictObject({
  Name: z
    .string()
    .max(100)
    .optional()
    .meta({ examples: ["山田 太郎"] }),
  AddressLine1: z
    .string()
    .max(200)
    .optional()
    .meta({ examples: ["目黒区下目黒9-9-9"] }),
  AddressLine2: z.string().max(200).optional(),
  AddressLine3: z.string().max(200).optional(),
  City: z.string().max(100).optional(),
  County: z.string().max(100).optional(),
  District: z.string().max(100).optional(),
  StateOrRegion: z
    .string()
    .max(100)
    .optional()
    .meta({ examples: ["東京都"] }),
  PostalCode: z
    .string()
    .max(30)
    .optional()
    .meta({ examples: ["153-0064"] }),
  CountryCode: z
    .string()
    .length(2)
    .optional()
    .meta({ examples: ["JP"] }),
  Phone: z.string().max(30).optional(),
});

export const cardFields = z.strictObject({
  brand: text(50).meta({ examples: ["Visa"] }),
  tail: z
    .string()
    .regex(/^\d{2,6}$/)
    .meta({ examples: ["1111"] }),
  simulation: z.enum(cardSimulations).optional(),
});

const client = z.object({
  clientId,
  sellerId,
  clientSecret: z.string(),
  name: z.string(),
  allowedOrigins: z.array(z.string()),
  allowedReturnUrls: z.array(z.string()),
});
export const clientAnswer = client;

export const keyAnswer = z.object({ accessKey, secretKey: z.string(), active: z.boolean(), createdAt: instant });

export const sellerAnswer = z.object({
  sellerId,
  accessKey: accessKey.describe("The newest that is active."),
  secretKey: z.string(),
  keys: z.array(keyAnswer),
  clientId: clientId.describe("The first of the clients."),
  clients: z.array(client),
  storeName: z.string(),
  notificationUrl: z.string().nullable(),
  noticeSignatureVersion: z.enum(["1", "2"]).nullable().describe("null: as the setting says."),
  active: z.boolean(),
  topicArns: z.object({ Live: z.string(), Sandbox: z.string() }).describe("Under which notices are published."),
});

const addressAnswer = addressFields.extend({ addressId });
const cardAnswer = cardFields.extend({ cardId });
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
  billingAgreementId: z.string().nullable().describe("The billing agreement it was made under."),
  addressId: z.string().nullable(),
  cardId: z.string().nullable(),
  constraints: z.array(z.string()),
  authorizations: z.array(authorization),
});
export const objectAnswer = z.union([orderAnswer, authorization, capture, refund]);

export const clockAnswer = z.object({
  now: ms.describe("Business time, ms since 1970."),
  nowText: instant,
  wall: ms.describe("Wall time, ms since 1970; requests are signed by it."),
  frozen: z.boolean(),
  nextDue: z.number().nullable().describe("When something happens next, ms since 1970."),
  next: z
    .object({
      what: z.string().meta({ description: "The event's name, or notice.", examples: ["authorizationExpires"] }),
      objectId: z.string().nullable(),
    })
    .nullable()
    .describe("What happens then; null: nothing."),
  nextWorkDue: z.number().nullable().describe("As nextDue, but for lifetimes and notices that are tried again."),
});

const noticeType = z.enum(notificationTypeNames as [(typeof notificationTypeNames)[number]]);
export const noticeTypeOf = noticeType.meta({ examples: ["PaymentAuthorize"] });
export const forgery = z.enum(forgeries);

export const noticeAnswer = z.object({
  noticeId,
  sellerId,
  url: z.string(),
  type: noticeTypeOf,
  objectId,
  environment,
  state: z.enum(noticeStates),
  isSample: z.boolean(),
  forgery: forgery.nullable(),
  copiesLeft: z.int().describe("How often it is sent again once it is delivered."),
  createdAt: instant,
  nextAttemptAt: instant.nullable(),
  attempts: z.array(
    z.object({
      at: instant.describe("Business time."),
      wall: instant.nullable().describe("Wall time."),
      tookMs: z.int().nullable(),
      status: z.int().nullable().describe("null: no answer."),
      problem: z.string().nullable(),
    }),
  ),
  message: z.string().describe("The inner message, as it is sent."),
});

export const noticeRule = z.strictObject({
  kind: z.enum(noticeRuleKinds),
  sellerId: sellerId.optional().describe("Left out: any."),
  type: noticeTypeOf.optional().describe("Left out: any."),
  objectId: objectId.optional().describe("Of this object; of an order reference, all that hangs on it."),
  count: z.int().min(1).max(1_000_000).nullable().default(null).describe("null: until it is taken back."),
  probability,
  ms: z.int().min(0).max(31_622_400_000).optional().describe("delay: business time."),
  copies: z.int().min(1).max(100).optional().describe("duplicate: how many more than one; left out, 1."),
  forgery: forgery.optional().describe("forge: how."),
});

export const nothing = z.object({});
