import type { Settings } from "../settings.ts";
import { snsHostOf } from "../tls/hosts.ts";

/** Where notices say that SNS is: one of its hosts, or the sandbox's own `url`. */
export const snsOriginOf = ({ noticeCertificateRegion: label }: Settings, url: string): string =>
  label === undefined ? url : `https://${snsHostOf(label)}`;
