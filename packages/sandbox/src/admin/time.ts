// The test clock. Wall time, by which requests and notices are signed, is not to be moved.
import type { Instant } from "@noren-pay/base";
import { z } from "zod";
import { advance, runUntilIdle } from "../clock/time-side.ts";
import type { SandboxCore } from "../core.ts";
import type { Shell } from "../shell.ts";
import { adminRow } from "./route.ts";
import { clockAnswer, instant } from "./schemas.ts";

/** Furthest a single advance may go: the life of an order reference and its notices, twenty times over. */
const advanceMsMax = 20 * 366 * 86_400_000;

function clockView({ core, clock }: Shell): z.input<typeof clockAnswer> {
  const now = clock.now();
  return {
    now,
    nowText: new Date(now).toISOString(),
    wall: clock.wall(),
    frozen: clock.frozen,
    nextDue: core.nextDue() ?? null,
    next: nextOf(core),
    nextWorkDue: core.nextWorkDue() ?? null,
  };
}

/** An event goes before a notice of the same instant. */
function nextOf(core: SandboxCore): z.input<typeof clockAnswer>["next"] {
  const event = core.world.due.peek();
  const notice = core.world.notices.nextDue();
  if (event && event.at <= (notice ?? event.at)) return { what: event.kind, objectId: event.id };
  return notice === undefined ? null : { what: "notice", objectId: null };
}

const to = z.union([z.int().min(0), instant]).meta({ examples: ["2026-05-01T00:00:00Z"] });
const instantOf = (given: number | string): Instant => new Date(given).getTime();

export const timeRows = {
  getClock: adminRow({
    summary: "Business time, and when something happens next",
    answer: clockAnswer,
    run: clockView,
  }),
  advanceClock: adminRow({
    summary: "Moves business time on; everything due on the way happens in order, notices included",
    takes: z.union([z.strictObject({ ms: z.int().min(0).max(advanceMsMax) }), z.strictObject({ to })]),
    answer: clockAnswer,
    run: async (shell, given) => {
      const now = shell.clock.now();
      await advance(shell, Math.min("ms" in given ? now + given.ms : instantOf(given.to), now + advanceMsMax));
      return clockView(shell);
    },
  }),
  setClock: adminRow({
    summary: "Moves business time forward to an instant, as advance does, and freezes it there or lets it go on",
    takes: z.strictObject({ to, frozen: z.boolean().optional().describe("Left out: as it was.") }),
    answer: clockAnswer,
    run: async (shell, given) => {
      if (given.frozen === true) shell.freeze();
      await advance(shell, Math.min(instantOf(given.to), shell.clock.now() + advanceMsMax));
      if (given.frozen === false) shell.thaw();
      return clockView(shell);
    },
  }),
  runUntilIdle: adminRow({
    summary: "Moves business time on until nothing is under way; lifetimes and repeated notices are not waited for",
    answer: clockAnswer,
    run: async (shell) => {
      await runUntilIdle(shell);
      return clockView(shell);
    },
  }),
  freezeClock: adminRow({
    summary: "Lets business time stand still",
    answer: clockAnswer,
    run: (shell) => {
      shell.freeze();
      return clockView(shell);
    },
  }),
  thawClock: adminRow({
    summary: "Lets business time go on from where it stands, in real time",
    answer: clockAnswer,
    run: (shell) => {
      shell.thaw();
      return clockView(shell);
    },
  }),
};
