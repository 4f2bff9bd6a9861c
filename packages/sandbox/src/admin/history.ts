// What happened to an object, and what caused it.
import { z } from "zod";
import { SandboxError } from "../errors.ts";
import type { Change } from "../world/history.ts";
import { adminRow } from "./route.ts";
import { instant, objectId } from "./schemas.ts";

const change = z.object({
  at: instant.describe("Business time."),
  kind: z.enum(["OrderReference", "Authorization", "Capture", "Refund", "BillingAgreement"]),
  objectId,
  state: z.string().meta({ examples: ["Open"] }),
  reasonCode: z.string().nullable(),
  cause: z.object({
    by: z.enum(["api", "buyer", "clock", "operator"]),
    name: z.string().meta({ description: "Of the operation, command or event.", examples: ["ConfirmOrderReference"] }),
  }),
});

const viewOf = ({ at, reasonCode, ...rest }: Change): z.input<typeof change> => ({
  at: new Date(at).toISOString(),
  ...rest,
  reasonCode: reasonCode ?? null,
});

export const historyRows = {
  listHistory: adminRow({
    summary: "What happened to an order and all that hangs on it, or to a billing agreement; oldest first",
    takes: z.strictObject({ id: objectId }),
    answer: z.object({ changes: z.array(change) }),
    run: ({ core, clock }, { id }) => {
      const object = core.object(id, clock.now());
      if (!object) throw new SandboxError("UnknownObject", { field: "id" });
      return { changes: core.world.history.of(object).map(viewOf) };
    },
  }),
};
