import { describe, expect, test } from "vitest";
import { parameterNames } from "../wire/parameter-names.ts";
import { readRequest } from "../wire/request.ts";
import { listOrderReference } from "./list-order-reference.ts";

describe("ListOrderReference", () => {
  test("takes the parameters of the reference", () =>
    expect(parameterNames(listOrderReference.request)).toEqual([
      "QueryId",
      "QueryIdType",
      "PaymentDomain",
      "CreatedTimeRange.StartTime",
      "CreatedTimeRange.EndTime",
      "SortOrder",
      "PageSize",
      "OrderReferenceStatusListFilter.OrderReferenceStatus.N",
    ]));
  test("only reads", () => expect(listOrderReference).toMatchObject({ needs: {}, recovery: "repeat", quota: "read" }));

  const read = (changes: Record<string, string>) =>
    readRequest(
      listOrderReference,
      new Map(
        Object.entries({ QueryId: "ORDER-1001", QueryIdType: "SellerOrderId", PaymentDomain: "FE_JPY", ...changes }),
      ),
    );
  const filter = "OrderReferenceStatusListFilter.OrderReferenceStatus";
  test("reads states in any case, as the table spells them", () =>
    expect(read({ [`${filter}.1`]: "Open", [`${filter}.2`]: "canceled", [`${filter}.3`]: "CLOSED" })).toMatchObject({
      ok: true,
      request: { OrderReferenceStatusListFilter: ["OPEN", "CANCELED", "CLOSED"] },
    }));

  const cases: [string, Record<string, string>, boolean][] = [
    ["one end of a range", { "CreatedTimeRange.StartTime": "2020-04-01T00:00:00Z" }, true],
    ["a range without a zone", { "CreatedTimeRange.StartTime": "2020-04-01T00:00:00" }, false],
    ["a state with a double L", { [`${filter}.1`]: "CANCELLED" }, false],
    ["another kind of query", { QueryIdType: "BuyerId" }, false],
    ["a kind of query in lower case", { QueryIdType: "sellerorderid" }, false],
    ["an unknown payment domain", { PaymentDomain: "JP" }, false],
    ["a page of one", { PageSize: "1" }, true],
    ["a page of none", { PageSize: "0" }, false],
    ["another order", { SortOrder: "Random" }, false],
  ];
  for (const [what, changes, isTaken] of cases)
    test(`${isTaken ? "takes" : "refuses"} ${what}`, () => expect(read(changes).ok).toBe(isTaken));
});
