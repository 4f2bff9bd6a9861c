// What the shop's pages need before an order is placed.
import { z } from "zod";

export const addressSchema = z
  .object({
    name: z.string().optional(),
    addressLine1: z.string().optional(),
    addressLine2: z.string().optional(),
    addressLine3: z.string().optional(),
    city: z.string().optional(),
    stateOrRegion: z.string().optional(),
    postalCode: z.string().optional(),
    countryCode: z.string().optional(),
    phone: z.string().optional(),
  })
  .meta({ id: "Address" });

export const settingsSchema = z.object({
  sellerId: z.string(),
  clientId: z.string(),
  widgetsUrl: z.string(),
  region: z.enum(["jp", "na", "de", "uk"]),
  environment: z.enum(["Live", "Sandbox"]),
});

export const checkoutDetailsSchema = z.object({
  amazonOrderReferenceId: z.string(),
  state: z.string(),
  address: addressSchema.optional(),
  constraints: z.array(z.string()),
});

export const profileSchema = z.object({
  userId: z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
  postalCode: z.string().optional(),
});
