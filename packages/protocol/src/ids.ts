// The forms of Amazon's ids. Source: fixtures of Amazon's SDKs; S03, P03 and B03 follow the same rule [U, strong].
import { ProtocolError } from "./errors.ts";
import type { Environment } from "./tables/quotas.ts";
import { idLetters, type Region, regions } from "./tables/regions.ts";

const number = "0[1-3]-\\d{7}-\\d{7}";

/** What each kind of id looks like, whole. */
export const idPatterns = {
  OrderReference: new RegExp(`^[PS]${number}$`),
  BillingAgreement: new RegExp(`^[BC]${number}$`),
  Authorization: new RegExp(`^[PS]${number}-A\\d{6}$`),
  Capture: new RegExp(`^[PS]${number}-C\\d{6}$`),
  Refund: new RegExp(`^[PS]${number}-R\\d{6}$`),
  ProviderCredit: new RegExp(`^[PS]${number}-P\\d{6}$`),
  ProviderCreditReversal: new RegExp(`^[PS]${number}-Q\\d{6}$`),
  Seller: /^A[0-9A-Z]{9,20}$/, // 12 to 13 after the A in recordings; other lengths were seen to be taken [U]
  /** What lets a solution provider act for a seller. */
  MWSAuthToken: /^amzn\.mws\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  User: /^amzn1\.account\.[0-9A-Z]{26,28}$/,
} as const;

export type IdKind = keyof typeof idPatterns;

export const isAmazonId = (kind: IdKind, text: string): boolean => idPatterns[kind].test(text);

const transactionForm = new RegExp(`^([PS]${number})(?:-[ACRPQ]\\d{6})?$`);

/** The id of the order reference that an authorization, capture, refund or credit belongs to; itself for its own id. */
export const orderReferenceIdOf = (id: string): string | undefined => transactionForm.exec(id)?.[1];

/**
 * The capture that Authorize with CaptureNow makes: the authorization's id with `-A` made `-C`.
 * Throws ProtocolError `malformedId`.
 */
export function captureIdOf(authorizationId: string): string {
  if (!isAmazonId("Authorization", authorizationId)) throw new ProtocolError("malformedId", "not an authorization id");
  return authorizationId.replace("-A", "-C");
}

const letters = { Authorization: "A", Capture: "C", Refund: "R", ProviderCredit: "P", ProviderCreditReversal: "Q" };

/** Whether an id belongs to the live or the sandbox world, by its first letter. */
export function environmentOfId(id: string): Environment | undefined {
  if (!/^[PSBC]0/.test(id)) return undefined;
  return id.startsWith(idLetters.OrderReference.Live) || id.startsWith(idLetters.BillingAgreement.Live)
    ? "Live"
    : "Sandbox";
}

interface IdParts {
  readonly kind: "OrderReference" | "BillingAgreement";
  readonly region: Region;
  readonly environment: Environment;
  /** 0 to 99999999999999: the fourteen digits. */
  readonly number: number;
}

/** Writes an order reference's or billing agreement's id. */
export function formatObjectId({ kind, region, environment, number: digits }: IdParts): string {
  const padded = String(digits).padStart(14, "0");
  return `${idLetters[kind][environment]}0${regions[region].idDigit}-${padded.slice(0, 7)}-${padded.slice(7)}`;
}

/** Writes the id of an object below an order reference. `serial`: 0 to 999999. */
export const formatTransactionId = (orderReferenceId: string, kind: keyof typeof letters, serial: number): string =>
  `${orderReferenceId}-${letters[kind]}${String(serial).padStart(6, "0")}`;
