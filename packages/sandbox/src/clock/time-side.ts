import { drive, type Instant, type TimeSide } from "@noren-pay/base";
import { SandboxError } from "../errors.ts";
import type { Shell } from "../shell.ts";

/** More stops than any real run has: a million orders with some twenty events each. */
const stepsMax = 50_000_000;

/** The sandbox as one side of a drive through business time. */
export const timeSideOf = (shell: Shell): TimeSide => ({
  nextDue: async () => shell.core.nextDue(),
  async advanceTo(to) {
    shell.moveTo(to);
  },
  async idle() {
    for (;;) {
      shell.core.runDue(shell.clock.now());
      shell.courier.deliverDue();
      await shell.courier.idle();
      const due = shell.core.nextDue();
      if (due === undefined || due > shell.clock.now()) return;
    }
  },
});

/** A clock in real time goes on while a caller reads it and asks to be moved there. */
const passedMsMax = 60_000;

/** Moves business time to `to`; everything due on the way happens in order, notices included. */
export async function advance(shell: Shell, to: Instant): Promise<void> {
  const now = shell.clock.now();
  if (to < now - (shell.clock.frozen ? 0 : passedMsMax))
    throw new SandboxError("TimeOnlyMovesForward", { field: "to" });
  await drive([timeSideOf(shell)], now, Math.max(now, to), stepsMax);
}

/**
 * Moves business time on until no work is under way: nothing Pending, no simulated consequence to come, every notice
 * tried once. Lifetimes (stale, expired, unused) and further tries of notices are not waited for, but happen where
 * they fall due earlier.
 */
export async function runUntilIdle(shell: Shell): Promise<void> {
  const side = timeSideOf(shell);
  await side.idle();
  for (let due = shell.core.nextWorkDue(); due !== undefined; due = shell.core.nextWorkDue()) {
    await drive([side], shell.clock.now(), Math.max(due, shell.clock.now()), stepsMax);
  }
}
