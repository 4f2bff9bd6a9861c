import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hours, yen } from "@noren-pay/base";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SandboxCore } from "../core.ts";
import { readyDraft } from "../ready-draft.ts";
import { compactJournal, readJournal } from "./journal.ts";
import { type Restored, restore } from "./restore.ts";
import { loadSnapshot, writeSnapshot } from "./snapshot.ts";

let dataDir: string;
let open: Restored | undefined;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "noren-sandbox-"));
});
afterEach(() => {
  open?.journal?.close();
  rmSync(dataDir, { recursive: true });
});

const start = Date.UTC(2026, 3, 1);
const begin = (compactAfter = 10): Restored => {
  open?.journal?.close();
  open = restore({ settings: {}, start, frozen: true, dataDir, compactAfter });
  const { core, journal } = open;
  core.onAccepted = (entry) => journal?.append(entry);
  return open;
};
const files = () =>
  readdirSync(dataDir)
    .filter((name) => name !== "sandbox.lock")
    .sort();
const linesOf = () => readFileSync(join(dataDir, "sandbox-journal.jsonl"), "utf8").split("\n").length - 1;

/** Everything of the world that can be seen, its chance included: what is drawn next. */
function picture(core: SandboxCore): string {
  const { world } = core;
  const seen = (key: string, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : key === "isUnderWay" ? undefined : value;
  const { random: _, due, history, ...rest } = world;
  return JSON.stringify(
    [rest, [...history.dump()], due.dump().events.toSorted((a, b) => a.sequence - b.sequence), world.notices.dump()],
    seen,
  );
}

/** A life with everything in it: sellers, keys, notices that are held, orders, time. */
function live({ core, clock, journal }: Restored, name: string): void {
  const now = () => clock.now();
  const { sellerId } = core.defaultSeller;
  core.command("updateSeller", { sellerId, notificationUrl: "http://127.0.0.1:9/", now: now() });
  core.command("createSeller", { storeName: name, now: now() });
  core.command("createKey", { sellerId, now: now() });
  core.command("addNoticeRule", { kind: "hold", count: 2, probability: 0.5, now: now() });
  core.command("createBuyer", { name, email: `${name}@example.com`, now: now() });
  const AmazonOrderReferenceId = readyDraft(core, {}, now()).id;
  const call = (action: never, request: never) => core.call({ sellerId, action, request, now: now() });
  const OrderReferenceAttributes = { OrderTotal: yen(1_000) };
  call("SetOrderReferenceDetails" as never, { AmazonOrderReferenceId, OrderReferenceAttributes } as never);
  call("ConfirmOrderReference" as never, { AmazonOrderReferenceId } as never);
  const money = { AuthorizationReferenceId: name, AuthorizationAmount: yen(1_000) };
  call("Authorize" as never, { AmazonOrderReferenceId, ...money } as never);
  clock.set(now() + hours(1));
  journal?.clock(clock);
  core.runDue(now());
  call("CloseOrderReference" as never, { AmazonOrderReferenceId } as never);
}

describe("a long journal", () => {
  test("is put away at a start with a snapshot, and the world is the same", () => {
    live(begin(), "a");
    const before = picture((open as Restored).core);
    const again = begin();
    expect(picture(again.core)).toBe(before);
    expect(files()).toEqual(["sandbox-journal-1.jsonl.gz", "sandbox-journal.jsonl", "sandbox-snapshot-1.bin"]);
    expect(linesOf()).toBeLessThan(4);
    expect(again.clock.now()).toBe(start + hours(1));
    expect(picture(begin().core)).toBe(before);
  });

  test("gives afterwards what it would have given without", () => {
    live(begin(), "a");
    live(begin(), "b");
    const packed = begin();
    live(packed, "c");
    const seen = picture(packed.core);
    packed.journal?.close();
    rmSync(dataDir, { recursive: true });
    const whole = begin(1e9);
    for (const name of ["a", "b", "c"]) live(whole, name);
    expect(picture(whole.core)).toBe(seen);
    dataDir = mkdtempSync(join(tmpdir(), "noren-sandbox-"));
  });

  test("keeps one snapshot, and every part", () => {
    for (const name of ["a", "b", "c"]) live(begin(), name);
    begin();
    expect(files()).toEqual([
      "sandbox-journal-1.jsonl.gz",
      "sandbox-journal-2.jsonl.gz",
      "sandbox-journal-3.jsonl.gz",
      "sandbox-journal.jsonl",
      "sandbox-snapshot-3.bin",
    ]);
  });

  const damages: [title: string, damage: (file: string) => void][] = [
    ["is gone", (file) => rmSync(file)],
    ["is garbage", (file) => writeFileSync(file, "garbage")],
    ["is cut off", (file) => writeFileSync(file, readFileSync(file).subarray(0, 1_000))],
  ];
  for (const [title, damage] of damages) {
    test(`is done again from its parts when the snapshot ${title}`, () => {
      for (const name of ["a", "b"]) live(begin(), name);
      const before = picture(begin().core);
      open?.journal?.close();
      damage(join(dataDir, "sandbox-snapshot-2.bin"));
      expect(picture(begin(1e9).core)).toBe(before);
    });
  }

  test("says which part is missing when neither it nor the snapshot is there", () => {
    live(begin(), "a");
    begin().journal?.close();
    for (const name of ["sandbox-snapshot-1.bin", "sandbox-journal-1.jsonl.gz"]) rmSync(join(dataDir, name));
    expect(() => begin()).toThrow(/part 1 is missing/);
  });

  test("that a crash has stopped half way is put away again", () => {
    live(begin(), "a");
    const { core, journal } = open as Restored;
    const before = picture(core);
    journal?.close();
    const file = join(dataDir, "sandbox-journal.jsonl");
    const old = readFileSync(file);
    compactJournal(dataDir, readJournal(dataDir)?.head as never, core);
    writeFileSync(file, old); // as if the last step had not happened
    expect(picture(begin().core)).toBe(before);
    expect(linesOf()).toBeLessThan(4);
  });

  test("is forgotten with its parts when the sandbox begins anew", () => {
    live(begin(), "a");
    const { core, clock, journal } = begin();
    core.reset();
    journal?.restart(core, clock);
    expect(files()).toEqual(["sandbox-journal.jsonl"]);
  });
});

describe("a snapshot", () => {
  test("of another seed or form changes nothing", () => {
    const { core } = begin();
    const before = picture(core);
    const other = restore({ seed: "other", settings: {}, start, frozen: true });
    expect(loadSnapshot(core.world, writeSnapshot(other.core.world))).toBe(false);
    expect(loadSnapshot(core.world, Buffer.from("garbage"))).toBe(false);
    expect(picture(core)).toBe(before);
  });
});

describe("a data folder", () => {
  test("is held by one sandbox at a time, also in one process", () => {
    const first = begin();
    expect(() => restore({ settings: {}, dataDir })).toThrow(/Another sandbox uses the data folder/);
    first.journal?.close();
    begin();
  });

  test("is free when its process was killed, or its number now belongs to another", () => {
    for (const text of ['{"pid":999999999}', `{"pid":${process.pid},"began":"1"}`, '{"pid":1,"began":"1"}', "", "{"]) {
      writeFileSync(join(dataDir, "sandbox.lock"), text);
      begin().journal?.close();
      expect(existsSync(join(dataDir, "sandbox.lock"))).toBe(false);
    }
  });

  test("is not free while another process holds it", () => {
    writeFileSync(join(dataDir, "sandbox.lock"), `{"pid":${process.ppid}}`);
    expect(() => begin()).toThrow(new RegExp(`Its process is ${process.ppid}`));
  });
});
