import { describe, expect, test } from "vitest";
// @ts-expect-error: plain JavaScript, since npm runs it before anything is built.
import { countTests } from "./count-tests.js";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

describe("the count of tests", () => {
  const cases: [string, ReturnType<typeof file>[], { passed: number; failed: number; skipped: number }][] = [
    [
      "adds up files",
      [file("passed", "passed"), file("failed", "passed", "failed")],
      { passed: 2, failed: 1, skipped: 0 },
    ],
    [
      "counts a file that did not load as failed",
      [file("failed"), file("passed", "passed")],
      { passed: 1, failed: 1, skipped: 0 },
    ],
    ["counts skipped tests apart", [file("passed", "pending", "todo", "passed")], { passed: 1, failed: 0, skipped: 2 }],
    ["is zero when nothing ran", [], { passed: 0, failed: 0, skipped: 0 }],
  ];
  for (const [title, testResults, expected] of cases)
    test(title, () => expect(countTests(JSON.stringify({ testResults }))).toEqual(expected));

  test("is zero without a report", () => {
    expect(countTests(undefined)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
