import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    conditions: ["noren-source"],
    // The global setup is resolved without conditions, and must not read what an earlier build has left.
    alias: [{ find: /^@noren-pay\/(\w+)$/, replacement: join(import.meta.dirname, "packages/$1/src/index.ts") }],
  },
  ssr: { resolve: { conditions: ["noren-source"], externalConditions: ["noren-source"] } },
  test: {
    include: [
      "packages/*/src/**/*.test.{ts,tsx}",
      "conformance/**/*.test.ts",
      "simulation/**/*.test.ts",
      "scripts/**/*.test.ts",
      "examples/**/*.test.ts",
    ],
    globalSetup: ["packages/testkit/src/global-setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    // Many tests wait for the database or the browser: two workers serve even one core.
    maxWorkers: Math.max(2, availableParallelism()),
  },
});
