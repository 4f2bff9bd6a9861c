// What each setting may be. docs/sandbox.md says what they mean.
import { type ErrorCode, errors, limits } from "@noren-pay/protocol";
import { z } from "zod";
import type { Settings } from "../settings.ts";
import { snsRegionLabels } from "../tls/hosts.ts";
import { adminRow } from "./route.ts";

const yearMs = 366 * 86_400_000;
const ms = z.int().min(0).max(yearMs);
const wallMs = z.int().min(0).max(600_000);
const count = (max: number) => z.int().min(1).max(max);
const line = z.string().max(100);

const shapes = {
  region: z.enum(["jp", "na", "de", "uk"]),
  authorizationLifetimeMs: ms.nullable(),
  processingMs: ms,
  amazonClosedAfterMs: ms,
  authorizationsPerOrderReferenceMax: count(10_000).nullable(),
  authorizationsMaxReason: z.enum(["MaxAuthorizationsCaptured", "MaxAuthorizationsProcessed"]),
  draftAddressParts: z.array(z.enum(["City", "StateOrRegion", "PostalCode", "CountryCode"])).max(4),
  confirmOpenIsNoOp: z.boolean(),
  cancelDraft: z.boolean(),
  endingEndedIsNoOp: z.boolean(),
  setAttributesOnClosed: z.boolean(),
  overwriteAttributesAfterConfirmation: z.boolean(),
  timedOutCardDeclinesAsync: z.boolean(),
  cardReopensAfterMs: ms.nullable(),
  repairAfterSyncDecline: z.boolean(),
  declinedCaptureCloses: z.enum(["AmazonClosed", "MaxCapturesProcessed"]).nullable(),
  captureNowAnswersZero: z.boolean(),
  agreementMonthlyLimit: count(1_000_000_000).nullable(),
  agreementMonthOffsetMs: z.int().min(-50_400_000).max(50_400_000),
  inheritAddressByDefault: z.boolean(),
  suspendedAgreementBlocksOrders: z.boolean(),
  listDrafts: z.boolean(),
  listPageSize: count(limits.listPageSizeMax),
  requireAuthenticationUrls: z.boolean(),
  noticeOnConfirm: z.boolean(),
  noticeOfRefundedCapture: z.boolean(),
  noticeDelayMs: ms,
  noticeRetryEveryMs: z.int().min(1_000).max(yearMs),
  noticeRetryForMs: ms,
  noticeRetryUnreachable: z.boolean(),
  noticeTimeoutMs: wallMs,
  noticesAtOncePerSeller: count(100),
  noticesKeptMax: z.int().min(0).max(1_000_000),
  noticeSignatureVersion: z.enum(["1", "2"]),
  noticeCertificateRegion: z.enum(snsRegionLabels).nullable(),
  noticeCertificate: z.enum(["selfSigned", "chained"]),
  topicArnPrefix: line,
  marketplaceCodes: z.strictObject({ Live: line, Sandbox: line }),
  marketplaceId: line,
  errorStatuses: z.partialRecord(z.enum(Object.keys(errors) as [ErrorCode]), z.int().min(400).max(599)),
  synchronousTimeoutMs: wallMs,
  timestampSkewMs: ms,
  explainRefusals: z.boolean(),
  requestLogMax: z.int().min(0).max(1_000_000),
  requestLogBytesMax: z
    .int()
    .min(0)
    .max(1024 * 1024 * 1024),
  connectionsMax: count(1_000_000),
  headTimeoutMs: z.int().min(100).max(600_000),
  requestTimeoutMs: z.int().min(100).max(600_000),
  accessTokenLifetimeMs: ms,
  accessTokensMax: count(1_000_000),
} satisfies { readonly [S in keyof Settings]: z.ZodType };

const answer = z.object(shapes).partial();

export const settingsRows = {
  getSettings: adminRow({
    summary: "Every setting as it is; one that is not there is undefined",
    answer,
    run: ({ core }) => core.settings as z.input<typeof answer>,
  }),
  changeSettings: adminRow({
    summary: "Changes settings for what happens from now on; null makes one undefined",
    takes: z.strictObject(shapes).partial(),
    answer,
    run: ({ core, clock }, given) =>
      core.command("changeSettings", { ...given, now: clock.now() }) as z.input<typeof answer>,
  }),
};
