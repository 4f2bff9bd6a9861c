// The simulation: many order lives through the real service (decide, work, memory store) and the real sandbox core, in
// virtual time, with everything that can go wrong on the way. The same seed gives the same run.
import { days, type Ids, seconds, seededRandom, timeOrderedIds } from "@noren-pay/base";
import { type AmazonAccount, defaultPolicy, memoryStore, type Payments, type Store } from "@noren-pay/payments";
import { Amazon } from "./amazon.ts";
import { type Bug, type Faults, manyFaults, noFaults } from "./faults.ts";
import { compare, type Violation, wrongRefunds } from "./invariants.ts";
import { live, type Town } from "./life.ts";
import { carryNotices } from "./notices.ts";
import { Process, type World } from "./process.ts";
import { Scheduler } from "./scheduler.ts";
import { StepChecks } from "./step-checks.ts";

export interface Simulation {
  readonly seed: string;
  readonly orders: number;
  readonly faults?: Faults | undefined;
  readonly bug?: Bug | undefined;
}

export interface Simulated {
  readonly orders: number;
  readonly steps: number;
  readonly events: number;
  readonly calls: number;
  /** Reads among the calls that compare the books with Amazon on no other occasion. */
  readonly sweepReads: number;
  readonly crashes: number;
  readonly violations: readonly Violation[];
  readonly errors: readonly unknown[];
}

const start = Date.UTC(2026, 0, 5, 0);
/** Merchants: two share an account, one has its own. */
const merchants = { m1: "a1", m2: "a1", m3: "a2" } as const;
/** One order begins this often: within the quota of a sandbox account, with room for repeats. */
const betweenOrdersMs = seconds(6);
const processes = 3;
/** Longer than the longest wait of a sweep: whatever notice was lost is found by then. */
const quietMs = defaultPolicy.sweep.mostMs + days(1);

export async function simulate({ seed, orders, faults = manyFaults, bug }: Simulation): Promise<Simulated> {
  const random = seededRandom(seed);
  const scheduler = new Scheduler(start);
  const ids = timeOrderedIds({ wall: () => scheduler.now }, seededRandom(`${seed} ids`));
  const store = memoryStore({ clock: { wall: () => scheduler.now } });
  const amazon = new Amazon({ scheduler, random: seededRandom(`${seed} amazon`), faults, bug });
  const errors: unknown[] = [];
  const refundsAsked = new Map<string, number>();
  const steps = new StepChecks({ core: amazon.core, store, refundsAsked });
  amazon.onEffect = (orderReferenceId) => steps.check(orderReferenceId);
  const running: Process[] = [];
  let crashes = 0;
  const world: World = {
    scheduler,
    random: seededRandom(`${seed} processes`),
    ids,
    store,
    amazon,
    bug,
    faults,
    onError: (error) => errors.push(error),
    onDeath(process) {
      crashes++;
      running.splice(running.indexOf(process), 1);
      scheduler.after(1_000, () => running.push(new Process(world)));
    },
  };
  const accounts = await openShops(store, amazon);
  for (let n = 0; n < processes; n++) running.push(new Process(world));
  const payments = (): Payments => (running[random.int(running.length)] as Process).payments;
  // Somebody who finds no server up waits for one.
  const anyone = (): Payments => (running.length > 0 ? payments() : new Process({ ...world, onDeath() {} }).payments);
  const common = { scheduler, random, amazon, faults, bug, payments: anyone };
  const town = townOf({ ...common, ids, accounts, refundsAsked });
  let living = orders;
  for (let n = 0; n < orders; n++) {
    const merchantId = Object.keys(merchants)[n % 3] as keyof typeof merchants;
    scheduler.after(n * betweenOrdersMs + random.int(seconds(5)), () => {
      live(town, merchantId, n)
        .catch((error) => errors.push(error))
        .finally(() => living--);
    });
  }
  let over = false;
  carryNotices({ ...common, accountOf: (sellerId) => accounts.get(sellerId)?.accountId }, () => over);
  await scheduler.run(start + orders * betweenOrdersMs + days(6), () => living === 0);
  // Then everything is mended, and what was begun may end by itself.
  world.faults = noFaults;
  amazon.faults = noFaults;
  await scheduler.run(scheduler.now + quietMs, () => false);
  over = true;
  const violations = [...steps.found, ...(await judge(store, amazon, refundsAsked))];
  for (const process of [...running]) process.die();
  const sweepReads = await sweepReadsOf(store);
  return {
    orders,
    steps: town.steps,
    events: scheduler.events,
    calls: amazon.calls,
    sweepReads,
    crashes,
    violations,
    errors,
  };
}

async function sweepReadsOf(store: Store): Promise<number> {
  let reads = 0;
  for (const merchantId of Object.keys(merchants)) {
    const { items } = await store.orders(merchantId, { limit: Number.MAX_SAFE_INTEGER });
    for (const { orderId } of items) {
      const timeline = await store.timeline({ merchantId, orderId });
      reads += timeline.filter(({ type, data }) => type === "objectRead" && data.why === "sweep").length;
    }
  }
  return reads;
}

async function judge(
  store: Store,
  amazon: Amazon,
  refundsAsked: ReadonlyMap<string, number>,
): Promise<readonly Violation[]> {
  const violations = [...wrongRefunds(amazon.core, refundsAsked)];
  for (const merchantId of Object.keys(merchants)) {
    const { items } = await store.orders(merchantId, { limit: Number.MAX_SAFE_INTEGER });
    for (const order of items) violations.push(...(await compare(amazon.core, store, order)));
  }
  if (amazon.throttlesOfOurs > 0)
    violations.push({
      invariant: "quotaKept",
      orderReferenceId: undefined,
      what: `${amazon.throttlesOfOurs} calls too many`,
    });
  return violations;
}

async function openShops(store: Store, amazon: Amazon): Promise<Map<string, AmazonAccount>> {
  const accounts = new Map<string, AmazonAccount>();
  for (const accountId of new Set(Object.values(merchants))) {
    const notificationUrl = "http://localhost/notices";
    const seller = amazon.core.command("createSeller", { notificationUrl, now: start });
    const account: AmazonAccount = {
      accountId,
      sellerId: seller.sellerId,
      region: "jp",
      environment: "Sandbox",
      clientId: seller.clientIds[0] ?? "",
      secrets: { accessKey: seller.accessKey, secretKey: seller.secretKey },
      notices: { topicArns: [], certificateUrls: [] },
      authorizationLifetimeMs: days(2),
    };
    await store.saveAccount(account);
    accounts.set(seller.sellerId, account);
  }
  for (const [merchantId, accountId] of Object.entries(merchants))
    await store.saveMerchant({ merchantId, name: merchantId, accountId });
  return accounts;
}

interface TownParts extends Omit<Town, "newId" | "draft" | "steps"> {
  readonly ids: Ids;
  readonly accounts: ReadonlyMap<string, AmazonAccount>;
}

function townOf({ ids, accounts, ...parts }: TownParts): Town {
  const { core } = parts.amazon;
  const buyer = [...core.world.buyers.values()][0]!;
  const cards = [...buyer.cards.keys()];
  const addressId = [...buyer.addresses.keys()][0]!;
  const sellerOf = (merchantId: string) =>
    [...accounts].find(([, account]) => account.accountId === merchants[merchantId as keyof typeof merchants])![0];
  const now = () => parts.scheduler.now;
  return {
    ...parts,
    steps: 0,
    newId: () => ids.next(),
    draft(merchantId, card) {
      const order = core.createDraft({
        sellerId: sellerOf(merchantId),
        buyerId: buyer.buyerId,
        wantsAddress: true,
        now: now(),
      });
      const orderReferenceId = order.id;
      core.selectAddress({ orderReferenceId, addressId, now: now() });
      const choose = (which: number) =>
        void core.selectPaymentMethod({ orderReferenceId, cardId: cards[which % cards.length]!, now: now() });
      choose(card);
      const repair = () => void core.command("repairPaymentMethod", { orderReferenceId, now: now() });
      return { orderReferenceId, choose, repair };
    },
  };
}
