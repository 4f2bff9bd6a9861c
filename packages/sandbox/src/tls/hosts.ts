// The hosts of Amazon that a sandbox plays, and no others.
import { regions, signingCertCommonName, snsRegions } from "@noren-pay/protocol";

/** In the form of a region, and none of AWS's: what leaks from a test can never meet a real certificate. */
export const fakeSnsRegion = "local-sandbox" as const;

/** What may stand in SNS's host name. */
export const snsRegionLabels = [fakeSnsRegion, ...snsRegions] as const;

export type SnsRegionLabel = (typeof snsRegionLabels)[number];

/** Where a region's SNS keeps its certificates. */
export const snsHostOf = (label: SnsRegionLabel): string => `sns.${label}.amazonaws.com`;

/** Host names in lower case: the API's, Login with Amazon's, the widget script's and SNS's. */
export const imitatedHosts: ReadonlySet<string> = new Set([
  ...Object.values(regions).flatMap(({ host, profileHost, loginHost, widgets }) => [
    host,
    ...Object.values(profileHost),
    loginHost,
    ...Object.values(widgets).map((url) => new URL(url).host),
  ]),
  // Where a saved page of a Japanese live shop signs in, where relay pages lie, and an old place of the widget script.
  "payments.amazon.co.jp",
  "api-cdn.amazon.com",
  "origin-na.ssl-images-amazon.com",
  ...snsRegionLabels.map(snsHostOf),
]);

/** Everything that the sandbox's authority may vouch for. */
export const vouchedNames: readonly string[] = [...imitatedHosts, signingCertCommonName, "localhost"];

/** Loopback addresses, as bytes. */
export const vouchedAddresses: readonly (readonly number[])[] = [
  [127, 0, 0, 1],
  [...Array<number>(15).fill(0), 1],
];
