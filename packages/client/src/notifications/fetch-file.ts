import type { Clock } from "@noren-pay/base";
import { transportOf } from "../send/open.ts";
import type { ConnectionOptions } from "../send/transport.ts";
import { NotificationError } from "./errors.ts";

/** Certificates are about 2 KB. */
const fileBytesMax = 32_768;
const fetchTimeoutMs = 5_000;

/** Fetches a small file without following redirects. Throws `certificateUnavailable`. */
export async function fetchFile(url: string, options: ConnectionOptions, clock: Clock): Promise<Buffer> {
  const { origin, pathname } = new URL(url);
  const transport = transportOf({ ...options, connectionsMax: 1 }, origin, clock, fileBytesMax);
  try {
    const request = { method: "GET", path: pathname, headers: { accept: "*/*" } } as const;
    const { status, body } = await transport.send(request, { timeoutMs: fetchTimeoutMs });
    if (status === 200) return body;
    throw new NotificationError("certificateUnavailable", `its address answered ${status}`);
  } catch (cause) {
    if (cause instanceof NotificationError) throw cause;
    throw new NotificationError("certificateUnavailable", "it cannot be fetched", cause);
  } finally {
    transport.close().catch(() => undefined);
  }
}
