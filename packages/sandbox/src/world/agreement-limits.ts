// What may be charged under a billing agreement: so much in each calendar month.
import type { Instant, Price } from "@noren-pay/base";
import { agreementMonthlyLimits, regions } from "@noren-pay/protocol";
import type { BillingAgreement } from "./billing-agreement.ts";
import type { Authorization, OrderReference } from "./objects.ts";
import type { World } from "./world.ts";

interface Period {
  readonly start: Instant;
  /** The first instant of the next one. */
  readonly end: Instant;
}

/** The calendar month of `at`, as the settings count months. */
export function periodOf(world: World, at: Instant): Period {
  const offset = world.settings.agreementMonthOffsetMs;
  const local = new Date(at + offset);
  const monthStart = (month: number) => Date.UTC(local.getUTCFullYear(), month, 1) - offset;
  return { start: monthStart(local.getUTCMonth()), end: monthStart(local.getUTCMonth() + 1) };
}

export interface AgreementLimits extends Period {
  readonly limit: Price;
  readonly remaining: Price;
}

export function limitsOf(world: World, agreement: BillingAgreement): AgreementLimits {
  const { region, agreementMonthlyLimit } = world.settings;
  const currencyCode = regions[region].currency;
  const limit = agreementMonthlyLimit ?? agreementMonthlyLimits[region];
  const period = periodOf(world, world.now);
  const spent = agreement.charged.periodStart === period.start ? agreement.charged.amount : 0;
  return {
    ...period,
    limit: { amount: limit, currencyCode },
    remaining: { amount: Math.max(0, limit - spent), currencyCode },
  };
}

export const agreementOf = (world: World, order: OrderReference): BillingAgreement | undefined =>
  order.billingAgreementId === undefined ? undefined : world.billingAgreements.get(order.billingAgreementId);

/** An authorization takes its share of the month. */
export function charge(world: World, order: OrderReference, amount: number): void {
  const agreement = agreementOf(world, order);
  if (!agreement) return;
  const { start } = periodOf(world, world.now);
  const before = agreement.charged.periodStart === start ? agreement.charged.amount : 0;
  agreement.charged = { periodStart: start, amount: before + amount };
}

/** What an authorization did not use goes back, to the month in which it was made. */
export function discharge(world: World, order: OrderReference, at: { authorization: Authorization; amount: number }) {
  const agreement = agreementOf(world, order);
  if (agreement?.charged.periodStart !== periodOf(world, at.authorization.createdAt).start) return;
  agreement.charged.amount -= at.amount;
}
