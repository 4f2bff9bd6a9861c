import { readFileSync } from "node:fs";
import { errors as amazonErrors, protocolErrors } from "@noren-pay/protocol";
import { describe, expect, test } from "vitest";
import { AmazonPayError, clientErrors, notificationErrors } from "./index.ts";

const page = readFileSync(new URL("../../../docs/errors.md", import.meta.url), "utf8");

/** Rows under a room's heading: code and the column "again". */
function rowsOf(room: string): [string, string][] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${room}\n`)) ?? "";
  return [...section.matchAll(/^\| `(\w+)` \| (\w+) \|/gm)].map((match) => [match[1] ?? "", match[2] ?? ""]);
}

const sorted = (rows: [string, string][]) => rows.sort(([a], [b]) => (a < b ? -1 : 1));
const told = (...tables: Record<string, { retry: string }>[]): [string, string][] =>
  tables.flatMap((table) => Object.entries(table).map(([code, { retry }]): [string, string] => [code, retry]));

describe("docs/errors.md", () => {
  test("tells every code of the client, and no other", () => {
    expect(sorted(rowsOf("client"))).toEqual(sorted(told(clientErrors, notificationErrors)));
  });

  test("tells every code of Amazon's and of the codecs, and no other", () => {
    expect(sorted(rowsOf("protocol"))).toEqual(sorted(told(amazonErrors, protocolErrors)));
  });
});

describe("an error", () => {
  test("names operation, code and field, and never prints what Amazon repeats of the request", () => {
    const error = new AmazonPayError("InvalidParameterValue", {
      operation: "Authorize",
      field: "AuthorizationAmount",
      problem: "is missing",
      amazonMessage: "山田太郎",
    });
    expect(error.message).toMatch(/^Authorize: InvalidParameterValue: .*\(AuthorizationAmount: is missing\)$/);
    expect(error.amazonMessage).toBe("山田太郎");
    expect(JSON.stringify(error) + String(error.stack)).not.toContain("山田");
  });
});
