import { days } from "@noren-pay/base";
import { expect } from "vitest";
import { authorizedOrder, draft } from "../../decide/story.ts";
import type { Order } from "../../model/order.ts";
import { changeOf, merchantOf, noon, orderOf } from "../contract-samples.ts";
import type { WithStore } from "./under-test.ts";

export function policiesContract(withStore: WithStore): void {
  const authorized = (merchant: string, n: number, expiresAt: number): Order => {
    const order = authorizedOrder({ ...draft, ...orderOf(merchant, n) });
    return {
      ...order,
      authorizations: order.authorizations.map((each) => ({ ...each, amazonId: `A${n}`, expiresAt })),
    };
  };

  withStore("authorizations that run out are found, the next to run out first", async ({ store }) => {
    await store.create(changeOf(authorized("m1", 1, noon + days(5))));
    await store.create(changeOf(authorized("m1", 2, noon + days(1))));
    await store.create(changeOf(authorized("m1", 3, noon + days(9))));
    await store.create(changeOf(authorized("m2", 4, noon + days(1))));
    await store.create(changeOf(orderOf("m1", 5)));
    const found = async (limit: number) =>
      (await store.expiring("m1", { before: noon + days(7), limit })).map((each) => each.sellerOrderId);
    expect(await found(10)).toEqual(["m1-2", "m1-1"]);
    expect(await found(1)).toEqual(["m1-2"]);
  });

  withStore("an order whose authorization is no longer open leaves them", async ({ store }) => {
    const order = authorized("m1", 1, noon + days(1));
    await store.create(changeOf(order));
    const closed = order.authorizations.map((each) => ({ ...each, state: "Closed" as const }));
    await store.change(order, (held) => ({
      change: changeOf({ ...held, authorizations: closed }),
      result: undefined,
    }));
    expect(await store.expiring("m1", { before: noon + days(7), limit: 10 })).toEqual([]);
  });

  withStore("a merchant's policy stays when the merchant is saved anew", async ({ store }) => {
    expect((await store.merchant("m1"))?.policy).toBeUndefined();
    await store.savePolicy("m1", { captureAt: "atOnce" });
    await store.saveMerchant({ ...merchantOf("m1", "a"), name: "別の店" });
    expect(await store.merchant("m1")).toMatchObject({ name: "別の店", policy: { captureAt: "atOnce" } });
    expect((await store.merchant("m2"))?.policy).toBeUndefined();
  });
}
