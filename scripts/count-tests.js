/**
 * Counts tests in the report of vitest's json reporter. A file that could not even be loaded holds no tests, and counts
 * as one that failed.
 * @param {string | undefined} report the report's text, or undefined when there is none
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function countTests(report) {
  if (report === undefined) return { passed: 0, failed: 0, skipped: 0 };
  const { testResults } = JSON.parse(report);
  const tests = testResults.flatMap((file) => file.assertionResults);
  const count = (...states) => tests.filter(({ status }) => states.includes(status)).length;
  const unloaded = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"),
  );
  return {
    passed: count("passed"),
    failed: count("failed") + unloaded.length,
    skipped: count("pending", "skipped", "todo", "disabled"),
  };
}
