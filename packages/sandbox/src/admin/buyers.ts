// Buyers with their address books and wallets, and their tokens.
import { z } from "zod";
import { buyerOf } from "../commands/buyers.ts";
import { sellerOf } from "../commands/sellers.ts";
import { japaneseAddresses } from "./japanese-addresses.ts";
import { adminRow } from "./route.ts";
import {
  addressAnswer,
  addressFields,
  addressId,
  buyerAnswer,
  buyerId,
  cardAnswer,
  cardFields,
  cardId,
  clientId,
  instant,
  nothing,
  sellerId,
} from "./schemas.ts";
import { buyerView } from "./views.ts";

const name = z
  .string()
  .min(1)
  .max(100)
  .meta({ examples: ["佐藤 一郎"] });
const email = z.email().max(200);
const password = z.string().min(1).max(100);
const phone = z
  .string()
  .max(30)
  .meta({ examples: ["0300000000"] });
const one = z.strictObject({ buyerId });

export const buyerRows = {
  listBuyers: adminRow({
    summary: "All buyers, the seeded ones first",
    answer: z.object({ buyers: z.array(buyerAnswer) }),
    run: ({ core }) => ({ buyers: [...core.world.buyers.values()].map(buyerView) }),
  }),
  createBuyer: adminRow({
    summary: "Makes a buyer; addresses and cards left out are the seeded ones",
    takes: z.strictObject({
      name,
      email,
      password: password.optional(),
      phone: phone.optional(),
      sellerId: sellerId.optional().describe("Makes the buyer the same person as this seller."),
      addresses: z.array(addressFields).max(100).optional(),
      cards: z.array(cardFields).max(100).optional(),
    }),
    answer: buyerAnswer,
    status: 201,
    run: ({ core, clock }, given) => buyerView(core.command("createBuyer", { ...given, now: clock.now() })),
  }),
  getBuyer: adminRow({
    summary: "One buyer",
    takes: one,
    answer: buyerAnswer,
    run: ({ core }, given) => buyerView(buyerOf(core.world, given.buyerId)),
  }),
  updateBuyer: adminRow({
    summary: "Changes a buyer",
    takes: z.strictObject({
      buyerId,
      name: name.optional(),
      email: email.optional(),
      password: password.optional(),
      phone: phone.nullable().optional(),
      sellerId: sellerId.nullable().optional().describe("null: nobody who sells."),
    }),
    answer: buyerAnswer,
    run: ({ core, clock }, given) => buyerView(core.command("updateBuyer", { ...given, now: clock.now() })),
  }),
  deleteBuyer: adminRow({
    summary: "Takes a buyer away who has bought nothing",
    takes: one,
    answer: nothing,
    run: ({ core, clock }, given) => {
      core.command("deleteBuyer", { ...given, now: clock.now() });
      return {};
    },
  }),
  createToken: adminRow({
    summary: "Gives an access token of a buyer, as signing in would",
    takes: z.strictObject({
      buyerId: buyerId.optional().describe("Left out: the first buyer."),
      sellerId: sellerId.optional().describe("Whose client; left out: the default seller's."),
      clientId: clientId.optional().describe("Goes before sellerId."),
      scopes: z
        .array(z.string().min(1).max(100))
        .max(20)
        .default(["profile", "payments:widget", "payments:shipping_address"]),
    }),
    answer: z.object({
      accessToken: z.string().meta({ examples: ["Atza|…"] }),
      buyerId,
      clientId,
      scopes: z.array(z.string()),
      expiresAt: instant,
    }),
    status: 201,
    run: ({ core, clock }, given) => {
      const seller = sellerOf(core.world, given.sellerId ?? core.defaultSeller.sellerId);
      const token = core.issueToken({
        buyerId: given.buyerId ?? ([...core.world.buyers.keys()][0] as string),
        clientId: given.clientId ?? (seller.clientIds[0] as string),
        scopes: given.scopes,
        now: clock.now(),
      });
      return {
        accessToken: token.text,
        buyerId: token.buyerId,
        clientId: token.clientId,
        scopes: [...token.scopes],
        expiresAt: new Date(token.expiresAt).toISOString(),
      };
    },
  }),
};

const oneAddress = z.strictObject({ buyerId, addressId });
const oneCard = z.strictObject({ buyerId, cardId });

export const addressRows = {
  addAddress: adminRow({
    summary: "Adds to a buyer's address book",
    takes: addressFields.extend({ buyerId }),
    answer: addressAnswer,
    status: 201,
    run: ({ core, clock }, { buyerId: of, ...address }) =>
      core.command("addAddress", { buyerId: of, address, now: clock.now() }),
  }),
  addJapaneseAddresses: adminRow({
    summary: "Adds addresses that are hard for shops: rare characters, long lines, no block number, many spellings",
    takes: one,
    answer: z.object({ addresses: z.array(addressAnswer) }),
    status: 201,
    run: ({ core, clock }, given) => {
      const { name: Name } = buyerOf(core.world, given.buyerId);
      const add = (address: (typeof japaneseAddresses)[number]) =>
        core.command("addAddress", {
          buyerId: given.buyerId,
          address: { Name, CountryCode: "JP", Phone: "0300000000", ...address },
          now: clock.now(),
        });
      return { addresses: japaneseAddresses.map(add) };
    },
  }),
  replaceAddress: adminRow({
    summary: "Replaces an address; what was chosen for an order stays",
    takes: addressFields.extend({ buyerId, addressId }),
    answer: addressAnswer,
    run: ({ core, clock }, { buyerId: of, addressId: at, ...address }) =>
      core.command("replaceAddress", { buyerId: of, addressId: at, address, now: clock.now() }),
  }),
  deleteAddress: adminRow({
    summary: "Takes an address away; what was chosen for an order stays",
    takes: oneAddress,
    answer: nothing,
    run: ({ core, clock }, given) => {
      core.command("deleteAddress", { ...given, now: clock.now() });
      return {};
    },
  }),
};

export const cardRows = {
  addCard: adminRow({
    summary: "Adds to a buyer's wallet",
    takes: cardFields.extend({ buyerId }),
    answer: cardAnswer,
    status: 201,
    run: ({ core, clock }, given) => core.command("addCard", { ...given, now: clock.now() }),
  }),
  replaceCard: adminRow({
    summary: "Replaces a card; what was chosen for an order stays",
    takes: cardFields.extend({ buyerId, cardId }),
    answer: cardAnswer,
    run: ({ core, clock }, given) => core.command("replaceCard", { ...given, now: clock.now() }),
  }),
  deleteCard: adminRow({
    summary: "Takes a card away; what was chosen for an order stays",
    takes: oneCard,
    answer: nothing,
    run: ({ core, clock }, given) => {
      core.command("deleteCard", { ...given, now: clock.now() });
      return {};
    },
  }),
};
