export { type Clock, type Instant, type MovableClock, movableClock, systemClock } from "./clock.ts";
export { type Drive, drive, type TimeSide } from "./drive.ts";
export { days, hours, minutes, seconds } from "./duration.ts";
export type { ErrorTable, Retry } from "./errors.ts";
export { dashed, type Ids, timeOrderedIds } from "./ids.ts";
export {
  add,
  type CurrencyCode,
  compare,
  currencyDecimals,
  formatAmount,
  isCurrencyCode,
  minPrice,
  type Price,
  parseAmount,
  price,
  samePrice,
  subtract,
  sum,
  yen,
  zero,
} from "./money.ts";
export { type Random, type RandomState, type SeededRandom, seededRandom, systemRandom } from "./random.ts";
