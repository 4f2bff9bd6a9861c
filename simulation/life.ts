// The life of one order: a buyer who pays, changes cards or gives up, and staff who ship, cancel and refund, each a
// little careless. Whoever gets no answer clicks again.
import { days, hours, minutes, type Random, seconds, yen } from "@noren-pay/base";
import {
  type Answer,
  type Command,
  defaultPolicy,
  nextStepOf,
  type OrderKey,
  type Payments,
  PaymentsError,
} from "@noren-pay/payments";
import type { Amazon } from "./amazon.ts";
import type { Bug, Faults } from "./faults.ts";
import type { Scheduler } from "./scheduler.ts";

export interface Town {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly amazon: Amazon;
  readonly faults: Faults;
  readonly bug: Bug | undefined;
  /** Any process that lives. */
  payments(): Payments;
  newId(): string;
  /** Makes an order reference; `card`: how many down the wallet. */
  draft(merchantId: string, card: number): Draft;
  /** What staff asked to give back, by refund id. */
  readonly refundsAsked: Map<string, number>;
  steps: number;
}

/** `repair`: the buyer mends the payment method on Amazon's own page. Both throw when Amazon does not let them. */
interface Draft {
  readonly orderReferenceId: string;
  choose(card: number): void;
  repair(): void;
}

/** How often somebody tries again before giving up. */
const triesMax = 6;
/** How long somebody looks at a screen that does not answer. */
const patienceMs = seconds(40);

const neverSwept = { ...defaultPolicy.sweep, firstMs: days(999), mostMs: days(999) };
/** The sandbox's authorizations live two days, so the guard acts on the second. */
const guards = ["ask", "ask", "ask", "capture", "renew"] as const;
const shop = { kind: "shop" } as const;

export async function live(town: Town, merchantId: string, n: number): Promise<void> {
  const { random, scheduler } = town;
  const card = random.next() < 0.6 ? random.int(4) : random.int(8);
  const draft = town.draft(merchantId, card);
  const policy = {
    captureAt: random.next() < 0.1 ? "atOnce" : "shipment",
    authorizationMode: random.next() < 0.2 ? "async" : "syncThenAsync",
    guard: { ...defaultPolicy.guard, atLast: guards[random.int(guards.length)]!, replaceExpired: random.next() < 0.1 },
    ...(town.bug === "neverSweep" && { sweep: neverSwept }),
  } as const;
  const input = {
    amazonOrderReferenceId: draft.orderReferenceId,
    sellerOrderId: `${merchantId}-${n}`,
    total: yen(500 + random.int(50_000)),
    orderId: town.newId(),
    policy,
  };
  const key = { merchantId, orderId: input.orderId };
  const wait = random.next() < 0.8;
  let answer: Answer | undefined = await clicked(town, () =>
    town.payments().place(merchantId, input, { actor: shop, wait }),
  );
  for (let tries = 0; tries < triesMax && answer !== undefined; tries++) {
    await scheduler.sleep(seconds(1 + random.int(60)));
    if (random.next() < 0.03) return; // Walks away in the middle of it.
    if (answer.nextStep === "chooseAnotherPaymentMethod") {
      if (random.next() < 0.3 && may(() => draft.repair())) break;
      if (!may(() => draft.choose(random.next() < 0.7 ? random.int(4) : random.int(8)))) return;
      answer = await command(town, key, { kind: "authorizeAgain" });
    } else if (answer.nextStep === "fixConstraints") {
      if (!may(() => draft.choose(random.int(4)))) return;
      answer = await clicked(town, () => town.payments().place(merchantId, input, { actor: shop, wait }));
    } else if (answer.nextStep === "waitForAmazon") {
      await scheduler.sleep(seconds(20 + random.int(60)));
      answer = await look(town, key);
    } else break;
  }
  await handle(town, key, input.total.amount);
}

function may(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false; // The order reference has ended meanwhile.
  }
}

async function handle(town: Town, key: OrderKey, total: number): Promise<void> {
  const { random, scheduler } = town;
  await scheduler.sleep(random.next() < 0.1 ? hours(50 + random.int(20)) : minutes(5 + random.int(600)));
  if (random.next() < 0.15) void command(town, key, { kind: "cancel" });
  if (random.next() < 0.3) await scheduler.sleep(random.int(500));
  if (random.next() < 0.85) {
    const part = random.next() < 0.3 ? yen(1 + random.int(total)) : undefined;
    await command(town, key, { kind: "ship", shipmentId: town.newId(), amount: part, note: simulatedCapture(random) });
    if (random.next() < 0.1) await command(town, key, { kind: "ship", shipmentId: town.newId() });
  }
  await scheduler.sleep(minutes(1 + random.int(60)));
  const seen = await look(town, key);
  if (seen?.nextStep === "authorizeAgain" && random.next() < 0.5) {
    await command(town, key, { kind: "authorizeAgain" });
    await scheduler.sleep(minutes(5));
    await command(town, key, { kind: "ship", shipmentId: town.newId() });
    await scheduler.sleep(minutes(5));
  }
  await refundSome(town, key);
  if (random.next() < 0.1) await command(town, key, { kind: "close" });
  if (random.next() < 0.03) await command(town, key, { kind: "cancel" });
}

async function refundSome(town: Town, key: OrderKey): Promise<void> {
  const { random, scheduler } = town;
  for (let n = random.next() < 0.4 ? 1 + random.int(3) : 0; n > 0; n--) {
    const order = (await look(town, key))?.order;
    const capture = order?.captures[random.int(Math.max(1, order.captures.length))];
    if (capture === undefined) return;
    const amount = yen(1 + random.int(Math.ceil(capture.amount.amount * 1.2)));
    const note =
      random.next() < 0.1 ? '{"SandboxSimulation":{"State":"Declined","ReasonCode":"AmazonRejected"}}' : undefined;
    const refundId = town.newId();
    town.refundsAsked.set(refundId, amount.amount);
    await command(town, key, { kind: "refund", refundId, captureId: capture.id, amount, note });
    await scheduler.sleep(seconds(random.int(90)));
  }
}

function simulatedCapture(random: Random): string | undefined {
  const chance = random.next();
  if (chance < 0.06) return '{"SandboxSimulation":{"State":"Pending"}}';
  if (chance < 0.12) return '{"SandboxSimulation":{"State":"Declined","ReasonCode":"AmazonRejected"}}';
  if (chance < 0.15) return '{"SandboxSimulation":{"State":"Closed","ReasonCode":"AmazonClosed"}}';
  return undefined;
}

const command = (town: Town, key: OrderKey, what: Command): Promise<Answer | undefined> =>
  clicked(town, () =>
    town.payments().command(key, what, { actor: { kind: "staff", userId: "u1" }, wait: town.random.next() < 0.5 }),
  );

async function look(town: Town, key: OrderKey): Promise<Answer | undefined> {
  const answer = await clicked(town, async () => ({ order: await town.payments().store.order(key) }));
  const order = answer?.order;
  return order === undefined ? undefined : { order, nextStep: nextStepOf(order) };
}

/** A click, perhaps a double one, repeated when no answer comes; undefined when it is refused. */
async function clicked<T>(town: Town, click: () => Promise<T>): Promise<T | undefined> {
  const { random, faults, scheduler } = town;
  for (let tries = 0; tries < triesMax; tries++) {
    town.steps++;
    if (random.next() < faults.doubleClick) void click().catch(() => {});
    const gaveUp = scheduler.sleep(patienceMs).then(() => "gaveUp" as const);
    const ended = await Promise.race([click().catch((refusal: unknown) => refused(refusal)), gaveUp]);
    if (ended === "refused") return undefined;
    if (ended !== "gaveUp") return ended as T;
  }
  return undefined;
}

function refused(refusal: unknown): "refused" {
  if (refusal instanceof PaymentsError) return "refused";
  throw refusal;
}
