// What can happen to an object without a call of the merchant's: the operator presses it.
import { z } from "zod";
import { SandboxError } from "../errors.ts";
import { possibleEvents } from "../events/table.ts";
import type { Shell } from "../shell.ts";
import { anyObjectAnswer, anyObjectView } from "./object-view.ts";
import { adminRow } from "./route.ts";
import { objectId } from "./schemas.ts";

const event = z.object({
  name: z.string(),
  words: z.object({ ja: z.string(), en: z.string() }),
  takesAmount: z.boolean().describe("Whether an amount may be given with it."),
});

function objectOf({ core, clock }: Shell, id: string) {
  const object = core.object(id, clock.now());
  if (!object) throw new SandboxError("UnknownObject", { field: "id" });
  return object;
}

export const eventRows = {
  listEvents: adminRow({
    summary: "What can happen to the object now, without a call of the merchant's",
    takes: z.strictObject({ id: objectId }),
    answer: z.object({ events: z.array(event) }),
    run: (shell, { id }) => ({ events: possibleEvents(shell.core.world, objectOf(shell, id)) }),
  }),
  pressEvent: adminRow({
    summary: "Lets one of these things happen to the object",
    takes: z.strictObject({
      id: objectId,
      event: z
        .string()
        .min(1)
        .max(100)
        .meta({ examples: ["declineInvalidPaymentMethod"] }),
      amount: z
        .int()
        .min(1)
        .max(1_000_000_000)
        .optional()
        .describe(
          "Of refunds and chargebacks, in the currency's smallest unit. Left out: what is left of the capture.",
        ),
    }),
    answer: anyObjectAnswer,
    run: ({ core, clock }, given) =>
      anyObjectView(core.world, core.command("pressEvent", { ...given, now: clock.now() })),
  }),
};
