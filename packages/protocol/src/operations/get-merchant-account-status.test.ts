import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { getMerchantAccountStatus } from "./get-merchant-account-status.ts";

describe("GetMerchantAccountStatus", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(getMerchantAccountStatus.request)).toEqual([]));
  test("needs no parameter", () =>
    expect(readRequest(getMerchantAccountStatus, new Map())).toEqual({ ok: true, request: {} }));
  test("answers one of two words", () =>
    expect(getMerchantAccountStatus.response.AccountStatus.words).toEqual(["ACTIVE", "INACTIVE"]));
});
