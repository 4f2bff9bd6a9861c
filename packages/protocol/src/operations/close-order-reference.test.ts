import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { closeOrderReference } from "./close-order-reference.ts";

describe("CloseOrderReference", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(closeOrderReference.request)).toEqual(["AmazonOrderReferenceId", "ClosureReason"]));
  test("needs an order reference that is confirmed", () =>
    expect(closeOrderReference).toMatchObject({ needs: { OrderReference: ["Open", "Suspended"] } }));
  test("answers an empty result", () =>
    expect([closeOrderReference.result, closeOrderReference.response]).toEqual(["empty", {}]));
  test("may be simulated by its reason", () =>
    expect(closeOrderReference).toMatchObject({ simulatedBy: "ClosureReason" }));
  test("takes a reason of 1,024 characters and no more", () =>
    expect(
      [1_024, 1_025].map(
        (length) =>
          readRequest(
            closeOrderReference,
            new Map([
              ["AmazonOrderReferenceId", "x"],
              ["ClosureReason", "理".repeat(length)],
            ]),
          ).ok,
      ),
    ).toEqual([true, false]));
});
