import type { OrderAnswer, OrderView } from "@noren-pay/server";

/** Longest note of a capture or refund. */
export const noteLengthMax: typeof import("@noren-pay/protocol").limits["noteLengthMax"] = 255;
/** Longest reason of a cancellation or closing. */
export const reasonLengthMax: typeof import("@noren-pay/protocol").limits["reasonLengthMax"] = 1024;

export interface ActionDialogProps {
  readonly order: OrderView;
  /** Business time in ms, where it is known. */
  readonly now: number | undefined;
  /** Of the order as it stood when the dialog was opened: see `useCommand`. */
  readonly version: string;
  readonly onClose: () => void;
  readonly onTaken: (answer: OrderAnswer) => void;
}
