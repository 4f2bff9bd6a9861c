// What must hold. During the run only Amazon's side is looked at, because that is where harm is done; after quiet both
// sides must be equal, and the ledger with them.
import { balancesOf, isQuiet, type LedgerEntry, type Order, type Store } from "@noren-pay/payments";
import { overageOf } from "@noren-pay/protocol";
import type { SandboxCore } from "@noren-pay/sandbox";

export const invariants = [
  "capturedWithinShipment",
  "nothingTwice",
  "refundedAsAsked",
  "canceledNeverShips",
  "everyCaptureBooked",
  "ledgerBalances",
  "quotaKept",
  "writtenBefore",
  "capturedWithinAuthorized",
  "refundedWithinCap",
  "bothSidesEqual",
  "quiet",
] as const;
export type Invariant = (typeof invariants)[number];

export interface Violation {
  readonly invariant: Invariant;
  readonly orderReferenceId: string | undefined;
  readonly what: string;
}

type Say = (invariant: Invariant, what: string) => void;

/** Compares the books of one order with Amazon, once everything has come to rest. */
export async function compare(core: SandboxCore, store: Store, order: Order): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  const orderReferenceId = order.amazonOrderReferenceId;
  const say: Say = (invariant, what) => found.push({ invariant, orderReferenceId, what });
  const world = core.world;
  const theirs = world.orderReferences.get(orderReferenceId);
  if (theirs === undefined)
    return [{ invariant: "bothSidesEqual", orderReferenceId, what: "Amazon has no such order" }];
  const under = <T extends { readonly orderReferenceId: string }>(map: ReadonlyMap<string, T>) => [
    ...(objectsOf(map).get(orderReferenceId) ?? []),
  ];
  const authorizations = under(world.authorizations);
  const captures = under(world.captures);
  const refunds = under(world.refunds);
  if (!isQuiet(order)) say("quiet", "something is still to be done");
  if (order.orderReference.state !== theirs.state)
    say("bothSidesEqual", `order reference: ${order.orderReference.state} here, ${theirs.state} there`);
  same(say, "authorization", order.authorizations, authorizations);
  same(say, "capture", order.captures, captures);
  same(say, "refund", order.refunds, refunds);
  checkCaptures(say, order, captures);
  checkRefunds(say, order, { captures, refunds });
  checkLedger(say, await store.entries(order), { captures, refunds });
  checkAskedFor(say, order, [...authorizations, ...captures, ...refunds]);
  return found;
}

/** Refunds on Amazon's side that are not what staff asked for. */
export const wrongRefunds = (core: SandboxCore, asked: ReadonlyMap<string, number>): readonly Violation[] =>
  [...core.world.refunds.values()]
    .filter((refund) => asked.get(refund.referenceId) !== refund.amount.amount)
    .map(({ orderReferenceId, amount, referenceId }) => ({
      invariant: "refundedAsAsked",
      orderReferenceId,
      what: `${amount.amount} given back, ${asked.get(referenceId)} asked`,
    }));

const grouped = new WeakMap<object, Map<string, unknown[]>>();

function objectsOf<T extends { readonly orderReferenceId: string }>(map: ReadonlyMap<string, T>): Map<string, T[]> {
  const known = grouped.get(map) as Map<string, T[]> | undefined;
  if (known !== undefined) return known;
  const groups = new Map<string, T[]>();
  for (const each of map.values()) {
    const group = groups.get(each.orderReferenceId);
    if (group === undefined) groups.set(each.orderReferenceId, [each]);
    else group.push(each);
  }
  grouped.set(map, groups);
  return groups;
}

interface Ours {
  readonly amazonId?: string | undefined;
  readonly state: string;
}
interface Theirs {
  readonly id: string;
  readonly state: string;
}

function same(say: Say, kind: string, ours: readonly Ours[], theirs: readonly Theirs[]): void {
  for (const object of theirs) {
    const held = ours.filter((each) => each.amazonId === object.id);
    if (held.length !== 1) say("bothSidesEqual", `${kind} ${object.id}: ${held.length} in the books`);
    else if (held[0]?.state !== object.state)
      say("bothSidesEqual", `${kind}: ${held[0]?.state} here, ${object.state} there`);
  }
  for (const object of ours) {
    const isThere = object.amazonId !== undefined && theirs.some((each) => each.id === object.amazonId);
    if (!isThere && object.state !== "Refused")
      say("bothSidesEqual", `${kind} in state ${object.state}: unknown there`);
  }
}

interface Money {
  readonly id: string;
  readonly state: string;
  readonly amount: { readonly amount: number };
}
interface TheirCapture extends Money {
  readonly authorizationId: string;
}
interface TheirRefund extends Money {
  readonly captureId: string;
}

/**
 * Nobody but us calls Amazon here, so every object carries a reference id that the books hold (CaptureNow: the
 * authorization's). Another one was asked for twice.
 */
function checkAskedFor(
  say: Say,
  order: Order,
  objects: readonly { readonly id: string; readonly referenceId: string }[],
) {
  const asked = new Set([...order.authorizations, ...order.captures, ...order.refunds].map((each) => each.id));
  for (const { id, referenceId } of objects)
    if (!asked.has(referenceId)) say("nothingTwice", `${id} was not asked for`);
}

const moved = (object: Money): boolean => object.state === "Completed" || object.state === "Closed";
const live = (object: Money): boolean => object.state !== "Declined";
const total = (objects: readonly Money[]): number => objects.reduce((sum, each) => sum + each.amount.amount, 0);

function checkCaptures(say: Say, order: Order, captures: readonly TheirCapture[]): void {
  const charged = captures.filter(live);
  if (total(charged) > order.total.amount) say("capturedWithinShipment", `${total(charged)} of ${order.total.amount}`);
  for (const shipment of order.shipments) {
    const ids = order.captures.filter((each) => each.shipmentId === shipment.id).map((each) => each.amazonId);
    const own = charged.filter((each) => ids.includes(each.id));
    if (own.length > 1) say("nothingTwice", `${own.length} captures of one shipment`);
    if (total(own) > shipment.amount.amount)
      say("capturedWithinShipment", `${total(own)} of ${shipment.amount.amount}`);
  }
  for (const authorizationId of new Set(charged.map((each) => each.authorizationId)))
    if (charged.filter((each) => each.authorizationId === authorizationId).length > 1)
      say("nothingTwice", "two captures of one authorization");
  if (order.orderReference.state === "Canceled" && charged.length > 0) say("canceledNeverShips", "captured after all");
  if (total(charged.filter(moved)) !== balancesOf(order).captured.amount)
    say("everyCaptureBooked", "captured sums differ");
}

function checkRefunds(
  say: Say,
  order: Order,
  { captures, refunds }: { readonly captures: readonly TheirCapture[]; readonly refunds: readonly TheirRefund[] },
): void {
  for (const capture of captures) {
    const given = refunds.filter((each) => each.captureId === capture.id && live(each));
    const most = capture.amount.amount + overageOf({ ...order.total, amount: capture.amount.amount }, "jp").amount;
    const held = order.captures.find((each) => each.amazonId === capture.id);
    const asked = order.refunds.filter(
      (each) => each.captureId === held?.id && each.state !== "Declined" && each.state !== "Refused",
    );
    const sum = asked.reduce((all, each) => all + each.amount.amount, 0);
    if (total(given) > most) say("refundedAsAsked", `refunded ${total(given)} of at most ${most}`);
    if (total(given) !== sum || given.length !== asked.length)
      say("refundedAsAsked", `refunded ${total(given)}, asked ${sum}`);
  }
}

function checkLedger(
  say: Say,
  entries: readonly LedgerEntry[],
  { captures, refunds }: { readonly captures: readonly Money[]; readonly refunds: readonly Money[] },
): void {
  for (const entry of entries)
    if (entry.lines.reduce((sum, line) => sum + line.amount.amount, 0) !== 0) say("ledgerBalances", entry.id);
  const booked = (account: string) =>
    entries
      .flatMap((entry) => entry.lines)
      .reduce((sum, line) => (line.account === account ? sum + line.amount.amount : sum), 0);
  if (-booked("sales") !== total(captures.filter(moved)))
    say("everyCaptureBooked", `${-booked("sales")} booked, ${total(captures.filter(moved))} taken`);
  const returned = total(refunds.filter((each) => each.state === "Completed"));
  if (booked("refunds") !== returned) say("ledgerBalances", `${booked("refunds")} booked, ${returned} given back`);
}
