// Signed, state-changing calls (Authorize) per second, beside a bare server that returns the same bytes.
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apiPaths } from "@noren-pay/protocol";
import { type Figure, measurePair } from "../figure.ts";
import { startChild } from "../tools/child.ts";
import { hammer, postOf } from "../tools/load.ts";
import { openSandbox } from "../tools/signed-sandbox.ts";

const connectionCounts = [1, 8, 64] as const;
const calls = 10_000;
const rounds = 5;

export async function sandboxCall(): Promise<readonly Figure[]> {
  const sandbox = await openSandbox();
  const answer = join(tmpdir(), `noren-bench-sandbox-${process.pid}.xml`);
  writeFileSync(answer, sandbox.sample.answer);
  const bare = await startChild("bare-server", [answer]);
  const port = Number(bare.line);
  const requests = [postOf({ port, path: apiPaths.Sandbox, body: sandbox.sample.body })];
  const figures: Figure[] = [];
  for (const connections of connectionCounts) {
    const { value, ratio } = await measurePair({
      rounds,
      ours: () => sandbox.callsPerSecond(connections, calls),
      theirs: async () => (await hammer({ port, requests, connections, calls })).callsPerSecond,
    });
    figures.push({
      name: connections === 8 ? "sandbox.call" : `sandbox.call.c${connections}`,
      value,
      unit: "calls/s",
      against: `bare node:http, same bytes, ${connections} connections`,
      ratio,
    });
  }
  await Promise.all([sandbox.stop(), bare.stop()]);
  return figures;
}
