// States as screens show them. The words are protocol's; the tones, and our own two states beside Amazon's, are here.
import { type ObjectKind, type StateOf, type Words, wordsOfState } from "@noren-pay/protocol/words";
import type { Tone } from "./tones.ts";

const tones: { readonly [K in ObjectKind]: Readonly<Record<StateOf[K], Tone>> } = {
  OrderReference: { Draft: "quiet", Open: "good", Suspended: "bad", Canceled: "quiet", Closed: "quiet" },
  Authorization: { Pending: "wait", Open: "good", Declined: "bad", Closed: "quiet" },
  Capture: { Pending: "wait", Completed: "good", Declined: "bad", Closed: "quiet" },
  Refund: { Pending: "wait", Completed: "good", Declined: "bad" },
};

/** States in our books that Amazon does not know. */
const ours: Readonly<Record<string, { readonly words: Words; readonly tone: Tone }>> = {
  Asked: { words: { ja: "依頼中", en: "Asked" }, tone: "wait" },
  Refused: { words: { ja: "受付不可", en: "Refused" }, tone: "bad" },
};

export function shownState(kind: ObjectKind, state: string): { readonly words: Words; readonly tone: Tone } {
  const own = Object.hasOwn(ours, state) ? ours[state] : undefined;
  if (own !== undefined) return own;
  const rows: Readonly<Record<string, Tone>> = tones[kind];
  return { words: wordsOfState(kind, state), tone: (Object.hasOwn(rows, state) ? rows[state] : undefined) ?? "quiet" };
}
