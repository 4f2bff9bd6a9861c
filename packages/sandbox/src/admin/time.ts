// The test clock.
import { z } from "zod";
import { advance, runUntilIdle } from "../clock/time-side.ts";
import type { Shell } from "../shell.ts";
import { adminRoute } from "./route.ts";
import { clockAnswer, instant } from "./schemas.ts";

/** Furthest a single advance may go: the life of an order reference and its notices, twenty times over. */
const advanceMsMax = 20 * 366 * 86_400_000;

function clockView({ core, clock }: Shell) {
  const now = clock.now();
  return { now, nowText: new Date(now).toISOString(), frozen: clock.frozen, nextDue: core.nextDue() ?? null };
}

export const timeRoutes = [
  adminRoute({
    method: "GET",
    path: "/clock",
    summary: "Business time, and when something happens next",
    answer: clockAnswer,
    run: clockView,
  }),
  adminRoute({
    method: "POST",
    path: "/clock/advance",
    summary: "Moves business time on; everything due on the way happens in order, notices included",
    body: z.union([
      z.strictObject({ ms: z.int().min(0).max(advanceMsMax) }),
      z.strictObject({ to: z.union([z.int().min(0), instant]) }),
    ]),
    answer: clockAnswer,
    run: async (shell, { body }) => {
      const now = shell.clock.now();
      await advance(shell, Math.min("ms" in body ? now + body.ms : new Date(body.to).getTime(), now + advanceMsMax));
      return clockView(shell);
    },
  }),
  adminRoute({
    method: "POST",
    path: "/clock/run-until-idle",
    summary: "Moves business time on until nothing is under way; lifetimes and repeated notices are not waited for",
    answer: clockAnswer,
    run: async (shell) => {
      await runUntilIdle(shell);
      return clockView(shell);
    },
  }),
  adminRoute({
    method: "POST",
    path: "/clock/freeze",
    summary: "Lets business time stand still",
    answer: clockAnswer,
    run: (shell) => {
      shell.freeze();
      return clockView(shell);
    },
  }),
  adminRoute({
    method: "POST",
    path: "/clock/thaw",
    summary: "Lets business time go on from where it stands",
    answer: clockAnswer,
    run: (shell) => {
      shell.thaw();
      return clockView(shell);
    },
  }),
];
