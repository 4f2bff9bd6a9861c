// The inner message: compact JSON that an SNS envelope carries as text. Source: recorded notifications.
import type { Instant } from "@noren-pay/base";
import { ProtocolError } from "../errors.ts";
import type { Environment } from "../tables/quotas.ts";
import { apiVersion } from "../tables/regions.ts";
import { formatTimestamp, parseTimestamp } from "../wire/timestamp.ts";
import { readNotificationData } from "./data.ts";
import {
  type BillingAgreementEventType,
  type NotificationDetails,
  type NotificationType,
  notificationTypeOf,
  notificationTypes,
} from "./types.ts";

interface MessageToWrite {
  readonly type: NotificationType;
  readonly releaseEnvironment: Environment;
  readonly sellerId: string;
  /** A UUID; the same on every delivery. */
  readonly notificationReferenceId: string;
  readonly timestamp: Instant;
  /** What `writeNotificationData` gives. */
  readonly notificationData: string;
  /** Japan's is not known [U]; one of Amazon's SDKs insists on some value. */
  readonly marketplaceId?: string;
  /** Billing agreements only: what of it changed. */
  readonly eventType?: BillingAgreementEventType | undefined;
  /** Only for messages of a test tool. */
  readonly isSample?: boolean;
}

/** The `Message` of an envelope, its keys in the recorded order; only the slash of closing tags is escaped. */
export function writeNotificationMessage(message: MessageToWrite): string {
  return JSON.stringify({
    ReleaseEnvironment: message.releaseEnvironment,
    MarketplaceID: message.marketplaceId ?? "000000",
    Version: apiVersion,
    EventType: message.eventType,
    NotificationType: notificationTypes[message.type].wire,
    SellerId: message.sellerId,
    NotificationReferenceId: message.notificationReferenceId,
    IsSample: message.isSample === true ? true : undefined,
    Timestamp: formatTimestamp(message.timestamp),
    NotificationData: message.notificationData,
  }).replaceAll("</", "<\\/");
}

interface NotificationHead {
  /** The wire type as it came. */
  readonly wireType: string;
  readonly sellerId: string;
  readonly releaseEnvironment: Environment;
  readonly notificationReferenceId: string;
  /** From Amazon's test tool: to be acknowledged, and its ids not to be looked up. */
  readonly isSample: boolean;
  /** Of notices of billing agreements; one that nobody here knows is kept as it is. */
  readonly eventType: BillingAgreementEventType | (string & {}) | undefined;
  /** Recordings of 2015 are 12 hours off: prefer the object's own LastUpdateTimestamp. */
  readonly timestamp: Instant | undefined;
}

type KnownNotification = {
  [T in NotificationType]: NotificationHead & {
    readonly type: T;
    readonly details: NotificationDetails<T>;
    /** Amazon's id of the object. */
    readonly objectId: string;
  };
}[NotificationType];

/** A type nobody here knows: to be acknowledged and logged. */
interface UnknownNotification extends NotificationHead {
  readonly type: undefined;
  readonly details: undefined;
  readonly objectId: undefined;
}

export type Notification = KnownNotification | UnknownNotification;

/**
 * Reads the `Message` of a verified envelope. Throws ProtocolError: `malformedNotification` for the JSON around, the
 * codes of `readNotificationData` for what a known type carries.
 */
export function readNotification(message: string): Notification {
  const parts = parse(message);
  const environment = textOf(parts, "ReleaseEnvironment");
  if (environment !== "Live" && environment !== "Sandbox") throw malformed("ReleaseEnvironment is not known");
  const wireType = textOf(parts, "NotificationType");
  const head: NotificationHead = {
    wireType,
    sellerId: textOf(parts, "SellerId"),
    releaseEnvironment: environment,
    notificationReferenceId: textOf(parts, "NotificationReferenceId"),
    isSample: parts.IsSample === true || parts.IsSample === "true",
    eventType: typeof parts.EventType === "string" ? parts.EventType : undefined,
    timestamp: typeof parts.Timestamp === "string" ? parseTimestamp(parts.Timestamp) : undefined,
  };
  const type = notificationTypeOf(wireType);
  if (type === undefined) return { ...head, type, details: undefined, objectId: undefined };
  const details = readNotificationData(type, textOf(parts, "NotificationData"));
  const objectId = (details as unknown as Record<string, string>)[notificationTypes[type].id];
  return { ...head, type, details, objectId } as KnownNotification;
}

type Parts = Readonly<Record<string, unknown>>;

function parse(message: string): Parts {
  let value: unknown;
  try {
    value = JSON.parse(message);
  } catch {
    throw malformed("the message is no JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed("the message is no object");
  return value as Parts;
}

function textOf(parts: Parts, name: string): string {
  const value = Object.hasOwn(parts, name) ? parts[name] : undefined;
  if (typeof value !== "string" || value === "") throw malformed(`${name} is missing`);
  return value;
}

const malformed = (detail: string) => new ProtocolError("malformedNotification", detail);
