// The payment service as a process of its own, for a test that kills it. It loads everything, then waits to be told
// where its database and its Amazon are: so the next one is at hand when the last has died.
import { type SandboxAccess, seedDemo, startServer } from "@noren-pay/server";

export interface Config {
  readonly databaseUrl: string;
  readonly access: SandboxAccess;
  readonly callTimeoutMs: number;
}

export interface Running {
  readonly url: string;
  readonly apiKey: string;
  readonly merchantId: string;
}

const masterKey = new Uint8Array(32).fill(7);

process.once("message", async ({ databaseUrl, access, callTimeoutMs }: Config) => {
  let seeded = { apiKey: "", merchantId: "" };
  const { url } = await startServer({
    databaseUrl,
    masterKey,
    port: 0,
    logLevel: process.env.TEST_LOG ?? "silent",
    settings: { consoleDir: undefined, signInsPerMinuteMax: 1_000, waitMs: 1_000, callTimeoutMs },
    prepare: async (services) => {
      seeded = await seedDemo(services, access, masterKey);
    },
  });
  process.send?.({ url, ...seeded } satisfies Running);
});
// Nobody is left to kill this one.
process.once("disconnect", () => process.exit());
process.send?.("loaded");
