// The sandbox as a whole: what it holds, and beginning anew.
import { z } from "zod";
import { adminRow } from "./route.ts";
import { instant, sellerId } from "./schemas.ts";

const byState = z.record(z.string(), z.int()).meta({ examples: [{ Open: 2, Closed: 1 }] });

function countOf(objects: Iterable<{ readonly state: string }>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of objects) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

export const wholeRows = {
  getCounts: adminRow({
    summary: "How many there are of each thing, by state",
    takes: z.strictObject({ sellerId: sellerId.optional().describe("Of this seller only.") }),
    answer: z.object({
      sellers: z.int(),
      buyers: z.int(),
      tokens: z.int(),
      orderReferences: byState,
      billingAgreements: byState,
      authorizations: byState,
      captures: byState,
      refunds: byState,
      notices: byState,
      requests: z.int().describe("Kept in the log."),
      faults: z.int().describe("Rules that are still to come."),
    }),
    run: ({ core, clock, requests, faults }, given) => {
      core.runDue(clock.now());
      const { world } = core;
      const isOf = ({ sellerId: of }: { readonly sellerId: string }) => of === (given.sellerId ?? of);
      const count = (objects: ReadonlyMap<string, { readonly sellerId: string; readonly state: string }>) =>
        countOf([...objects.values()].filter(isOf));
      return {
        sellers: world.sellers.size,
        buyers: world.buyers.size,
        tokens: world.tokens.size,
        orderReferences: count(world.orderReferences),
        billingAgreements: count(world.billingAgreements),
        authorizations: count(world.authorizations),
        captures: count(world.captures),
        refunds: count(world.refunds),
        notices: countOf(world.notices.list().filter(isOf)),
        requests: requests.size,
        faults: faults.list().filter(({ count: of, fired }) => of === null || fired < of).length,
      };
    },
  }),
  reset: adminRow({
    summary: "Makes everything as freshly started; the clock stays, unless it is told otherwise",
    takes: z.strictObject({
      start: z
        .union([z.int().min(0), instant])
        .optional()
        .meta({ description: "Business time from then on, earlier or later.", examples: ["2026-04-01T00:00:00Z"] }),
      frozen: z.boolean().optional().describe("Whether business time stands still from then on. Left out: as it was."),
    }),
    answer: z.object({ sellerId }),
    run: (shell, { start, frozen }) => {
      shell.reset({ start: start === undefined ? undefined : new Date(start).getTime(), frozen });
      return { sellerId: shell.core.defaultSeller.sellerId };
    },
  }),
};
