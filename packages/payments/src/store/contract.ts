// What every store must do. Both stores run this suite in their own tests; it is no part of the package's exports at
// run time, only of its tests.
import { describe, test } from "vitest";
import { intakeContract } from "./contract/intake.ts";
import { ordersContract } from "./contract/orders.ts";
import { policiesContract } from "./contract/policies.ts";
import type { MakeStore, StoreUnderTest } from "./contract/under-test.ts";
import { workContract } from "./contract/work.ts";
import { accountOf, merchantOf } from "./contract-samples.ts";

/** Runs the suite. `makeStore` is called once per test; the suite closes what it gets. */
export function storeContract(name: string, makeStore: MakeStore): void {
  const withStore = (title: string, run: (under: StoreUnderTest) => Promise<void>) =>
    test(title, async () => {
      const under = await makeStore();
      try {
        await under.store.saveAccount(accountOf("a"));
        await under.store.saveAccount(accountOf("b"));
        for (const id of ["m1", "m2"]) await under.store.saveMerchant(merchantOf(id, "a"));
        await run(under);
      } finally {
        await under.store.close();
      }
    });
  describe(`${name}: orders`, () => ordersContract(withStore));
  describe(`${name}: work`, () => workContract(withStore));
  describe(`${name}: policies`, () => policiesContract(withStore));
  describe(`${name}: the intake`, () => intakeContract(withStore));
}

export type { MakeStore, StoreUnderTest };
