// What a note can make the sandbox do. Source: integration guide, Sandbox simulations; recordings of integrations.
import { minutes } from "@noren-pay/base";
import { isOperationName, type OperationName, operations } from "./operations.ts";
import type { Evidence } from "./tables/evidence.ts";
import type { LifeCycleKind } from "./tables/life-cycles.ts";
import type { Environment } from "./tables/quotas.ts";

interface SimulationRow {
  /** Operations whose note is read for it, by the field that `simulatedBy` names. */
  readonly operations: readonly OperationName[];
  readonly object: LifeCycleKind;
  readonly state?: string;
  readonly reasonCode?: string;
  readonly constraint?: string;
  readonly paymentAuthenticationStatus?: "Success" | "Failure" | "Abandoned";
  /** The member that says how long, in whole minutes, and its range. */
  readonly minutes?: { readonly member: string; readonly min: number; readonly max: number; readonly default: number };
  /** Whether `SoftDecline` may stand in it, as the text "true" or "false". */
  readonly mayBeSoft?: boolean;
  readonly effect: string;
  /** How the text that asks for it is known; times are told beside their effect. */
  readonly evidence: Evidence;
  /** Operations of which no source says that they take it. */
  readonly unconfirmedIn?: readonly OperationName[];
  /** Whether our sandbox does it. */
  readonly imitated: boolean;
}

const setDetails = ["SetOrderReferenceDetails", "SetOrderAttributes"] as const;
const doubtfulSet = ["SetOrderAttributes"] as const;
const authorizes = ["Authorize", "AuthorizeOnBillingAgreement"] as const;

/** Every simulation by a name of ours. Time without a `minutes` member: `lifetimes.processingMs` [U]. */
export const simulations = {
  constraintPaymentMethodNotAllowed: {
    operations: setDetails,
    unconfirmedIn: doubtfulSet,
    object: "OrderReference",
    constraint: "PaymentMethodNotAllowed",
    effect: "The constraint stands on the order reference until its SellerNote is overwritten; Confirm is refused.",
    evidence: "documented",
    imitated: true,
  },
  authenticationSucceeds: {
    operations: setDetails,
    unconfirmedIn: doubtfulSet,
    object: "OrderReference",
    paymentAuthenticationStatus: "Success",
    effect: "EU only: after confirmation the buyer is sent to SuccessUrl.",
    evidence: "seen",
    imitated: true,
  },
  authenticationFails: {
    operations: setDetails,
    unconfirmedIn: doubtfulSet,
    object: "OrderReference",
    paymentAuthenticationStatus: "Failure",
    effect: "EU only: the buyer is sent to FailureUrl with AuthenticationStatus=Failure.", // [U]
    evidence: "seen",
    imitated: true,
  },
  authenticationAbandoned: {
    operations: setDetails,
    unconfirmedIn: doubtfulSet,
    object: "OrderReference",
    paymentAuthenticationStatus: "Abandoned",
    effect: "EU only: the buyer is sent to FailureUrl with AuthenticationStatus=Abandoned.", // [U]
    evidence: "seen",
    imitated: true,
  },
  orderReferenceAmazonClosed: {
    operations: ["CloseOrderReference"],
    object: "OrderReference",
    state: "Closed",
    reasonCode: "AmazonClosed",
    effect: "The order reference is closed with Amazon's reason instead of the seller's.",
    evidence: "seen",
    imitated: true,
  },
  authorizationInvalidPaymentMethod: {
    operations: authorizes,
    object: "Authorization",
    state: "Declined",
    reasonCode: "InvalidPaymentMethod",
    minutes: { member: "PaymentMethodUpdateTimeInMins", min: 1, max: 240, default: 5 }, // default [U]
    mayBeSoft: true,
    effect:
      "Declined; the order reference is suspended. After an asynchronous authorization it opens again by itself " +
      "when the minutes are over; after a synchronous one the buyer must choose again.",
    evidence: "documented",
    imitated: true,
  },
  authorizationAmazonRejected: {
    operations: authorizes,
    object: "Authorization",
    state: "Declined",
    reasonCode: "AmazonRejected",
    effect: "Declined; the order reference is closed with AmazonClosed, a billing agreement stays open.",
    evidence: "documented",
    imitated: true,
  },
  authorizationTransactionTimedOut: {
    operations: authorizes,
    object: "Authorization",
    state: "Declined",
    reasonCode: "TransactionTimedOut",
    effect: "Declined, in asynchronous mode after the pending phase; the order reference stays open.",
    evidence: "documented",
    imitated: true,
  },
  authorizationExpiredUnused: {
    operations: authorizes,
    object: "Authorization",
    state: "Closed",
    reasonCode: "ExpiredUnused",
    minutes: { member: "ExpirationTimeInMins", min: 1, max: 60, default: 1 }, // default [U]
    effect: "Open first, then closed when the minutes are over.",
    evidence: "documented",
    imitated: true,
  },
  authorizationAmazonClosed: {
    operations: authorizes,
    object: "Authorization",
    state: "Closed",
    reasonCode: "AmazonClosed",
    effect: "Open first, then closed by Amazon after the processing time.", // delay [U]
    evidence: "documented",
    imitated: true,
  },
  capturePending: {
    operations: ["Capture"],
    object: "Capture",
    state: "Pending",
    effect: "Pending first, then completed after the processing time.", // delay [U]
    evidence: "documented",
    imitated: true,
  },
  captureAmazonRejected: {
    operations: ["Capture"],
    object: "Capture",
    state: "Declined",
    reasonCode: "AmazonRejected",
    effect: "Declined at once; the authorization is closed.",
    evidence: "documented",
    imitated: true,
  },
  captureAmazonClosed: {
    operations: ["Capture"],
    object: "Capture",
    state: "Closed",
    reasonCode: "AmazonClosed",
    effect: "Completed first, then closed by Amazon after the processing time.", // delay [U]
    evidence: "documented",
    imitated: true,
  },
  refundAmazonRejected: {
    operations: ["Refund"],
    object: "Refund",
    state: "Declined",
    reasonCode: "AmazonRejected",
    effect: "Pending first, then declined after the processing time.",
    evidence: "documented",
    imitated: true,
  },
  billingAgreementAmazonClosed: {
    operations: ["CloseBillingAgreement"],
    object: "BillingAgreement",
    state: "Closed",
    reasonCode: "AmazonClosed",
    effect: "The billing agreement is closed with Amazon's reason instead of the seller's.",
    evidence: "unconfirmed",
    imitated: true,
  },
} as const satisfies Record<string, SimulationRow>;

export type SimulationName = keyof typeof simulations;
export const simulationNames = Object.keys(simulations) as SimulationName[];

/** What a note asks for. */
export interface Simulation {
  readonly name: SimulationName;
  readonly object: SimulationRow["object"];
  readonly state: string | undefined;
  readonly reasonCode: string | undefined;
  readonly constraint: string | undefined;
  readonly paymentAuthenticationStatus: string | undefined;
  /** Only for a decline that can be soft; false when the note does not say. */
  readonly softDecline: boolean | undefined;
  /** How long until the second half happens; business time. Undefined where the simulation knows no such time. */
  readonly afterMs: number | undefined;
}

const rows: readonly [SimulationName, SimulationRow][] = simulationNames.map((name) => [name, simulations[name]]);

/**
 * Reads the note of a call. Ordinary text gives undefined. "invalid" is what InvalidSandboxSimulationSpecified is for:
 * a simulation that this operation does not know, minutes out of range, and a note that is plainly meant as one but is
 * no JSON [U].
 */
export function readSimulation(operation: string, note: string | undefined): Simulation | undefined | "invalid" {
  if (note === undefined || !note.includes("SandboxSimulation") || !note.trimStart().startsWith("{")) return undefined;
  const parsed = parseObject(note);
  if (parsed === undefined) return "invalid";
  if (!Object.hasOwn(parsed, "SandboxSimulation")) return undefined;
  const wanted = parsed.SandboxSimulation;
  if (!isObject(wanted)) return "invalid";
  const found = rows.find(([, row]) => (row.operations as readonly string[]).includes(operation) && fits(row, wanted));
  return found ? simulationOf(found[0], wanted) : "invalid";
}

function fits(row: SimulationRow, wanted: Wanted): boolean {
  const authentication = wanted.PaymentAuthenticationStatus;
  return (
    wanted.State === row.state &&
    wanted.ReasonCode === row.reasonCode &&
    wanted.Constraint === row.constraint &&
    (isObject(authentication) ? authentication.State : authentication) === row.paymentAuthenticationStatus
  );
}

function simulationOf(name: SimulationName, wanted: Wanted): Simulation | "invalid" {
  const row: SimulationRow = simulations[name];
  const given = row.minutes && (wanted[row.minutes.member] ?? row.minutes.default);
  if (row.minutes && !(Number.isInteger(given) && Number(given) >= row.minutes.min && Number(given) <= row.minutes.max))
    return "invalid";
  const soft = wanted.SoftDecline;
  if (soft !== undefined && !(row.mayBeSoft && ["true", "false", true, false].includes(soft as string | boolean)))
    return "invalid";
  return {
    name,
    object: row.object,
    state: row.state,
    reasonCode: row.reasonCode,
    constraint: row.constraint,
    paymentAuthenticationStatus: row.paymentAuthenticationStatus,
    softDecline: row.mayBeSoft ? String(soft) === "true" : undefined,
    afterMs: given === undefined ? undefined : minutes(given as number),
  };
}

interface SimulationNote {
  readonly softDecline?: boolean;
  readonly minutes?: number;
}

/** The text that asks for a simulation, as Amazon's guide prints it. */
export function writeSimulation(name: SimulationName, options: SimulationNote = {}): string {
  const row: SimulationRow = simulations[name];
  const wanted: Record<string, unknown> = {};
  if (row.constraint) wanted.Constraint = row.constraint;
  if (row.paymentAuthenticationStatus) wanted.PaymentAuthenticationStatus = { State: row.paymentAuthenticationStatus };
  if (row.state) wanted.State = row.state;
  if (row.reasonCode) wanted.ReasonCode = row.reasonCode;
  if (row.minutes) wanted[row.minutes.member] = options.minutes ?? row.minutes.default;
  if (row.mayBeSoft && options.softDecline !== undefined) wanted.SoftDecline = String(options.softDecline);
  return JSON.stringify({ SandboxSimulation: wanted });
}

/** Simulations are honoured in the sandbox only; a live note that holds one is refused. */
export const simulationsAreHonoured = (environment: Environment): boolean => environment === "Sandbox";

/** The request field whose text may hold a simulation, as a dotted wire name. */
export const simulationFieldOf = (operation: string): string | undefined =>
  isOperationName(operation) ? operations[operation].simulatedBy : undefined;

type Wanted = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Wanted =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parseObject(text: string): Wanted | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
