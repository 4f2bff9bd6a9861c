// Sellers, buyers and tokens.
import { z } from "zod";
import { sellerOf } from "../commands/sellers.ts";
import { adminRoute } from "./route.ts";
import {
  addressAnswer,
  addressFields,
  buyerAnswer,
  cardAnswer,
  cardFields,
  clientAnswer,
  id,
  instant,
  sellerAnswer,
  url,
} from "./schemas.ts";
import { buyerView, sellerView } from "./views.ts";

const origins = z.array(url).max(100);
const sellerBody = z.strictObject({
  storeName: z.string().min(1).max(50).optional(),
  notificationUrl: z.union([url, z.literal("")]).optional(),
  allowedOrigins: origins.optional(),
  allowedReturnUrls: origins.optional(),
});

export const peopleRoutes = [
  adminRoute({
    method: "GET",
    path: "/sellers",
    summary: "All sellers, the seeded one first",
    answer: z.object({ sellers: z.array(sellerAnswer) }),
    run: ({ core }) => ({ sellers: [...core.world.sellers.values()].map((seller) => sellerView(core.world, seller)) }),
  }),
  adminRoute({
    method: "POST",
    path: "/sellers",
    summary: "Makes a seller with keys and a client",
    body: sellerBody.extend({
      sellerId: z
        .string()
        .regex(/^A[0-9A-Z]{9,20}$/)
        .optional(),
    }),
    answer: sellerAnswer,
    status: 201,
    run: ({ core, clock }, { body }) => {
      const notificationUrl = body.notificationUrl || undefined;
      return sellerView(core.world, core.command("createSeller", { ...body, notificationUrl, now: clock.now() }));
    },
  }),
  adminRoute({
    method: "PATCH",
    path: "/sellers/{sellerId}",
    summary: "Changes a seller; an empty notificationUrl stops notices, origins go to each of its clients",
    body: sellerBody.extend({ active: z.boolean().optional() }),
    answer: sellerAnswer,
    run: ({ core, clock }, { parameters, body }) => {
      const sellerId = parameters.sellerId as string;
      return sellerView(core.world, core.command("updateSeller", { ...body, sellerId, now: clock.now() }));
    },
  }),
  adminRoute({
    method: "POST",
    path: "/sellers/{sellerId}/clients",
    summary: "Makes a further Login with Amazon client of a seller",
    body: z.strictObject({
      name: z.string().min(1).max(100).optional(),
      allowedOrigins: origins.optional(),
      allowedReturnUrls: origins.optional(),
    }),
    answer: clientAnswer,
    status: 201,
    run: ({ core, clock }, { parameters, body }) => {
      const sellerId = parameters.sellerId as string;
      const { sellerId: _, ...client } = core.command("createClient", { ...body, sellerId, now: clock.now() });
      return client;
    },
  }),
  adminRoute({
    method: "GET",
    path: "/buyers",
    summary: "All buyers, the seeded ones first",
    answer: z.object({ buyers: z.array(buyerAnswer) }),
    run: ({ core }) => ({ buyers: [...core.world.buyers.values()].map(buyerView) }),
  }),
  adminRoute({
    method: "POST",
    path: "/buyers",
    summary: "Makes a buyer; addresses and cards left out are the seeded ones",
    body: z.strictObject({
      name: z.string().min(1).max(100),
      email: z.email().max(200),
      password: z.string().min(1).max(100).optional(),
      phone: z.string().max(30).optional(),
      sellerId: id.optional(),
      addresses: z.array(addressFields).max(100).optional(),
      cards: z.array(cardFields).max(100).optional(),
    }),
    answer: buyerAnswer,
    status: 201,
    run: ({ core, clock }, { body }) => buyerView(core.command("createBuyer", { ...body, now: clock.now() })),
  }),
  adminRoute({
    method: "POST",
    path: "/buyers/{buyerId}/addresses",
    summary: "Adds to a buyer's address book",
    body: addressFields,
    answer: addressAnswer,
    status: 201,
    run: ({ core, clock }, { parameters, body }) =>
      core.command("addAddress", { buyerId: parameters.buyerId as string, address: body, now: clock.now() }),
  }),
  adminRoute({
    method: "POST",
    path: "/buyers/{buyerId}/cards",
    summary: "Adds to a buyer's wallet",
    body: cardFields,
    answer: cardAnswer,
    status: 201,
    run: ({ core, clock }, { parameters, body }) =>
      core.command("addCard", { ...body, buyerId: parameters.buyerId as string, now: clock.now() }),
  }),
  adminRoute({
    method: "POST",
    path: "/tokens",
    summary: "Gives an access token of a buyer, as signing in would",
    body: z.strictObject({
      buyerId: id.optional().describe("Left out: the first buyer."),
      sellerId: id.optional().describe("Whose client; left out: the default seller's."),
      clientId: id.optional().describe("Goes before sellerId."),
      scopes: z
        .array(z.string().min(1).max(100))
        .max(20)
        .default(["profile", "payments:widget", "payments:shipping_address"]),
    }),
    answer: z.object({
      accessToken: z.string(),
      buyerId: z.string(),
      clientId: z.string(),
      scopes: z.array(z.string()),
      expiresAt: instant,
    }),
    status: 201,
    run: ({ core, clock }, { body }) => {
      const seller = sellerOf(core.world, body.sellerId ?? core.defaultSeller.sellerId);
      const token = core.issueToken({
        buyerId: body.buyerId ?? ([...core.world.buyers.keys()][0] as string),
        clientId: body.clientId ?? (seller.clientIds[0] as string),
        scopes: body.scopes,
        now: clock.now(),
      });
      const expiresAt = new Date(token.expiresAt).toISOString();
      return { accessToken: token.text, ...token, text: undefined, issuedAt: undefined, expiresAt };
    },
  }),
];
