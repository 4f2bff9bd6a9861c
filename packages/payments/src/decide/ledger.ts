// Money that moved, in balanced entries. The entry's id comes from what moved, so the same movement is booked once.
import type { Price } from "@noren-pay/base";
import type { LedgerAccount, LedgerEntry } from "../model/change.ts";
import { derivedId } from "../model/hash.ts";
import type { Capture, Refund } from "../model/order.ts";
import { say, type Working } from "./working.ts";

export function bookCapture(w: Working, capture: Capture) {
  book(w, "capture", { objectId: capture.id, amount: capture.amount, from: "sales", to: "amazonBalance" });
}

export function bookRefund(w: Working, refund: Refund) {
  book(w, "refund", { objectId: refund.id, amount: refund.amount, from: "amazonBalance", to: "refunds" });
}

export function bookFee(w: Working, { id, fee }: Capture) {
  if (fee !== undefined) book(w, "fee", { objectId: id, amount: fee, from: "amazonBalance", to: "fees" });
}

interface Movement {
  readonly objectId: string;
  readonly amount: Price;
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
}

function book(w: Working, cause: LedgerEntry["cause"], { objectId, amount, from, to }: Movement) {
  const id = derivedId(`${cause}:${objectId}`);
  w.entries.push({
    id,
    at: w.now,
    cause,
    objectId,
    lines: [
      { account: to, amount },
      { account: from, amount: { ...amount, amount: -amount.amount } },
    ],
  });
  say(w, "moneyMoved", { entryId: id, cause, objectId, amount });
}
