import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { closeAuthorization } from "./close-authorization.ts";

describe("CloseAuthorization", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(closeAuthorization.request)).toEqual(["AmazonAuthorizationId", "ClosureReason"]));
  test("needs an authorization that is not final", () =>
    expect(closeAuthorization).toMatchObject({ needs: { Authorization: ["Pending", "Open"] } }));
  test("answers an empty result", () =>
    expect([closeAuthorization.result, closeAuthorization.response]).toEqual(["empty", {}]));
  test("takes a reason of 255 characters and no more", () =>
    expect(
      [255, 256].map(
        (length) =>
          readRequest(
            closeAuthorization,
            new Map([
              ["AmazonAuthorizationId", "x"],
              ["ClosureReason", "理".repeat(length)],
            ]),
          ).ok,
      ),
    ).toEqual([true, false]));
});
