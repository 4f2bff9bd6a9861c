// One server with its worker. It can die at any write and any call: then nothing it began ever ends, and whoever comes
// next finds what it had written.
import type { Ids, Random } from "@noren-pay/base";
import { createPayments, derivedId, type Payments, type Store } from "@noren-pay/payments";
import type { Amazon } from "./amazon.ts";
import type { Bug, Faults } from "./faults.ts";
import type { Scheduler } from "./scheduler.ts";

const never = <T>(): Promise<T> => new Promise(() => {});

export interface World {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly ids: Ids;
  readonly store: Store;
  readonly amazon: Amazon;
  readonly bug: Bug | undefined;
  faults: Faults;
  onError(error: unknown): void;
  /** Starts another process in the place of one that died. */
  onDeath(process: Process): void;
}

export class Process {
  readonly payments: Payments;
  readonly #world: World;
  #dead = false;

  constructor(world: World) {
    this.#world = world;
    const { scheduler, ids, amazon } = world;
    this.payments = createPayments({
      store: this.#storeSeen(),
      gatewayOf: (account) => amazon.gateway(this, account),
      clock: scheduler.clock(() => !this.#dead),
      ids,
      settings: { leaseMs: 60_000, callMsMax: 20_000, waitMsMax: 12_000, idlePollMs: 300_000, concurrency: 32 },
      onError: (error) => world.onError(error),
    });
    this.payments.work.start();
  }

  die(): void {
    if (this.#dead) return;
    this.#dead = true;
    this.#world.onDeath(this);
  }

  alive(): Promise<void> {
    return this.#dead ? never() : Promise.resolve();
  }

  wait(ms: number): Promise<void> {
    return this.#world.scheduler.sleep(ms);
  }

  /** The store as this process reaches it: its writes may be its last. */
  #storeSeen(): Store {
    const { store, random } = this.#world;
    const mayDie = () => random.next() < this.#world.faults.crash / 5 && this.die();
    const guarded = <A extends unknown[], T>(run: (...args: A) => Promise<T>) => {
      return async (...args: A): Promise<T> => {
        if (this.#dead) return never();
        const result = await run(...args);
        return this.#dead ? never() : result;
      };
    };
    const dying = <A extends unknown[], T>(run: (...args: A) => Promise<T>) => {
      return guarded(async (...args: A): Promise<T> => {
        mayDie();
        if (this.#dead) return never();
        const result = await run(...args);
        mayDie();
        return result;
      });
    };
    const seen = Object.fromEntries(
      Object.entries(store).map(([name, run]) => [name, guarded(run as (...args: unknown[]) => Promise<unknown>)]),
    ) as unknown as Store;
    return {
      ...seen,
      ...this.#wrong(),
      create: dying(store.create),
      change: dying(this.#change(store)) as Store["change"],
    };
  }

  #change(store: Store): Store["change"] {
    const { bug } = this.#world;
    if (bug !== "forgetLedger" && bug !== "bookRefundsTwice") return store.change;
    return (key, apply, options) =>
      store.change(
        key,
        (order) => {
          const applied = apply(order);
          if (applied.change === undefined) return applied;
          const again = applied.change.entries
            .filter((entry) => entry.cause === "refund")
            .map((entry) => ({ ...entry, id: derivedId(entry.id) }));
          const entries = bug === "forgetLedger" ? [] : [...applied.change.entries, ...again];
          const change = { ...applied.change, entries };
          return { ...applied, change };
        },
        options,
      );
  }

  #wrong(): Partial<Store> {
    return this.#world.bug === "ignoreQuota" ? { takeToken: async () => ({ taken: true }) } : {};
  }
}
