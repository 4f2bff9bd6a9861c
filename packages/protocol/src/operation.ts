import type { Fields, ObjectOf } from "./fields.ts";
import type { ErrorCode } from "./tables/errors.ts";
import type { Evidence } from "./tables/evidence.ts";
import type {
  AuthorizationState,
  BillingAgreementState,
  CaptureState,
  OrderReferenceState,
} from "./tables/life-cycles.ts";
import type { QuotaClass } from "./tables/quotas.ts";

/**
 * What to do when nobody knows how a call ended.
 * `repeat`: it only reads. `replay`: same reference id and parameters, Amazon returns the first result.
 * `readThenDecide`: read the object first. `ask`: a repeat would make a second object; a person or a list decides.
 */
export type Recovery = "repeat" | "replay" | "readThenDecide" | "ask";

/** One call of Amazon Pay's API, described once. */
export interface Operation<
  Name extends string = string,
  Req extends Fields = Fields,
  Res extends Fields = Fields,
  Imitated extends boolean = boolean,
> {
  /** Amazon's `Action`. */
  readonly name: Name;
  /** Own parameters; the common ones are added by the signer. Dotted wire names follow from nesting. */
  readonly request: Req;
  /** What stands inside `<NameResult>`. */
  readonly response: Res;
  /** Whether `<NameResult>` stands in the answer: with content, empty, or not at all. */
  readonly result: "content" | "empty" | "none";
  /** The states in which the objects it works on must be. Empty: any. */
  readonly needs: {
    readonly OrderReference?: readonly OrderReferenceState[];
    readonly Authorization?: readonly AuthorizationState[];
    readonly Capture?: readonly CaptureState[];
    readonly BillingAgreement?: readonly BillingAgreementState[];
  };
  readonly quota: QuotaClass;
  /** Set where no document publishes the operation's throttling. */
  readonly quotaEvidence?: Extract<Evidence, "unconfirmed">;
  readonly recovery: Recovery;
  /** The request field whose repetition returns the first result. */
  readonly deduplicatedBy?: string;
  /** The request field that may hold a sandbox simulation, as a dotted wire name. */
  readonly simulatedBy?: string;
  /** Errors of this operation beside the common ones. */
  readonly errors: readonly ErrorCode[];
  /** Whether our sandbox does it; otherwise it refuses the call by name. */
  readonly imitated: Imitated;
  /** How the operation and its parameters are known. */
  readonly evidence: Evidence;
  /** Document the row follows. */
  readonly source: string;
}

export type RequestOf<O> = O extends Operation<string, infer Req, Fields> ? ObjectOf<Req> : never;
export type ResponseOf<O> = O extends Operation<string, Fields, infer Res> ? ObjectOf<Res> : never;

export const defineOperation = <
  const Name extends string,
  Req extends Fields,
  Res extends Fields,
  const Imitated extends boolean,
>(
  operation: Operation<Name, Req, Res, Imitated>,
): Operation<Name, Req, Res, Imitated> => operation;
