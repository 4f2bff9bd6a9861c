// The payment service dies by SIGKILL at every point between what it means to do, its call, and the answer, and the next
// one takes over. KILL_AT and KILL_WHERE, with KILL_LIFE and KILL_GATE, as a failure prints them, run one death alone.
import { afterAll, describe, expect, test } from "vitest";
import { places, type Where } from "./gate.ts";
import { type Death, live } from "./lives.ts";
import type { Town } from "./town.ts";
import { towns } from "./towns.ts";

const { KILL_AT, KILL_WHERE = "before", KILL_LIFE = "refunded", KILL_GATE = "amazon" } = process.env;
const timeout = 600_000;

const { within, close } = towns();
afterAll(close);

/** One life after the other, each with its death one exchange later, until one is over before its death has come. */
async function dieEverywhere(town: Town, death: Omit<Death, "plan"> & { where: Where; from?: number }) {
  const { where, from = 1, ...rest } = death;
  const struck: string[] = [];
  for (let at = from; ; at++) {
    const names = await live(town, { ...rest, plan: { at, where } });
    if (names.length === 0) return struck;
    struck.push(...names);
  }
}

const moments: Record<Where, string> = {
  before: "before a call of it reaches Amazon",
  after: "when a call of it has had its effect, and before the answer comes",
  answered: "as the answer to a call of it comes",
};

const calls = [
  "SetOrderReferenceDetails",
  "ConfirmOrderReference",
  "Authorize",
  "GetOrderReferenceDetails",
  "Capture",
  "Refund",
  "GetRefundDetails",
];

describe.runIf(KILL_AT === undefined).concurrent("an order has one authorization, one capture and one refund", () => {
  for (const where of places)
    test(`wherever the server is killed ${moments[where]}`, { timeout }, () =>
      within(async (town) => {
        const struck = await dieEverywhere(town, { life: "refunded", where });
        // What runs side by side may have changed places from one life to the next.
        for (const at of calls)
          if (!struck.includes(at)) expect(await live(town, { life: "refunded", plan: { at, where } })).toEqual([at]);
      }),
    );

  test("when the server is killed with each command in its hands, before anything is written", { timeout }, () =>
    within(async (town) => {
      await live(town, { life: "refundedInHand" });
    }),
  );

  test("when the server is killed at every second call", { timeout }, () =>
    within(async (town) => {
      const struck = await live(town, { life: "refunded", plan: { at: "everySecond", where: "after" } });
      expect(struck.length).toBeGreaterThan(3);
    }),
  );

  test("when Amazon refuses to confirm twice", { timeout }, () =>
    within(async (town) => {
      await town.admin.changeSettings({ confirmOpenIsNoOp: false });
      for (const where of places) await live(town, { life: "refunded", plan: { at: "ConfirmOrderReference", where } });
      await town.admin.changeSettings({ confirmOpenIsNoOp: true });
    }),
  );

  test("when the server is killed with a notice that it has acknowledged and not applied", { timeout }, () =>
    within(async (town) => {
      const unapplied: number[] = [];
      const meanwhile = holding((count) => unapplied.push(count));
      const struck = await dieEverywhere(town, { life: "refunded", gate: "notices", where: "answered", meanwhile });
      expect(struck.length).toBeGreaterThan(2);
      expect(unapplied.filter((count) => count > 0)).toHaveLength(struck.length);
    }),
  );

  test("when the server is killed with a notice that it has stored and not acknowledged", { timeout }, () =>
    within(async (town) => {
      const struck = await dieEverywhere(town, { life: "refunded", gate: "notices", where: "after" });
      expect(struck.length).toBeGreaterThan(2);
    }),
  );
});

describe.runIf(KILL_AT === undefined).concurrent("an order of which the server was killed", () => {
  for (const where of places)
    test(`${moments[where]} is canceled once, and no money moves`, { timeout }, () =>
      within(async (town) => {
        const struck = await dieEverywhere(town, { life: "canceled", where, from: 4 });
        if (!struck.includes("CancelOrderReference"))
          await live(town, { life: "canceled", plan: { at: "CancelOrderReference", where } });
      }),
    );

  test("at its authorization is one order with one authorization, however often the buyer clicks", { timeout }, () =>
    within(async (town) => {
      for (const where of places)
        expect(await live(town, { life: "clickedTwice", plan: { at: "Authorize", where } })).toEqual(["Authorize"]);
    }),
  );
});

const aDeathAlone = () =>
  within(async (town) => {
    const at = /^\d+$/.test(KILL_AT ?? "") ? Number(KILL_AT) : (KILL_AT ?? "");
    const isHeld = KILL_GATE === "notices" && KILL_WHERE === "answered";
    await live(town, {
      life: KILL_LIFE as Death["life"],
      gate: KILL_GATE as "amazon" | "notices",
      plan: { at, where: KILL_WHERE as Where },
      ...(isHeld && { meanwhile: holding(() => {}) }),
    });
  });
if (KILL_AT !== undefined) test("a death alone", { timeout }, aDeathAlone);

/** Holds the order's row, so that its notice can be stored and not be applied; tells how many wait at the death. */
const holding =
  (tell: (count: number) => void): NonNullable<Death["meanwhile"]> =>
  async ({ pool }, { sellerOrderId }) => {
    const client = await pool.connect();
    await client.query("BEGIN");
    await client.query("SELECT FROM orders WHERE seller_order_id = $1 FOR UPDATE", [sellerOrderId]);
    return async () => {
      const { rowCount } = await client.query("SELECT FROM notices WHERE state = 'new'");
      tell(rowCount ?? 0);
      await client.query("ROLLBACK");
      client.release();
    };
  };
