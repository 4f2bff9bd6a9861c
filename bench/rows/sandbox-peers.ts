// What other emulators do in their own way: Prism, which answers examples from an OpenAPI document, checks no signature
// and keeps no state. Measured where the command `prism` is installed (npm: @stoplight/prism-cli); skipped with a word
// where it is not.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "@noren-pay/base";
import { freePort } from "@noren-pay/postgres";
import { apiPaths } from "@noren-pay/protocol";
import { type Figure, measurePair } from "../figure.ts";
import { hammer, postOf } from "../tools/load.ts";
import { openSandbox } from "../tools/signed-sandbox.ts";

const connections = 8;
const calls = 3_000;
const readyWithinMs = 20_000;

export async function sandboxPeers(): Promise<readonly Figure[]> {
  if (spawnSync("prism", ["--version"]).status !== 0) {
    process.stderr.write("sandbox.peer.prism: no prism here (npm install -g @stoplight/prism-cli)\n");
    return [];
  }
  const sandbox = await openSandbox();
  const prism = await startPrism(sandbox.sample.answer);
  const body = "Action=Authorize&AuthorizationReferenceId=a1";
  const { value, ratio } = await measurePair({
    rounds: 3,
    ours: () => sandbox.callsPerSecond(connections, calls),
    theirs: async () => {
      const requests = [postOf({ port: prism.port, path: apiPaths.Sandbox, body })];
      const { callsPerSecond, refused } = await hammer({ port: prism.port, requests, connections, calls });
      if (refused > 0) throw new Error(`prism refused ${refused} calls: nothing was measured`);
      return callsPerSecond;
    },
  });
  await Promise.all([sandbox.stop(), prism.stop()]);
  return [
    { name: "sandbox.peer.prism", value, unit: "calls/s", against: "Prism, the same answer as an example", ratio },
  ];
}

async function startPrism(answer: string): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "noren-prism-"));
  const file = join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify(documentOf(answer)));
  const port = await freePort();
  const child: ChildProcess = spawn("prism", ["mock", file, "-p", String(port), "-v", "silent"], { stdio: "ignore" });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await untilAnswering(port);
  return {
    port,
    async stop() {
      child.kill();
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilAnswering(port: number): Promise<void> {
  const end = systemClock.wall() + readyWithinMs;
  while (systemClock.wall() < end) {
    if (
      await fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      )
    )
      return;
    await systemClock.sleep(100);
  }
  throw new Error("prism does not answer");
}

const documentOf = (example: string) => ({
  openapi: "3.1.0",
  info: { title: "Amazon Pay", version: "2013-01-01" },
  paths: {
    [apiPaths.Sandbox]: {
      post: {
        requestBody: { content: { "application/x-www-form-urlencoded": { schema: { type: "object" } } } },
        responses: { "200": { description: "answer", content: { "text/xml": { example } } } },
      },
    },
  },
});
