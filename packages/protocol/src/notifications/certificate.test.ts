import { describe, expect, test } from "vitest";
import { isSigningCertUrl, signingCertPath, snsRegions } from "./certificate.ts";

const hex = "0123456789abcdef0123456789abcdef";
const path = `/SimpleNotificationService-${hex}.pem`;
const host = "https://sns.ap-northeast-1.amazonaws.com";

describe("the address of a signing certificate", () => {
  for (const region of snsRegions)
    test(`may be in ${region}`, () =>
      expect(isSigningCertUrl(`https://sns.${region}.amazonaws.com${signingCertPath(hex)}`)).toBe(true));

  const refused: [string, string][] = [
    ["plain http", `http://sns.ap-northeast-1.amazonaws.com${path}`],
    ["another host that begins alike", `https://sns.ap-northeast-1.amazonaws.com.evil.example${path}`],
    ["another host that ends alike", `https://evil-sns.ap-northeast-1.amazonaws.com${path}`],
    ["no region", `https://sns.amazonaws.com${path}`],
    ["a short region", `https://sns.x.amazonaws.com${path}`],
    ["a region that is none", `https://sns.local-sandbox.amazonaws.com${path}`],
    ["a bucket shaped like a region", `https://sns.s3.amazonaws.com${path}`],
    ["a bucket", `https://sns.s3-ap-northeast-1.amazonaws.com${path}`],
    ["a bucket of the older form", `https://s3.amazonaws.com/sns${path}`],
    ["China's domain", `https://sns.cn-north-1.amazonaws.com.cn${path}`],
    ["a port", `https://sns.ap-northeast-1.amazonaws.com:8443${path}`],
    ["the default port, written out", `https://sns.ap-northeast-1.amazonaws.com:443${path}`],
    ["a user", `https://user@sns.ap-northeast-1.amazonaws.com${path}`],
    ["the true host as a user", `https://sns.ap-northeast-1.amazonaws.com@evil.example${path}`],
    ["a query", `${host}${path}?x`],
    ["an empty query", `${host}${path}?`],
    ["a fragment", `${host}${path}#x`],
    ["another file", `${host}/other.pem`],
    ["another suffix", `${host}/SimpleNotificationService-${hex}.pem.html`],
    ["a folder before it", `${host}/a${path}`],
    ["a step up before it", `${host}/..${path}`],
    ["too few hex digits", `${host}/SimpleNotificationService-${hex.slice(1)}.pem`],
    ["no hex digits", `${host}/SimpleNotificationService-${"g".repeat(32)}.pem`],
    ["a dot at the end of the host", `https://sns.ap-northeast-1.amazonaws.com.${path}`],
    ["white space around", ` ${host}${path}`],
    ["a line end after it", `${host}${path}\n`],
    ["a backslash", `https:\\\\sns.ap-northeast-1.amazonaws.com${path}`],
    ["a full-width dot", `https://sns。ap-northeast-1.amazonaws.com${path}`],
    ["nothing", ""],
  ];
  for (const [what, url] of refused) test(`is refused with ${what}`, () => expect(isSigningCertUrl(url)).toBe(false));
});
