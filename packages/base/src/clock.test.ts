import { describe, expect, test } from "vitest";
import { movableClock, systemClock } from "./clock.ts";
import { days, hours, minutes, seconds } from "./duration.ts";

const noon = Date.UTC(2020, 3, 1, 12);

describe("a movable clock", () => {
  test("begins at the system's time, or where it is told", () => {
    const [before, now, after] = [systemClock.now(), movableClock().now(), systemClock.now()];
    expect(now >= before && now <= after).toBe(true);
    const started = movableClock({ start: noon }).now();
    expect(started >= noon && started < noon + 1_000).toBe(true);
  });
  test("stands still while frozen", () => {
    const clock = movableClock({ start: noon, frozen: true });
    expect(clock.frozen).toBe(true);
    expect(clock.now()).toBe(noon);
    clock.set(noon + days(30));
    expect(clock.now()).toBe(noon + days(30));
    expect(clock.now()).toBe(noon + days(30));
  });
  test("goes on from where it stood when thawed", () => {
    const clock = movableClock({ start: noon, frozen: true });
    clock.set(noon + hours(3));
    clock.thaw();
    expect(clock.frozen).toBe(false);
    const now = clock.now();
    expect(now >= noon + hours(3) && now < noon + hours(3) + 1_000).toBe(true);
  });
  test("begins frozen at exactly the instant it is told, so that a run repeats", () => {
    for (let i = 0; i < 20_000; i++)
      if (movableClock({ start: noon, frozen: true }).now() !== noon) expect.unreachable();
  });
  test("can be frozen twice and thawed twice", () => {
    const clock = movableClock({ start: noon });
    clock.freeze();
    const stoodAt = clock.now();
    clock.freeze();
    expect(clock.now()).toBe(stoodAt);
    clock.thaw();
    clock.thaw();
    expect(clock.now() >= stoodAt).toBe(true);
  });
  test("can be set back, and runs on from there", () => {
    const clock = movableClock({ start: noon });
    clock.set(noon - days(1));
    expect(clock.now() - (noon - days(1))).toBeLessThan(1_000);
  });
  test("never moves wall time", () => {
    const clock = movableClock({ start: 0, frozen: true });
    clock.set(days(10_000));
    expect(Math.abs(clock.wall() - systemClock.wall())).toBeLessThan(1_000);
  });
});

describe("a sleep", () => {
  test("ends by itself, in wall time", async () => {
    const clock = movableClock({ start: noon, frozen: true });
    await expect(clock.sleep(1)).resolves.toBeUndefined();
    expect(clock.frozen).toBe(true);
  });
  test("ends with the signal's reason when aborted", async () => {
    const controller = new AbortController();
    const sleeping = systemClock.sleep(days(1), controller.signal);
    controller.abort(new Error("enough"));
    await expect(sleeping).rejects.toThrow("enough");
  });
  test("does not begin when the signal is aborted already", () =>
    expect(systemClock.sleep(days(1), AbortSignal.abort(new Error("before")))).rejects.toThrow("before"));
});

test("durations are milliseconds", () => {
  expect([seconds(1), minutes(1), hours(1), days(1)]).toEqual([1_000, 60_000, 3_600_000, 86_400_000]);
});
