// The sandbox without http: whether a call costs the same among a million objects as among a thousand, what a hundred
// thousand orders weigh, and how soon a sandbox answers.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { systemClock, yen } from "@noren-pay/base";
import { isRefusal, type Sandbox, startSandbox } from "@noren-pay/sandbox";
import { type Figure, median } from "../figure.ts";

const objectsPerOrder = 3; // order reference, authorization, capture
const callsPerOrder = 4;
const manyOrders = Math.ceil(1_000_000 / objectsPerOrder);
const fewOrders = 3_000;
const weighedOrders = 100_000;
const megabyte = 1024 * 1024;

export async function sandboxCore(): Promise<readonly Figure[]> {
  const started: number[] = [];
  for (let n = 0; n < 5; n++) {
    const begun = systemClock.wall();
    const sandbox = await startSandbox({ seed: `start ${n}` });
    await (await fetch(`${sandbox.adminUrl}/clock`)).text();
    started.push(systemClock.wall() - begun);
    await sandbox.close();
  }
  const sandbox = await startSandbox({ throttle: false, frozen: true });
  live(sandbox, fewOrders);
  const early = rateOf(sandbox);
  const before = heapUsed();
  live(sandbox, weighedOrders);
  const weight = heapUsed() - before;
  const plain = weighedOrders * JSON.stringify(sampleOf(sandbox)).length;
  live(sandbox, manyOrders - weighedOrders - 2 * fewOrders);
  const late = rateOf(sandbox);
  await sandbox.close();
  const startMs = median(started);
  return [
    {
      name: "sandbox.growth",
      value: late,
      unit: "calls/s",
      against: "the same calls among 1,000 objects instead of 1,000,000",
      ratio: late / early,
    },
    {
      name: "sandbox.memory",
      value: weight / megabyte,
      unit: "MB/100,000 orders",
      against: "what the API says of the same orders, as JSON",
      ratio: weight / plain,
    },
    { name: "sandbox.start", value: startMs, unit: "ms", against: "500 ms", ratio: startMs / 500 },
  ];
}

let orders = 0;

/** So many whole order lives: set, confirmed, authorized, captured. */
function live(sandbox: Sandbox, count: number): void {
  const { core, sellerId, clock } = sandbox;
  const now = clock.now();
  for (let n = 0; n < count; n++) {
    const id = sandbox.newOrder();
    const named = { AmazonOrderReferenceId: id };
    const total = yen(5_000);
    const reference = `order-${++orders}`;
    const ask = (answer: object) => {
      if (isRefusal(answer)) throw new Error(`the sandbox refused: ${answer.code}`);
      return answer;
    };
    const request = { ...named, OrderReferenceAttributes: { OrderTotal: total } };
    ask(core.call({ sellerId, action: "SetOrderReferenceDetails", request, now }));
    ask(core.call({ sellerId, action: "ConfirmOrderReference", request: named, now }));
    const authorized = ask(
      core.call({
        sellerId,
        action: "Authorize",
        request: {
          ...named,
          AuthorizationReferenceId: reference,
          AuthorizationAmount: total,
          TransactionTimeout: 0,
        },
        now,
      }),
    ) as { AuthorizationDetails: { AmazonAuthorizationId: string } };
    const { AmazonAuthorizationId } = authorized.AuthorizationDetails;
    const capture = { AmazonAuthorizationId, CaptureReferenceId: reference, CaptureAmount: total };
    ask(core.call({ sellerId, action: "Capture", request: capture, now }));
  }
}

function rateOf(sandbox: Sandbox): number {
  const begun = process.hrtime.bigint();
  live(sandbox, fewOrders);
  return (fewOrders * callsPerOrder) / (Number(process.hrtime.bigint() - begun) / 1e9);
}

/** One order's objects as the API shows them. */
function sampleOf(sandbox: Sandbox): unknown {
  const { core, sellerId, clock } = sandbox;
  const id = [...core.world.orderReferences.keys()].at(-1) as string;
  const now = clock.now();
  const order = core.call({
    sellerId,
    action: "GetOrderReferenceDetails",
    request: { AmazonOrderReferenceId: id },
    now,
  }) as { OrderReferenceDetails: { IdList: readonly string[] } };
  const [authorizationId = ""] = order.OrderReferenceDetails.IdList;
  const request = { AmazonAuthorizationId: authorizationId };
  const authorization = core.call({ sellerId, action: "GetAuthorizationDetails", request, now }) as {
    AuthorizationDetails: { IdList: readonly string[] };
  };
  const [captureId = ""] = authorization.AuthorizationDetails.IdList;
  const capture = core.call({ sellerId, action: "GetCaptureDetails", request: { AmazonCaptureId: captureId }, now });
  return [order, authorization, capture];
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function heapUsed(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
