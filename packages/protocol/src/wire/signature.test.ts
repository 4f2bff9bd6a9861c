import { describe, expect, test } from "vitest";
import { requests, signedBy } from "../corpus/requests.ts";
import { texts } from "../corpus/texts.ts";
import { operations } from "../operations.ts";
import { parseForm } from "./form.ts";
import { writeRequest } from "./request.ts";
import { commonParameters, encode, sign, stringToSign, stringToSignOf } from "./signature.ts";

const path = "/OffAmazonPayments_Sandbox/2013-01-01";
const us = { host: "mws.amazonservices.com", secretKey: "TEST_SECRET_KEY" };
const jp = { host: "mws.amazonservices.jp", secretKey: "secretKeyForTestsOnly" };

const testMerchant = {
  AWSAccessKeyId: "TEST_ACCESS_KEY",
  SellerId: "TEST_MERCHANT_ID",
  SignatureMethod: "HmacSHA256",
  SignatureVersion: "2",
  Timestamp: "2015-12-31T23:59:58Z",
  Version: "2013-01-01",
  AmazonOrderReferenceId: "AMAZON_ORDER_REFERENCE_ID",
};
const otherSeller = { ...testMerchant, SellerId: "OVERRIDE_SELLER_ID", MWSAuthToken: "TEST_MWS_AUTH_TOKEN" };
const confirmation = {
  ...otherSeller,
  Action: "ConfirmOrderReference",
  SuccessUrl: "https://pay.amazon.com/success.html",
  "AuthorizationAmount.Amount": "0.01",
};
const japanese = {
  AWSAccessKeyId: "AKIDEXAMPLEJP",
  SellerId: "A1EXAMPLESELLER",
  SignatureMethod: "HmacSHA256",
  SignatureVersion: "2",
  Timestamp: "2020-04-01T00:00:00.000Z",
  Version: "2013-01-01",
  AmazonOrderReferenceId: "S03-1234567-7654321",
};

/** V1 to V6: asserted by Amazon's Java SDK (SignatureAndURLTest). V7, V8: computed by another implementation. */
const vectors: [string, typeof us, Record<string, string>, string, string][] = [
  [
    "V1",
    us,
    { ...testMerchant, Action: "GetOrderReferenceDetails" },
    "AWSAccessKeyId=TEST_ACCESS_KEY&Action=GetOrderReferenceDetails&AmazonOrderReferenceId=AMAZON_ORDER_REFERENCE_ID&SellerId=TEST_MERCHANT_ID&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2015-12-31T23%3A59%3A58Z&Version=2013-01-01",
    "cpkDC72d5lMIbo5ET2dvERTw4F2cGQJL3eQPzUe2pAE=",
  ],
  [
    "V2",
    us,
    { ...otherSeller, Action: "GetOrderReferenceDetails" },
    "AWSAccessKeyId=TEST_ACCESS_KEY&Action=GetOrderReferenceDetails&AmazonOrderReferenceId=AMAZON_ORDER_REFERENCE_ID&MWSAuthToken=TEST_MWS_AUTH_TOKEN&SellerId=OVERRIDE_SELLER_ID&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2015-12-31T23%3A59%3A58Z&Version=2013-01-01",
    "MelQJXDdQJ85Z7aB85s7eYWm5TdGv6xYAQt/joOhXCo=",
  ],
  [
    "V3",
    us,
    {
      ...testMerchant,
      Action: "SetOrderReferenceDetails",
      "OrderReferenceAttributes.OrderTotal.CurrencyCode": "USD",
      "OrderReferenceAttributes.OrderTotal.Amount": "2",
    },
    "AWSAccessKeyId=TEST_ACCESS_KEY&Action=SetOrderReferenceDetails&AmazonOrderReferenceId=AMAZON_ORDER_REFERENCE_ID&OrderReferenceAttributes.OrderTotal.Amount=2&OrderReferenceAttributes.OrderTotal.CurrencyCode=USD&SellerId=TEST_MERCHANT_ID&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2015-12-31T23%3A59%3A58Z&Version=2013-01-01",
    "i51MSGv9O2G2LHIlhCXLigA3ZKaZRoc7Mb5A1VX2QTA=",
  ],
  [
    "V4",
    us,
    { ...otherSeller, Action: "ConfirmOrderReference" },
    "AWSAccessKeyId=TEST_ACCESS_KEY&Action=ConfirmOrderReference&AmazonOrderReferenceId=AMAZON_ORDER_REFERENCE_ID&MWSAuthToken=TEST_MWS_AUTH_TOKEN&SellerId=OVERRIDE_SELLER_ID&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2015-12-31T23%3A59%3A58Z&Version=2013-01-01",
    "mbJBrZKC4Jz8J+rhRqyfYsY6TkSapWOvCTlC+UDUTok=",
  ],
  [
    "V5",
    us,
    {
      ...confirmation,
      FailureUrl: "https://pay.amazon.com/failure.html",
      "AuthorizationAmount.CurrencyCode": "EUR",
    },
    "AWSAccessKeyId=TEST_ACCESS_KEY&Action=ConfirmOrderReference&AmazonOrderReferenceId=AMAZON_ORDER_REFERENCE_ID&AuthorizationAmount.Amount=0.01&AuthorizationAmount.CurrencyCode=EUR&FailureUrl=https%3A%2F%2Fpay.amazon.com%2Ffailure.html&MWSAuthToken=TEST_MWS_AUTH_TOKEN&SellerId=OVERRIDE_SELLER_ID&SignatureMethod=HmacSHA256&SignatureVersion=2&SuccessUrl=https%3A%2F%2Fpay.amazon.com%2Fsuccess.html&Timestamp=2015-12-31T23%3A59%3A58Z&Version=2013-01-01",
    "KeZbecFqPMxhR4g35iFWsdLmq1rAgwdn4B2WTIFMTHg=",
  ],
  [
    "V6",
    us,
    { ...confirmation, "AuthorizationAmount.CurrencyCode": "USD" },
    "AWSAccessKeyId=TEST_ACCESS_KEY&Action=ConfirmOrderReference&AmazonOrderReferenceId=AMAZON_ORDER_REFERENCE_ID&AuthorizationAmount.Amount=0.01&AuthorizationAmount.CurrencyCode=USD&MWSAuthToken=TEST_MWS_AUTH_TOKEN&SellerId=OVERRIDE_SELLER_ID&SignatureMethod=HmacSHA256&SignatureVersion=2&SuccessUrl=https%3A%2F%2Fpay.amazon.com%2Fsuccess.html&Timestamp=2015-12-31T23%3A59%3A58Z&Version=2013-01-01",
    "vGiWtNsdtNKx3QGB+cNNq8tLisqwOeg2a5aIy3p6exw=",
  ],
  [
    "V7",
    jp,
    {
      ...japanese,
      Action: "SetOrderReferenceDetails",
      "OrderReferenceAttributes.OrderTotal.Amount": "10800",
      "OrderReferenceAttributes.OrderTotal.CurrencyCode": "JPY",
      "OrderReferenceAttributes.SellerNote": "ご注文 ありがとう!~*()'+&=/",
      "OrderReferenceAttributes.SellerOrderAttributes.StoreName": "テスト ストア",
    },
    "AWSAccessKeyId=AKIDEXAMPLEJP&Action=SetOrderReferenceDetails&AmazonOrderReferenceId=S03-1234567-7654321&OrderReferenceAttributes.OrderTotal.Amount=10800&OrderReferenceAttributes.OrderTotal.CurrencyCode=JPY&OrderReferenceAttributes.SellerNote=%E3%81%94%E6%B3%A8%E6%96%87%20%E3%81%82%E3%82%8A%E3%81%8C%E3%81%A8%E3%81%86%21~%2A%28%29%27%2B%26%3D%2F&OrderReferenceAttributes.SellerOrderAttributes.StoreName=%E3%83%86%E3%82%B9%E3%83%88%20%E3%82%B9%E3%83%88%E3%82%A2&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    "aWv1cg+skjmLOmH7pN8KuuezFJPvgPXSbnS3RYRnnHY=",
  ],
  [
    "V8",
    jp,
    {
      ...japanese,
      Action: "Authorize",
      AuthorizationReferenceId: "auth-0001_A",
      "AuthorizationAmount.Amount": "10800",
      "AuthorizationAmount.CurrencyCode": "JPY",
      TransactionTimeout: "0",
      CaptureNow: "false",
      SellerAuthorizationNote:
        '{"SandboxSimulation": {"State":"Declined", "ReasonCode":"InvalidPaymentMethod", "PaymentMethodUpdateTimeInMins":5}}',
    },
    "AWSAccessKeyId=AKIDEXAMPLEJP&Action=Authorize&AmazonOrderReferenceId=S03-1234567-7654321&AuthorizationAmount.Amount=10800&AuthorizationAmount.CurrencyCode=JPY&AuthorizationReferenceId=auth-0001_A&CaptureNow=false&SellerAuthorizationNote=%7B%22SandboxSimulation%22%3A%20%7B%22State%22%3A%22Declined%22%2C%20%22ReasonCode%22%3A%22InvalidPaymentMethod%22%2C%20%22PaymentMethodUpdateTimeInMins%22%3A5%7D%7D&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&TransactionTimeout=0&Version=2013-01-01",
    "PglMbYCA+25wG4miHiHy/27J074iXMBSfagQK8tbC/c=",
  ],
];

describe("Signature Version 2", () => {
  for (const [id, { host, secretKey }, parameters, fourthLine, signature] of vectors)
    test(`${id} is signed as published`, () => {
      const text = stringToSign({ method: "POST", host, path, parameters: Object.entries(parameters) });
      expect(text).toBe(`POST\n${host}\n${path}\n${fourthLine}`);
      expect(sign(text, secretKey, "HmacSHA256")).toBe(signature);
    });

  for (const { what, operation, request, canonicalQuery, signature } of requests)
    test(`the corpus agrees with another implementation: ${what}`, () => {
      const parameters = [
        ...writeRequest(operations[operation], request as never),
        ...commonParameters({ ...signedBy, operation }),
      ];
      const text = stringToSign({ ...signedBy, method: "POST", parameters });
      expect(text.split("\n")[3]).toBe(canonicalQuery);
      expect(sign(text, signedBy.secretKey, "HmacSHA256")).toBe(signature);
    });

  test("the bare HMAC of two SDKs' tests is the same", () => {
    expect(sign("my_test_string", "mws_secret_key", "HmacSHA256")).toBe("JQZYxe8EFlLE3XCAWotsn329rpZF7OFYhA8oo7rUV2E=");
    expect(sign("test signature code", "SECRET_KEY", "HmacSHA256")).toBe(
      "VWty3pyWd3Ol4pw3L7nFQ/xI6SXXsV5T2aRdoNPVMg0=",
    );
  });

  // RFC 2202, case 2.
  test("HmacSHA1 is the older method", () =>
    expect(sign("what do ya want for nothing?", "Jefe", "HmacSHA1")).toBe("7/zfauXrL6LSdBbV8YTfnCWafHk="));
});

describe("a string to sign", () => {
  const at = { method: "POST", host: "MWS.AmazonServices.jp", path, parameters: [["B", "1"]] as [string, string][] };
  test("leaves Signature out", () =>
    expect(stringToSign({ ...at, parameters: [...at.parameters, ["Signature", "x"]] })).toBe(stringToSign(at)));
  test("has its host in lower case", () => expect(stringToSign(at).split("\n")[1]).toBe("mws.amazonservices.jp"));
  test("keeps a trailing slash of the path", () =>
    expect(stringToSign({ ...at, path: `${path}/` }).split("\n")[2]).toBe(`${path}/`));
  test("makes an empty path a slash", () => expect(stringToSign({ ...at, path: "" }).split("\n")[2]).toBe("/"));
  test("keeps the verb", () => expect(stringToSign({ ...at, method: "GET" }).split("\n")[0]).toBe("GET"));
  test("sorts by the bytes of the names, not of the pairs", () => {
    const names = ["a-b", "a", "Z", "AWSAccessKeyId", "AccessToken", "A.1", "A", "é", "😀", "￠"];
    const line = stringToSign({ ...at, parameters: names.map((name) => [name, ""] as const) }).split("\n")[3];
    const sorted = names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(line).toBe(sorted.map((name) => `${encode(name)}=`).join("&"));
  });
  test("keeps `=` for an empty value", () =>
    expect(stringToSign({ ...at, parameters: [["MWSAuthToken", ""]] }).split("\n")[3]).toBe("MWSAuthToken="));

  const bodies: [string, string, string][] = [
    ["`+` for a space is signed as %20", "SellerNote=a+b&Action=x", "Action=x&SellerNote=a%20b"],
    ["lower-case escapes are signed in upper case", "N=%e3%81%82", "N=%E3%81%82"],
    ["needless escapes are signed plain", "N=%41%7e%2D", "N=A~-"],
    ["an unescaped asterisk is signed escaped", "N=*!'()", "N=%2A%21%27%28%29"],
    ["a Latin-1 byte is signed as that byte", "N=caf%E9", "N=caf%E9"],
    ["a raw byte is signed as that byte", "N=caf\xe9", "N=caf%E9"],
    ["raw UTF-8 is signed as its bytes", "N=\xe3\x81\x82", "N=%E3%81%82"],
    ["an escaped percent stays one", "N=%25E3%2581", "N=%25E3%2581"],
    ["a name without a value is signed with `=`", "N&M=", "M=&N="],
  ];
  for (const [title, body, line] of bodies)
    test(title, () => {
      const canonical = parseForm(body).map((parameter) => parameter.canonical);
      expect(stringToSignOf({ ...at, canonical }).split("\n")[3]).toBe(line);
    });
});

describe("encoding", () => {
  for (const { what, text, encoded } of texts)
    test(`another implementation agrees on ${what}`, () => expect(encode(text)).toBe(encoded));
  test("keeps letters, digits and -_.~ only", () => {
    for (let code = 32; code < 127; code++) {
      const character = String.fromCharCode(code);
      const plain = /[A-Za-z0-9\-_.~]/.test(character);
      expect(encode(character)).toBe(plain ? character : `%${code.toString(16).toUpperCase()}`);
    }
  });
  test("a lone surrogate becomes the replacement character", () => expect(encode("a\ud83d")).toBe("a%EF%BF%BD"));
});

describe("common parameters", () => {
  const common = { accessKey: "K", sellerId: "A1", operation: "Capture", timestamp: Date.UTC(2020, 3, 1) };
  test("carry version, method and a timestamp with milliseconds", () =>
    expect(Object.fromEntries(commonParameters(common))).toEqual({
      AWSAccessKeyId: "K",
      Action: "Capture",
      SellerId: "A1",
      SignatureMethod: "HmacSHA256",
      SignatureVersion: "2",
      Timestamp: "2020-04-01T00:00:00.000Z",
      Version: "2013-01-01",
    }));
  test("carry MWSAuthToken only when there is one", () => {
    const names = (mwsAuthToken: string | undefined) =>
      commonParameters({ ...common, mwsAuthToken }).map(([name]) => name);
    expect(names("amzn.mws.x")).toContain("MWSAuthToken");
    expect(names("")).not.toContain("MWSAuthToken");
  });
});
