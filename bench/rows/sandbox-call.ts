// Signed, state-changing calls (Authorize) per second, beside a bare server that returns the
// same bytes. Requests are signed beforehand: signing is the client's cost.
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Price, systemClock, yen } from "@noren-pay/base";
import {
  apiPaths,
  commonParameters,
  formatForm,
  operations,
  sign,
  stringToSign,
  writeRequest,
} from "@noren-pay/protocol";
import { type Figure, measurePair } from "../figure.ts";
import { startChild } from "../tools/child.ts";
import { hammer, postOf } from "../tools/load.ts";

const connectionCounts = [1, 8, 64] as const;
const calls = 10_000;
const rounds = 5;
const authorizationsPerOrder = 10;
const total: Price = yen(10_000);
const share: Price = yen(total.amount / authorizationsPerOrder);

interface Sandbox {
  readonly url: string;
  readonly adminUrl: string;
  readonly sellerId: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export async function sandboxCall(): Promise<readonly Figure[]> {
  const child = await startChild("sandbox-server");
  const sandbox = JSON.parse(child.line) as Sandbox;
  const answer = join(tmpdir(), `noren-bench-sandbox-${process.pid}.xml`);
  const port = Number(new URL(sandbox.url).port);
  const probe = await signedOrder(sandbox, port);
  writeFileSync(answer, await bodyOf(sandbox, probe));
  const bare = await startChild("bare-server", [answer]);
  const figures: Figure[] = [];
  for (const connections of connectionCounts) {
    const { value, ratio } = await measurePair({
      rounds,
      ours: async () => {
        const requests = await freshAuthorizations(sandbox, port);
        const result = await hammer({ port, requests, connections, calls });
        if (result.refused > 0) throw new Error(`the sandbox refused ${result.refused} calls: nothing was measured`);
        return result.callsPerSecond;
      },
      theirs: async () =>
        (
          await hammer({
            port: Number(bare.line),
            requests: [postOf({ port: Number(bare.line), path: apiPaths.Sandbox, body: probe })],
            connections,
            calls,
          })
        ).callsPerSecond,
    });
    figures.push({
      name: connections === 8 ? "sandbox.call" : `sandbox.call.c${connections}`,
      value,
      unit: "calls/s",
      against: `bare node:http, same bytes, ${connections} connections`,
      ratio,
    });
  }
  await Promise.all([child.stop(), bare.stop()]);
  return figures;
}

/** As many authorizations on each confirmed order reference as Amazon allows. */
async function freshAuthorizations(sandbox: Sandbox, port: number): Promise<Buffer[]> {
  const ids = await confirmedOrders(sandbox, port, calls / authorizationsPerOrder);
  return Array.from({ length: calls }, (_, n) =>
    postOf({ port, path: apiPaths.Sandbox, body: authorizeBody(sandbox, port, ids[n % ids.length]!, n) }),
  );
}

const authorizeBody = (sandbox: Sandbox, port: number, id: string, n: number) =>
  signed(sandbox, port, "Authorize", {
    AmazonOrderReferenceId: id,
    AuthorizationReferenceId: `b${n}-${systemClock.wall()}`,
    AuthorizationAmount: share,
    TransactionTimeout: 0,
  });

async function signedOrder(sandbox: Sandbox, port: number): Promise<string> {
  const [id] = await confirmedOrders(sandbox, port, 1);
  return authorizeBody(sandbox, port, id!, 0);
}

async function confirmedOrders(sandbox: Sandbox, port: number, count: number): Promise<string[]> {
  const ids: string[] = [];
  const worker = async () => {
    while (ids.length < count) {
      const slot = ids.push("") - 1;
      const made = await fetch(`${sandbox.adminUrl}/order-references`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ sellerId: sandbox.sellerId }),
      });
      const { amazonOrderReferenceId } = (await made.json()) as { amazonOrderReferenceId: string };
      await bodyOf(
        sandbox,
        signed(sandbox, port, "SetOrderReferenceDetails", {
          AmazonOrderReferenceId: amazonOrderReferenceId,
          OrderReferenceAttributes: { OrderTotal: total },
        }),
      );
      await bodyOf(
        sandbox,
        signed(sandbox, port, "ConfirmOrderReference", { AmazonOrderReferenceId: amazonOrderReferenceId }),
      );
      ids[slot] = amazonOrderReferenceId;
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return ids;
}

async function bodyOf(sandbox: Sandbox, body: string): Promise<string> {
  const response = await fetch(sandbox.url + apiPaths.Sandbox, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body,
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the sandbox answered ${response.status}: ${text}`);
  return text;
}

function signed(sandbox: Sandbox, port: number, operation: keyof typeof operations, request: object): string {
  const parameters: [string, string][] = [
    ...commonParameters({ ...sandbox, operation, timestamp: systemClock.wall() }),
    ...writeRequest(operations[operation], request as never),
  ];
  const toSign = stringToSign({ method: "POST", host: `127.0.0.1:${port}`, path: apiPaths.Sandbox, parameters });
  return formatForm([...parameters, ["Signature", sign(toSign, sandbox.secretKey, "HmacSHA256")]]);
}
