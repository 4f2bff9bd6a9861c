import { ProtocolError } from "../errors.ts";
import type { Fields } from "../fields.ts";
import { oncePer } from "../wire/once-per.ts";
import { readFields } from "../wire/read-values.ts";
import { compileWriter } from "../wire/write-values.ts";
import { childOf, readXml } from "../xml/read.ts";
import { type NotificationDetails, type NotificationType, notificationTypes } from "./types.ts";

/** Of every recorded notification, those of the EU included. Unprefixed on the root: handlers rely on it. */
export const notificationNamespace = "https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01";

const writerPer = oncePer((fields: Fields) => compileWriter(fields, 2));

/** `NotificationData`: declaration, then the root, four spaces of indent, LF. Throws ProtocolError `unwritableText`. */
export function writeNotificationData<T extends NotificationType>(type: T, details: NotificationDetails<T>): string {
  const { root, child, details: structure } = notificationTypes[type];
  return (
    `<?xml version="1.0" encoding="UTF-8"?><${root} xmlns="${notificationNamespace}">\n    <${child}>` +
    `${writerPer(structure.fields)(details as object)}\n    </${child}>\n</${root}>`
  );
}

/** Reads `NotificationData`. Throws ProtocolError `malformedXml`, `xmlTooLarge` or `unexpectedXml`. */
export function readNotificationData<T extends NotificationType>(type: T, xml: string): NotificationDetails<T> {
  const row = notificationTypes[type];
  const root = readXml(xml);
  const child = root.name === row.root ? childOf(root, row.child) : undefined;
  if (!child) throw new ProtocolError("unexpectedXml", `no ${row.child} in ${row.root}`);
  return readFields(row.details.fields as Fields, child) as NotificationDetails<T>;
}
