import { describe, expect, test } from "vitest";
import { quotas } from "../tables/quotas.ts";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { getServiceStatus } from "./get-service-status.ts";

describe("GetServiceStatus", () => {
  test("takes the parameters of the reference", () => expect(parameterNames(getServiceStatus.request)).toEqual([]));
  test("may be called twice, then once in five minutes", () =>
    expect(quotas[getServiceStatus.quota].Live).toEqual({ burst: 2, perSecond: 1 / 300 }));
  test("answers one of four colours", () =>
    expect(getServiceStatus.response.Status.words).toEqual(["GREEN", "GREEN_I", "YELLOW", "RED"]));
  test("needs no parameter", () => expect(readRequest(getServiceStatus, new Map())).toEqual({ ok: true, request: {} }));
});
