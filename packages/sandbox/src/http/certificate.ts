import { certificateAt } from "../notices/certificates.ts";
import type { Shell } from "../shell.ts";
import type { Front } from "./front.ts";

/** Serves the certificate that notices are signed with, at the address they name. */
export function mountCertificate(front: Front, shell: Shell): void {
  front.route("GET", "/:certificate", async ({ path }) => {
    const isAsked = /^\/SimpleNotificationService-[0-9a-f]{32}\.pem$/.test(path);
    const pem = isAsked ? await certificateAt(path, shell.clock.wall(), shell.dataDir) : undefined;
    if (pem === undefined) return { status: 404, headers: { "content-type": "text/plain" }, body: "" };
    return { status: 200, headers: { "content-type": "application/x-pem-file" }, body: pem };
  });
}
