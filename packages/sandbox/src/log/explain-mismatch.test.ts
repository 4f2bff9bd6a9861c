import { encode, parseForm, type SignatureMethod, sign, stringToSignOf } from "@noren-pay/protocol";
import { describe, expect, test } from "vitest";
import { explainMismatch, type Mismatch } from "./explain-mismatch.ts";
import { variants } from "./variants.ts";

const secretKey = "right-secret";
const path = "/OffAmazonPayments_Sandbox/2013-01-01";
const parameters: [string, string][] = [
  ["AWSAccessKeyId", "NORENEXAMPLE"],
  ["Action", "SetOrderReferenceDetails"],
  ["CancelationReason", ""],
  ["Note", "ご注文 d'accord (1/2) *~"],
  ["SellerId", "A1EXAMPLE"],
  ["Timestamp", "2026-04-01T03:00:00Z"],
  ["aFurther", "1"],
];

interface Caller {
  readonly verb?: string;
  readonly host?: string;
  readonly path?: string;
  readonly secretKey?: string;
  readonly algorithm?: SignatureMethod;
  readonly text?: (right: string) => string;
  readonly canonical?: (pairs: string[]) => string;
  readonly send?: (signature: string) => string;
  /** What arrives, when not the parameters above. */
  readonly sent?: string;
}

const rightPairs = parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`);

/** A call by a caller who does some things otherwise, as the sandbox sees it. */
function callOf(caller: Caller): Mismatch {
  const { verb = "POST", host = "127.0.0.1:9080", secretKey: key = secretKey, algorithm = "HmacSHA256" } = caller;
  const at = { method: verb, host, path: caller.path ?? path };
  const right = caller.canonical
    ? `${verb}\n${host}\n${at.path}\n${caller.canonical(rightPairs)}`
    : stringToSignOf({ ...at, canonical: rightPairs }).replace(host.toLowerCase(), host);
  const signature = sign(caller.text?.(right) ?? right, key, algorithm);
  const sent = caller.sent ?? rightPairs.join("&");
  return {
    verb: "POST",
    path,
    hostHeader: "127.0.0.1:9080",
    came: parseForm(`${sent}&Signature=x`),
    accessKey: "NORENEXAMPLE",
    secretKey,
    algorithm: "HmacSHA256",
    otherKeys: [{ accessKey: "NORENOTHER", secretKey: "other-secret" }],
    signature: caller.send?.(signature) ?? signature,
  };
}

const each = (bend: (pair: string) => string) => (pairs: string[]) => [...pairs].map(bend).sort().join("&");
const foldedOrder = (pairs: string[]) =>
  [...pairs].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join("&");

const unsorted = ([first = "", second = "", ...others]: string[]) => [second, ...others, first].join("&");

/** Each slip with a caller who makes it. */
const slips: [variant: string, caller: Caller, detail?: string][] = [
  ["signatureEncodedTwice", { send: encodeURIComponent }],
  ["signatureInHex", { send: (base64) => Buffer.from(base64, "base64").toString("hex") }, "hex"],
  ["otherPort", { host: "127.0.0.1:443" }, "127.0.0.1:443"],
  ["hostWithScheme", { host: "https://127.0.0.1:9080" }],
  ["otherHost", { host: "mws.amazonservices.jp" }, "mws.amazonservices.jp"],
  ["otherHost", { host: "localhost:9080" }, "localhost:9080"],
  ["noHost", { canonical: (pairs) => [...pairs].sort().join("&"), host: "" }],
  ["trailingSlash", { path: `${path}/` }],
  ["otherPath", { path: "/" }, "/"],
  ["otherPath", { path: "/OffAmazonPayments/2013-01-01" }, "/OffAmazonPayments/2013-01-01"],
  ["otherVerb", { verb: "GET" }, "GET"],
  ["otherVerb", { verb: "post" }, "post"],
  ["plusForSpace", { canonical: each((pair) => pair.replaceAll("%20", "+")) }],
  ["lowerCaseHex", { canonical: each((pair) => pair.replace(/%../g, (hex) => hex.toLowerCase())) }],
  ["marksNotEncoded", { canonical: each((pair) => pair.replaceAll("%2A", "*")) }, "* as it is"],
  ["marksNotEncoded", { canonical: each((pair) => pair.replace(/%(27|28|29|2A)/g, decodeURIComponent)) }],
  ["slashNotEncoded", { canonical: each((pair) => pair.replaceAll("%2F", "/")) }, "/"],
  ["encodedTwice", { canonical: each((pair) => pair.replaceAll("%", "%25")) }, "in the signed text"],
  ["notEncoded", { canonical: each(decodeURIComponent) }],
  ["emptyLeftOut", { canonical: (pairs) => pairs.filter((pair) => !pair.endsWith("=")).join("&") }],
  ["notSorted", { canonical: unsorted, sent: unsorted(rightPairs) }, "as they were sent"],
  ["notSorted", { canonical: foldedOrder }, "without regard to capitals"],
  ["notAllSigned", { sent: `${rightPairs.join("&")}&utm=1` }, "utm"],
  ["signatureSigned", { canonical: (pairs) => [...pairs, "Signature="].sort().join("&") }],
  ["otherAlgorithm", { algorithm: "HmacSHA1" }, "HmacSHA1"],
  ["keyWithSpace", { secretKey: `${secretKey}\n` }],
  ["accessKeyAsSecret", { secretKey: "NORENEXAMPLE" }],
  ["otherKey", { secretKey: "other-secret" }, "that of NORENOTHER"],
  ["otherLineEnds", { text: (right) => right.replaceAll("\n", "\r\n") }, "CR LF"],
  ["otherLineEnds", { text: (right) => `${right}\n` }],
];

describe("a signature that does not match", () => {
  for (const [variant, caller, detail] of slips) {
    test(`is explained: ${variant}${detail ? ` (${detail})` : ""}`, () => {
      const explanation = explainMismatch(callOf(caller));
      expect(explanation.variants).toEqual([variant]);
      if (detail) expect(explanation.en).toContain(`(${detail})`);
      expect(explanation.ja).toMatch(/[ぁ-ん]/);
      expect(explanation.signedInstead).toBeDefined();
    });
  }

  test("is explained when its + arrived as a space", () => {
    const call = callOf({ sent: `${rightPairs.join("&")}&n=3` });
    for (let n = 0; ; n++) {
      const came = parseForm(`${rightPairs.join("&")}&n=${n}&Signature=x`);
      const right = stringToSignOf({
        method: "POST",
        host: "127.0.0.1:9080",
        path,
        canonical: came.map(({ canonical }) => canonical),
      });
      const signature = sign(right, secretKey);
      if (!signature.includes("+")) continue;
      const mismatch = { ...call, came, signature: signature.replaceAll("+", " ") };
      expect(explainMismatch(mismatch).variants).toEqual(["signatureNotEncoded"]);
      return;
    }
  });

  test("is explained when it was signed in UTF-8 and sent in Latin-1, and the other way round", () => {
    const utf8 = ["A=d%C3%A9j%C3%A0"];
    const mixed = (signedPairs: string[], sent: string) =>
      explainMismatch({
        ...callOf({ sent }),
        signature: sign(
          stringToSignOf({ method: "POST", host: "127.0.0.1:9080", path, canonical: signedPairs }),
          secretKey,
        ),
      });
    expect(mixed(utf8, "A=d%E9j%E0").en).toContain("signed in UTF-8, sent in Latin-1");
    expect(mixed(["A=d%E9j%E0"], "A=d%C3%A9j%C3%A0").en).toContain("signed in Latin-1, sent in UTF-8");
  });

  test("is explained by two slips at once", () => {
    const explanation = explainMismatch(
      callOf({ host: "mws.amazonservices.jp", canonical: each((pair) => pair.replaceAll("%20", "+")) }),
    );
    expect(explanation.variants).toEqual(["otherHost", "plusForSpace"]);
    expect(explanation.en).toContain("(mws.amazonservices.jp)");
  });

  test("is explained when the port is left out and something else is wrong", () => {
    expect(explainMismatch(callOf({ host: "127.0.0.1", verb: "GET" })).variants).toEqual(["otherVerb"]);
  });

  test("of a wholly unknown key names no slip, and shows what was signed", () => {
    const explanation = explainMismatch(callOf({ secretKey: "nobody's" }));
    expect(explanation.variants).toEqual([]);
    expect(explanation.en).toContain("NORENEXAMPLE");
    expect(explanation.stringToSign).toMatch(/^POST\n127\.0\.0\.1:9080\n\/OffAmazonPayments_Sandbox/);
  });

  test("never gives a secret away", () => {
    for (const [, caller] of slips) {
      expect(JSON.stringify(explainMismatch(callOf(caller)))).not.toMatch(/right-secret|other-secret/);
    }
  });

  test("has a test for each slip of the table", () => {
    const tested = new Set([...slips.map(([variant]) => variant), "signatureNotEncoded", "latin1", "hostNotLowerCase"]);
    expect(variants.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
  });

  test("is explained when the host was signed in capitals", () => {
    const call = { ...callOf({ host: "LOCALHOST:9080" }), hostHeader: "localhost:9080" };
    expect(explainMismatch(call).variants).toEqual(["hostNotLowerCase"]);
  });
});
