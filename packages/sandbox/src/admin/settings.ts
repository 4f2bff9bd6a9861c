// What each setting may be. docs/sandbox.md says what they mean.
import { type ErrorCode, errors } from "@noren-pay/protocol";
import { z } from "zod";
import type { Settings } from "../settings.ts";
import { snsRegionLabels } from "../tls/hosts.ts";
import { adminRoute } from "./route.ts";

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
  draftAddressParts: z.array(z.enum(["City", "StateOrRegion", "PostalCode", "CountryCode"])).max(4),
  confirmOpenIsNoOp: z.boolean(),
  cancelDraft: z.boolean(),
  endingEndedIsNoOp: z.boolean(),
  setAttributesOnClosed: z.boolean(),
  overwriteAttributesAfterConfirmation: z.boolean(),
  timedOutCardDeclinesAsync: z.boolean(),
  cardReopensAfterMs: ms.nullable(),
  declinedCaptureCloses: z.enum(["AmazonClosed", "MaxCapturesProcessed"]).nullable(),
  captureNowAnswersZero: z.boolean(),
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
  accessTokenLifetimeMs: ms,
  accessTokensMax: count(1_000_000),
} satisfies { readonly [S in keyof Settings]: z.ZodType };

const answer = z.object(shapes).partial();

export const settingsRoutes = [
  adminRoute({
    method: "GET",
    path: "/settings",
    summary: "Every setting as it is; one that is not there is undefined",
    answer,
    run: ({ core }) => core.settings,
  }),
  adminRoute({
    method: "PATCH",
    path: "/settings",
    summary: "Changes settings for what happens from now on; null makes one undefined",
    body: z.strictObject(shapes).partial(),
    answer,
    run: ({ core, clock }, { body }) => core.command("changeSettings", { ...body, now: clock.now() }),
  }),
];
