// A sandbox in a process of its own and calls signed for it beforehand: signing is the client's cost.
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
import { startChild } from "./child.ts";
import { hammer, postOf } from "./load.ts";

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

export interface SignedSandbox {
  /** One signed Authorize as a form, and what the sandbox answered to it. */
  readonly sample: { readonly body: string; readonly answer: string };
  /** Makes so many authorizations and counts them; throws when one was refused. */
  callsPerSecond(connections: number, calls: number): Promise<number>;
  stop(): Promise<void>;
}

export async function openSandbox(): Promise<SignedSandbox> {
  const child = await startChild("sandbox-server");
  const sandbox = JSON.parse(child.line) as Sandbox;
  const port = Number(new URL(sandbox.url).port);
  const body = await signedOrder(sandbox, port);
  return {
    sample: { body, answer: await bodyOf(sandbox, body) },
    async callsPerSecond(connections, calls) {
      const requests = await freshAuthorizations(sandbox, port, calls);
      const result = await hammer({ port, requests, connections, calls });
      if (result.refused > 0) throw new Error(`the sandbox refused ${result.refused} calls: nothing was measured`);
      return result.callsPerSecond;
    },
    stop: child.stop,
  };
}

/** As many authorizations on each confirmed order reference as Amazon allows. */
async function freshAuthorizations(sandbox: Sandbox, port: number, calls: number): Promise<Buffer[]> {
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
