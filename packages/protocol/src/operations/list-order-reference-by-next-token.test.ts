import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { listOrderReference } from "./list-order-reference.ts";
import { listOrderReferenceByNextToken } from "./list-order-reference-by-next-token.ts";

describe("ListOrderReferenceByNextToken", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(listOrderReferenceByNextToken.request)).toEqual(["NextPageToken"]));
  test("answers as the first page did", () =>
    expect(listOrderReferenceByNextToken.response).toBe(listOrderReference.response));
  test("needs its token", () =>
    expect(readRequest(listOrderReferenceByNextToken, new Map())).toEqual({
      ok: false,
      field: "NextPageToken",
      problem: "is missing",
    }));
});
