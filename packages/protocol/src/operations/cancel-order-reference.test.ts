import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { cancelOrderReference } from "./cancel-order-reference.ts";

describe("CancelOrderReference", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(cancelOrderReference.request)).toEqual(["AmazonOrderReferenceId", "CancelationReason"]));
  test("needs an order reference that is not final", () =>
    expect(cancelOrderReference).toMatchObject({ needs: { OrderReference: ["Draft", "Open", "Suspended"] } }));
  test("answers an empty result", () =>
    expect([cancelOrderReference.result, cancelOrderReference.response]).toEqual(["empty", {}]));
  test("takes a reason of 1,024 characters and no more", () =>
    expect(
      [1_024, 1_025].map(
        (length) =>
          readRequest(
            cancelOrderReference,
            new Map([
              ["AmazonOrderReferenceId", "x"],
              ["CancelationReason", "理".repeat(length)],
            ]),
          ).ok,
      ),
    ).toEqual([true, false]));
});
