// Everything about the sandbox's behaviour that no source confirms, or that a user may want otherwise. A fact marked
// [U] is unconfirmed in Amazon's documents. Times are in ms; all but those marked "wall" are business time.
import { type ErrorCode, lifetimes, type Region } from "@noren-pay/protocol";
import type { SnsRegionLabel } from "./tls/hosts.ts";

export interface Settings {
  readonly region: Region;
  /** How long an Open authorization lives. Undefined: 30 days on the live path, 2 days on the sandbox's. */
  readonly authorizationLifetimeMs: number | undefined;
  /** How long asynchronous authorizations, refunds and late captures stay Pending. [U] for captures. */
  readonly processingMs: number;
  /** After what time a simulated AmazonClosed follows. [U] */
  readonly amazonClosedAfterMs: number;
  /** How many authorizations an order reference may hold. Undefined: by region. */
  readonly authorizationsPerOrderReferenceMax: number | undefined;
  /** Why an order reference is Closed that holds as many: the API's word, or that of a recorded notice. [U] */
  readonly authorizationsMaxReason: "MaxAuthorizationsCaptured" | "MaxAuthorizationsProcessed";
  /** Parts of an address that a Draft shows without a token. City is for other countries than Japan. */
  readonly draftAddressParts: readonly ("City" | "StateOrRegion" | "PostalCode" | "CountryCode")[];
  /** Confirming an Open order reference succeeds without effect; otherwise InvalidOrderReferenceStatus. [U] */
  readonly confirmOpenIsNoOp: boolean;
  /** A Draft can be canceled. [U] */
  readonly cancelDraft: boolean;
  /** After AmazonRejected has closed an order reference, canceling or closing it again succeeds without effect. [U] */
  readonly endingEndedIsNoOp: boolean;
  /** SetOrderAttributes works on a Closed order reference. [U] */
  readonly setAttributesOnClosed: boolean;
  /** SetOrderAttributes may change what was set before confirmation; otherwise it only adds. [U] */
  readonly overwriteAttributesAfterConfirmation: boolean;
  /** A starred TransactionTimedOut card also declines asynchronous authorizations. */
  readonly timedOutCardDeclinesAsync: boolean;
  /** After how many ms an asynchronous decline by a starred card opens the order reference again. Undefined: never. [U] */
  readonly cardReopensAfterMs: number | undefined;
  /**
   * On Amazon's own page a buyer can open an order reference again that a synchronous decline has suspended; otherwise
   * only by the wallet and a second confirmation, as Amazon's simulation does. [U]
   */
  readonly repairAfterSyncDecline: boolean;
  /** A Declined capture closes its authorization with this reason; undefined leaves it Open. [U] */
  readonly declinedCaptureCloses: "AmazonClosed" | "MaxCapturesProcessed" | undefined;
  /** The answer of an Authorize with CaptureNow prints CapturedAmount 0, as recorded ones do. */
  readonly captureNowAnswersZero: boolean;
  /** Minor units that a billing agreement may be charged in a month. Undefined: by region. [U for yen] */
  readonly agreementMonthlyLimit: number | undefined;
  /** How far ahead of UTC the calendar months of those limits are counted. */
  readonly agreementMonthOffsetMs: number;
  /** CreateOrderReferenceForId takes the agreement's address when the call does not say. [U: documents disagree] */
  readonly inheritAddressByDefault: boolean;
  /** While a billing agreement is Suspended, its order references cannot be authorized either. [U] */
  readonly suspendedAgreementBlocksOrders: boolean;
  /** ListOrderReference lists Drafts too, when no state is asked for. [U] */
  readonly listDrafts: boolean;
  /** Order references on a page when the call does not say. [U] */
  readonly listPageSize: number;
  /** In the EU a confirmation must name SuccessUrl and FailureUrl; otherwise one without is not challenged. */
  readonly requireAuthenticationUrls: boolean;
  /** A notice is sent when an order reference is confirmed. [U] */
  readonly noticeOnConfirm: boolean;
  /** A refund sends a further notice of its capture. [U] */
  readonly noticeOfRefundedCapture: boolean;
  /** How long after its cause a notice leaves. */
  readonly noticeDelayMs: number;
  readonly noticeRetryEveryMs: number;
  readonly noticeRetryForMs: number;
  /** An endpoint that cannot be reached is tried again, as one that answers 5xx is. [U: sources disagree] */
  readonly noticeRetryUnreachable: boolean;
  /** Wall time an endpoint has for its answer. [U] */
  readonly noticeTimeoutMs: number;
  /** Most notices under way to one seller at a time; 1 keeps their order. */
  readonly noticesAtOncePerSeller: number;
  /** Most finished notices that are kept for reading. */
  readonly noticesKeptMax: number;
  readonly noticeSignatureVersion: "1" | "2";
  /**
   * Notices name their certificate on `sns.<this>.amazonaws.com`, where clients reach the sandbox by its proxy or by
   * their hosts file. Undefined: on the sandbox's own address. `local-sandbox` unless told otherwise where TLS is on.
   */
  readonly noticeCertificateRegion: SnsRegionLabel | undefined;
  /** Whether that certificate vouches for itself, or the sandbox's authority does. */
  readonly noticeCertificate: "selfSigned" | "chained";
  /** What stands before the marketplace code in a TopicArn. [U for Japan] */
  readonly topicArnPrefix: string;
  readonly marketplaceCodes: { readonly Live: string; readonly Sandbox: string };
  /** MarketplaceID inside notices. [U for Japan] */
  readonly marketplaceId: string;
  /** Http statuses other than the table's; many of those are unconfirmed. [U] */
  readonly errorStatuses: Readonly<Partial<Record<ErrorCode, number>>>;
  /** Wall time that a synchronous TransactionTimedOut takes over http; more than 1 s as clients rely on it. */
  readonly synchronousTimeoutMs: number;
  /** Wall time by which a request's timestamp may differ. */
  readonly timestampSkewMs: number;
  /** Refusals say in the header x-noren-sandbox-why what Amazon's words leave in the dark. */
  readonly explainRefusals: boolean;
  /** Most requests that the log keeps; 0: none. */
  readonly requestLogMax: number;
  /** Most bytes that it keeps, roughly. */
  readonly requestLogBytesMax: number;
  /** Most connections at a time; further ones are closed at once. */
  readonly connectionsMax: number;
  /** Wall time that a request has for its head, */
  readonly headTimeoutMs: number;
  /** and for the whole of it. */
  readonly requestTimeoutMs: number;
  readonly accessTokenLifetimeMs: number;
  /** Most access tokens alive at once; the oldest goes first. */
  readonly accessTokensMax: number;
}

export const defaultSettings: Settings = {
  region: "jp",
  authorizationLifetimeMs: undefined,
  processingMs: lifetimes.processingMs,
  amazonClosedAfterMs: lifetimes.processingMs,
  authorizationsPerOrderReferenceMax: undefined,
  authorizationsMaxReason: "MaxAuthorizationsCaptured",
  draftAddressParts: ["City", "StateOrRegion", "PostalCode", "CountryCode"],
  confirmOpenIsNoOp: true,
  cancelDraft: true,
  endingEndedIsNoOp: false,
  setAttributesOnClosed: false,
  overwriteAttributesAfterConfirmation: false,
  timedOutCardDeclinesAsync: true,
  cardReopensAfterMs: undefined,
  repairAfterSyncDecline: false,
  declinedCaptureCloses: "AmazonClosed",
  captureNowAnswersZero: true,
  agreementMonthlyLimit: undefined,
  agreementMonthOffsetMs: 0,
  inheritAddressByDefault: false,
  suspendedAgreementBlocksOrders: true,
  listDrafts: false,
  listPageSize: 10,
  requireAuthenticationUrls: true,
  noticeOnConfirm: false,
  noticeOfRefundedCapture: true,
  noticeDelayMs: 0,
  noticeRetryEveryMs: lifetimes.noticeRetryEveryMs,
  noticeRetryForMs: lifetimes.noticeRetryForMs,
  noticeRetryUnreachable: true,
  noticeTimeoutMs: 15_000,
  noticesAtOncePerSeller: 1,
  noticesKeptMax: 10_000,
  noticeSignatureVersion: "1",
  noticeCertificateRegion: undefined,
  noticeCertificate: "selfSigned",
  topicArnPrefix: "arn:aws:sns:ap-northeast-1:000000000000:",
  marketplaceCodes: { Live: "NORENSANDBOXL0", Sandbox: "NORENSANDBOXS0" },
  marketplaceId: "000000",
  errorStatuses: {},
  synchronousTimeoutMs: 2_000,
  timestampSkewMs: lifetimes.timestampSkewMs,
  explainRefusals: true,
  requestLogMax: 1_000,
  requestLogBytesMax: 16 * 1024 * 1024,
  connectionsMax: 10_000,
  headTimeoutMs: 20_000,
  requestTimeoutMs: 60_000,
  accessTokenLifetimeMs: lifetimes.accessTokenMs,
  accessTokensMax: 100_000,
};
