// Amount rules that authorizing, capturing and refunding share. Minor units throughout.
import type { Price } from "@noren-pay/base";
import { overageOf, overages } from "@noren-pay/protocol";
import { type AmazonRefusal, refuse } from "../refusal.ts";
import type { World } from "../world/world.ts";

/** Refused when the currencies differ, or the amount is over `most` or over what any single transaction may be. */
export function refusalOfAmount(
  world: World,
  amount: Price,
  against: { readonly currencyCode: string; readonly most: number },
): AmazonRefusal | undefined {
  if (amount.currencyCode !== against.currencyCode) return refuse("CurrencyMismatch");
  const { singleMax } = overages[world.settings.region];
  const single = singleMax.amount + overageOf(singleMax, world.settings.region).amount;
  return amount.amount > Math.min(against.most, single) ? refuse("TransactionAmountExceeded") : undefined;
}
