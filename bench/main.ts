// `npm run bench [-- --json] [-- ROW …]`: measures each row against a peer or a physical limit in the same run.
import type { Figure } from "./figure.ts";
import { clientCall } from "./rows/client-call.ts";
import { ordersPlace } from "./rows/orders-place.ts";
import { sandboxCall } from "./rows/sandbox-call.ts";
import { sandboxCore } from "./rows/sandbox-core.ts";
import { sandboxNotify } from "./rows/sandbox-notify.ts";
import { sandboxPeers } from "./rows/sandbox-peers.ts";

const rows: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  "sandbox.call": sandboxCall,
  "sandbox.peers": sandboxPeers,
  "sandbox.notify": sandboxNotify,
  "sandbox.core": sandboxCore,
  "client.call": clientCall,
  "orders.place": ordersPlace,
};

const args = process.argv.slice(2);
const json = args.includes("--json");
const wanted = args.filter((arg) => !arg.startsWith("--"));
const unknown = wanted.filter((name) => !Object.keys(rows).some((row) => row.startsWith(name)));
if (unknown.length > 0) {
  process.stderr.write(`no such row: ${unknown.join(", ")}; there are ${Object.keys(rows).join(", ")}\n`);
  process.exit(2);
}
for (const [name, measure] of Object.entries(rows)) {
  if (wanted.length > 0 && !wanted.some((prefix) => name.startsWith(prefix))) continue;
  for (const figure of await measure()) process.stdout.write(`${json ? JSON.stringify(figure) : inWords(figure)}\n`);
}

function inWords({ name, value, unit, against, ratio }: Figure): string {
  return `${name.padEnd(16)} ${value.toFixed(1).padStart(10)} ${unit}   ${ratio.toFixed(2)} x ${against}`;
}
