import { describe, expect, test } from "vitest";
import { drive, type TimeSide } from "./drive.ts";

interface Task {
  at: number;
  name: string;
  /** What doing it makes due, on either side. */
  makes?: () => void;
}

/** A side that keeps tasks and notes what it did and when. */
function sideOf(name: string, log: string[]) {
  let now = 0;
  let tasks: Task[] = [];
  const side: TimeSide = {
    nextDue: async () => (tasks.length === 0 ? undefined : Math.min(...tasks.map((task) => task.at))),
    advanceTo: async (to) => {
      if (to < now) throw new Error("time went back");
      const skipped = tasks.find((task) => task.at < to && task.at > now);
      if (skipped) throw new Error(`${skipped.name} was skipped`);
      now = to;
    },
    idle: async () => {
      const due = tasks.filter((task) => task.at <= now);
      tasks = tasks.filter((task) => task.at > now);
      for (const task of due) {
        log.push(`${now} ${name} ${task.name}`);
        task.makes?.();
      }
    },
  };
  return { side, add: (task: Task) => tasks.push(task), now: () => now };
}

describe("driving time", () => {
  test("stops at each due instant of either side, in order", async () => {
    const log: string[] = [];
    const [sandbox, service] = [sideOf("sandbox", log), sideOf("service", log)];
    service.add({ at: 20, name: "poll" });
    sandbox.add({ at: 30, name: "refund" });
    sandbox.add({ at: 10, name: "notice" });
    service.add({ at: 30, name: "timer" });
    expect(await drive([sandbox.side, service.side], 0, 100)).toEqual({ now: 100, steps: 3 });
    expect(log).toEqual(["10 sandbox notice", "20 service poll", "30 sandbox refund", "30 service timer"]);
    expect([sandbox.now(), service.now()]).toEqual([100, 100]);
  });

  test("does what becomes due on the way, on the other side too", async () => {
    const log: string[] = [];
    const [sandbox, service] = [sideOf("sandbox", log), sideOf("service", log)];
    sandbox.add({
      at: 10,
      name: "decide",
      makes: () => service.add({ at: 15, name: "read", makes: () => sandbox.add({ at: 40, name: "notice" }) }),
    });
    await drive([sandbox.side, service.side], 0, 50);
    expect(log).toEqual(["10 sandbox decide", "15 service read", "40 sandbox notice"]);
  });

  test("does what becomes due at the very instant it stands at", async () => {
    const log: string[] = [];
    const [sandbox, service] = [sideOf("sandbox", log), sideOf("service", log)];
    service.add({ at: 50, name: "capture", makes: () => sandbox.add({ at: 50, name: "notice" }) });
    expect((await drive([sandbox.side, service.side], 0, 50)).now).toBe(50);
    expect(log).toEqual(["50 service capture", "50 sandbox notice"]);
  });

  test("does what was due before it began, without going back", async () => {
    const log: string[] = [];
    const side = sideOf("sandbox", log);
    side.add({ at: -5, name: "late" });
    await drive([side.side], 0, 10);
    expect(log).toEqual(["0 sandbox late"]);
  });

  test("leaves alone what is due after the target, and does what is due at it", async () => {
    const log: string[] = [];
    const side = sideOf("sandbox", log);
    side.add({ at: 10, name: "at" });
    side.add({ at: 11, name: "after" });
    await drive([side.side], 0, 10);
    expect(log).toEqual(["10 sandbox at"]);
    expect(await side.side.nextDue()).toBe(11);
  });

  test("goes straight to the target when nothing is due", async () => {
    const side = sideOf("sandbox", []);
    expect(await drive([side.side], 5, 1_000)).toEqual({ now: 1_000, steps: 0 });
    expect(await drive([], 5, 1_000)).toEqual({ now: 1_000, steps: 0 });
  });

  test("throws when time does not settle", async () => {
    const side: TimeSide = { nextDue: async () => 10, advanceTo: async () => {}, idle: async () => {} };
    await expect(drive([side], 0, 100, 50)).rejects.toThrow("does not settle");
  });

  test("throws when two sides keep each other busy for ever", async () => {
    const log: string[] = [];
    const [a, b] = [sideOf("a", log), sideOf("b", log)];
    const ping = (): Task => ({ at: 10, name: "ping", makes: () => b.add(pong()) });
    const pong = (): Task => ({ at: 10, name: "pong", makes: () => a.add(ping()) });
    a.add(ping());
    await expect(drive([a.side, b.side], 0, 100, 50)).rejects.toThrow("1970-01-01T00:00:00.010Z");
  });

  test("hands on what a side throws", async () => {
    const side: TimeSide = {
      nextDue: async () => 1,
      advanceTo: async () => {},
      idle: async () => {
        throw new Error("database is gone");
      },
    };
    await expect(drive([side], 0, 10)).rejects.toThrow("database is gone");
  });
});
