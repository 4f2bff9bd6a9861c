import { agreementRows } from "./agreements.ts";
import { authTokenRows } from "./auth-tokens.ts";
import { addressRows, buyerRows, cardRows } from "./buyers.ts";
import { eventRows } from "./events.ts";
import { faultRows } from "./faults.ts";
import { historyRows } from "./history.ts";
import { noticeRows, noticeRuleRows } from "./notices.ts";
import { orderRows } from "./orders.ts";
import type { AdminName } from "./paths.ts";
import { requestRows } from "./requests.ts";
import type { AnyAdminRow } from "./route.ts";
import { clientRows, sellerRows } from "./sellers.ts";
import { settingsRows } from "./settings.ts";
import { timeRows } from "./time.ts";
import { wholeRows } from "./whole.ts";

/** Every row of the admin API, by the names of `adminPaths`. */
export const adminRows = {
  ...sellerRows,
  ...clientRows,
  ...buyerRows,
  ...addressRows,
  ...cardRows,
  ...orderRows,
  ...eventRows,
  ...agreementRows,
  ...authTokenRows,
  ...historyRows,
  ...timeRows,
  ...faultRows,
  ...noticeRows,
  ...noticeRuleRows,
  ...requestRows,
  ...settingsRows,
  ...wholeRows,
} satisfies { readonly [N in AdminName]: AnyAdminRow };

export type AdminRows = typeof adminRows;
