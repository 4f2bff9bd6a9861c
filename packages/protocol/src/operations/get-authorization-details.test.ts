import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { authorize } from "./authorize.ts";
import { getAuthorizationDetails } from "./get-authorization-details.ts";

describe("GetAuthorizationDetails", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(getAuthorizationDetails.request)).toEqual(["AmazonAuthorizationId"]));
  test("reads in any state, and may be repeated", () =>
    expect([getAuthorizationDetails.needs, getAuthorizationDetails.recovery, getAuthorizationDetails.quota]).toEqual([
      {},
      "repeat",
      "read",
    ]));
  test("answers as Authorize does", () =>
    expect(getAuthorizationDetails.response.AuthorizationDetails).toBe(authorize.response.AuthorizationDetails));
  test("knows one error of its own", () => expect(getAuthorizationDetails.errors).toEqual(["InvalidTransactionId"]));
});
