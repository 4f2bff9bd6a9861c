// Sellers, their keys and their clients.
import { z } from "zod";
import { clientOf, sellerOf } from "../commands/sellers.ts";
import { adminRow } from "./route.ts";
import { accessKey, clientAnswer, clientId, keyAnswer, nothing, sellerAnswer, sellerId, url } from "./schemas.ts";
import { clientView, keyView, sellerView } from "./views.ts";

const origins = z.array(url).max(100);
const fields = {
  storeName: z
    .string()
    .min(1)
    .max(50)
    .optional()
    .meta({ examples: ["テストストア"] }),
  notificationUrl: z
    .union([url, z.literal("")])
    .optional()
    .meta({ description: "Where notices go; empty: nowhere.", examples: ["http://localhost:3000/ipn"] }),
  allowedOrigins: origins.optional().meta({ examples: [["https://shop.example"]] }),
  allowedReturnUrls: origins.optional().meta({ examples: [["https://shop.example/return"]] }),
};
const signatureVersion = z.enum(["1", "2"]);
const one = z.strictObject({ sellerId });
const key = z.strictObject({ sellerId, accessKey });

export const sellerRows = {
  listSellers: adminRow({
    summary: "All sellers, the seeded one first",
    answer: z.object({ sellers: z.array(sellerAnswer) }),
    run: ({ core }) => ({ sellers: [...core.world.sellers.values()].map((seller) => sellerView(core.world, seller)) }),
  }),
  createSeller: adminRow({
    summary: "Makes a seller with keys and a client",
    takes: z.strictObject({
      ...fields,
      noticeSignatureVersion: signatureVersion.optional().describe("Left out: as the setting says."),
      sellerId: z
        .string()
        .regex(/^A[0-9A-Z]{9,20}$/)
        .optional()
        .meta({ examples: ["A1EXAMPLESELLER"] }),
    }),
    answer: sellerAnswer,
    status: 201,
    run: ({ core, clock }, given) => {
      const notificationUrl = given.notificationUrl || undefined;
      return sellerView(core.world, core.command("createSeller", { ...given, notificationUrl, now: clock.now() }));
    },
  }),
  getSeller: adminRow({
    summary: "One seller",
    takes: one,
    answer: sellerAnswer,
    run: ({ core }, given) => sellerView(core.world, sellerOf(core.world, given.sellerId)),
  }),
  updateSeller: adminRow({
    summary: "Changes a seller; an empty notificationUrl stops notices, origins go to each of its clients",
    takes: z.strictObject({
      ...fields,
      sellerId,
      noticeSignatureVersion: signatureVersion.nullable().optional().describe("null: as the setting says."),
      active: z.boolean().optional(),
    }),
    answer: sellerAnswer,
    run: ({ core, clock }, given) =>
      sellerView(core.world, core.command("updateSeller", { ...given, now: clock.now() })),
  }),
  deleteSeller: adminRow({
    summary: "Takes a seller away with all it has; the seeded one stays",
    takes: one,
    answer: nothing,
    run: (shell, given) => {
      shell.core.command("deleteSeller", { ...given, now: shell.clock.now() });
      shell.forgetSeller(given.sellerId);
      return {};
    },
  }),
  resetSeller: adminRow({
    summary: "Takes a seller's orders, notices, faults and its buyers' tokens away; keys and clients stay",
    takes: one,
    answer: sellerAnswer,
    run: (shell, given) => {
      const seller = shell.core.command("resetSeller", { ...given, now: shell.clock.now() });
      shell.forgetSeller(given.sellerId);
      return sellerView(shell.core.world, seller);
    },
  }),
  createKey: adminRow({
    summary: "Makes a further pair of keys; the others go on",
    takes: one,
    answer: keyAnswer,
    status: 201,
    run: ({ core, clock }, given) => keyView(core.command("createKey", { ...given, now: clock.now() })),
  }),
  rotateKeys: adminRow({
    summary: "Makes a further pair of keys and disables the others",
    takes: one,
    answer: keyAnswer,
    status: 201,
    run: ({ core, clock }, given) => keyView(core.command("rotateKeys", { ...given, now: clock.now() })),
  }),
  updateKey: adminRow({
    summary: "Disables a pair of keys, or lets it go on",
    takes: key.extend({ active: z.boolean() }),
    answer: keyAnswer,
    run: ({ core, clock }, given) => keyView(core.command("updateKey", { ...given, now: clock.now() })),
  }),
  deleteKey: adminRow({
    summary: "Takes a pair of keys away; a seller keeps one",
    takes: key,
    answer: nothing,
    run: ({ core, clock }, given) => {
      core.command("deleteKey", { ...given, now: clock.now() });
      return {};
    },
  }),
};

const clientFields = {
  name: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ examples: ["スマートフォン用"] }),
  allowedOrigins: fields.allowedOrigins,
  allowedReturnUrls: fields.allowedReturnUrls,
};
const oneClient = z.strictObject({ clientId });

export const clientRows = {
  createClient: adminRow({
    summary: "Makes a further Login with Amazon client of a seller",
    takes: z.strictObject({ sellerId, ...clientFields }),
    answer: clientAnswer,
    status: 201,
    run: ({ core, clock }, given) => clientView(core.command("createClient", { ...given, now: clock.now() })),
  }),
  getClient: adminRow({
    summary: "One client",
    takes: oneClient,
    answer: clientAnswer,
    run: ({ core }, given) => clientView(clientOf(core.world, given.clientId)),
  }),
  updateClient: adminRow({
    summary: "Changes a client's name, origins and return addresses",
    takes: z.strictObject({ clientId, ...clientFields }),
    answer: clientAnswer,
    run: ({ core, clock }, given) => clientView(core.command("updateClient", { ...given, now: clock.now() })),
  }),
  deleteClient: adminRow({
    summary: "Takes a client away with its tokens and consents; a seller keeps one",
    takes: oneClient,
    answer: nothing,
    run: ({ core, clock }, given) => {
      core.command("deleteClient", { ...given, now: clock.now() });
      return {};
    },
  }),
};
