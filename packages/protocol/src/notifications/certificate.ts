// Where SNS keeps its signing certificates. The pattern that Amazon's SDKs share also takes hosts that anybody can have;
// this one is exact.

/** AWS regions outside China and the government's. */
export const snsRegions = [
  "af-south-1",
  "ap-east-1",
  "ap-east-2",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-south-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ap-southeast-5",
  "ap-southeast-7",
  "ca-central-1",
  "ca-west-1",
  "eu-central-1",
  "eu-central-2",
  "eu-north-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "il-central-1",
  "me-central-1",
  "me-south-1",
  "mx-central-1",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
] as const;

const regionNames = new Set<string>(snsRegions);
const form = /^https:\/\/sns\.([a-z0-9-]{1,32})\.amazonaws\.com\/SimpleNotificationService-[0-9a-f]{32}\.pem$/;

/**
 * Whether the certificate may be fetched from there: https, host `sns.<known region>.amazonaws.com`, no port, user, query
 * or fragment, path `/SimpleNotificationService-<32 hex>.pem`. The text itself is matched, so no parser can differ.
 */
export function isSigningCertUrl(url: string): boolean {
  const region = form.exec(url)?.[1];
  return region !== undefined && regionNames.has(region);
}

/** Path of a signing certificate, on SNS and on a sandbox. `fingerprint`: 32 hex digits in lower case. */
export const signingCertPath = (fingerprint: string): string => `/SimpleNotificationService-${fingerprint}.pem`;

/** The only name that a signing certificate may carry. */
export const signingCertCommonName = "sns.amazonaws.com";
