import { describe, expect, test } from "vitest";
import {
  captureIdOf,
  environmentOfId,
  formatObjectId,
  formatTransactionId,
  type IdKind,
  idPatterns,
  isAmazonId,
  orderReferenceIdOf,
} from "./ids.ts";

describe("Amazon's ids", () => {
  const samples: [string, IdKind | undefined][] = [
    ["P03-1234567-1234567", "OrderReference"],
    ["S01-1234567-1234567", "OrderReference"],
    ["B02-1234567-1234567", "BillingAgreement"],
    ["C03-2345678-8765432", "BillingAgreement"],
    ["S03-1234567-7654321-A012345", "Authorization"],
    ["S03-1234567-7654321-C012345", "Capture"],
    ["S03-1234567-7654321-R072290", "Refund"],
    ["S03-1234567-7654321-P012345", "ProviderCredit"],
    ["S03-1234567-7654321-Q012345", "ProviderCreditReversal"],
    ["A1EXAMPLESELLER", "Seller"],
    ["amzn.mws.4ea38b7b-f563-7709-4bae-87aea15c1a2b", "MWSAuthToken"],
    ["amzn.mws.4ea38b7b", undefined],
    ["amzn1.account.AGM6GZJB6GO42REKZDL33HG7GEJA", "User"],
    ["S04-1234567-7654321", undefined],
    ["S3-1234567-7654321", undefined],
    ["S03-123456-7654321", undefined],
    ["S03-1234567-7654321-X012345", undefined],
    ["S03-1234567-7654321-A01234", undefined],
    ["S03-1234567-7654321\n", undefined],
    ["Ｓ03-1234567-7654321", undefined],
    ["P01-0000000-0000000-000000", undefined],
    ["", undefined],
  ];
  for (const [id, kind] of samples)
    test(`"${id}" is ${kind}`, () =>
      expect((Object.keys(idPatterns) as IdKind[]).filter((each) => isAmazonId(each, id))).toEqual(
        kind === undefined ? [] : [kind],
      ));

  test("of transactions begin with their order reference", () => {
    expect(orderReferenceIdOf("S03-1234567-7654321-A012345")).toBe("S03-1234567-7654321");
    expect(orderReferenceIdOf("S03-1234567-7654321")).toBe("S03-1234567-7654321");
    expect(orderReferenceIdOf("C03-1234567-7654321")).toBeUndefined();
    expect(orderReferenceIdOf("S03-1234567-7654321-A012345x")).toBeUndefined();
    expect(orderReferenceIdOf("cap-1001-1")).toBeUndefined();
  });

  test("of a capture made by CaptureNow repeat the authorization's digits", () => {
    expect(captureIdOf("S01-1234567-7654321-A041953")).toBe("S01-1234567-7654321-C041953");
    expect(() => captureIdOf("S01-1234567-7654321-C041953")).toThrow(expect.objectContaining({ code: "malformedId" }));
  });

  test("tell their environment", () => {
    expect(["P03-1", "B03-1", "S03-1", "C03-1", "X03-1", "S1"].map(environmentOfId)).toEqual([
      "Live",
      "Live",
      "Sandbox",
      "Sandbox",
      undefined,
      undefined,
    ]);
  });

  test("are written as they are read", () => {
    const id = formatObjectId({ kind: "OrderReference", region: "jp", environment: "Sandbox", number: 12345677654321 });
    expect(id).toBe("S03-1234567-7654321");
    expect(formatTransactionId(id, "Refund", 72)).toBe("S03-1234567-7654321-R000072");
    const smallest = formatObjectId({ kind: "BillingAgreement", region: "uk", environment: "Live", number: 0 });
    expect(smallest).toBe("B02-0000000-0000000");
    expect(isAmazonId("BillingAgreement", smallest)).toBe(true);
  });
});
