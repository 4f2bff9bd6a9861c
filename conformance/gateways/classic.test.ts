import { minutes, yen } from "@noren-pay/base";
import { AmazonPayClient } from "@noren-pay/client";
import { classicGateway } from "@noren-pay/gateways";
import type { Addressed, Gateway, Intent, IntentParameters, Performed, Snapshot } from "@noren-pay/payments";
import { writeSimulation } from "@noren-pay/protocol";
import { type Sandbox, startSandbox } from "@noren-pay/sandbox";
import { type AdminGiven, type SandboxAdmin, sandboxAdmin } from "@noren-pay/sandbox/admin";
import { seededIds, testClock, testStart } from "@noren-pay/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

let sandbox: Sandbox;
let admin: SandboxAdmin;
let gateway: Gateway;
let client: AmazonPayClient;
const ids = seededIds();
beforeAll(async () => {
  sandbox = await startSandbox({ frozen: true, start: testStart, throttle: false });
  admin = sandboxAdmin({ url: sandbox.url });
  client = new AmazonPayClient({
    region: "jp",
    environment: "Sandbox",
    sellerId: sandbox.sellerId,
    accessKey: sandbox.accessKey,
    secretKey: sandbox.secretKey,
    endpoint: sandbox.url,
    retries: "none",
    throttle: false,
    timeoutMs: 1_000,
    clock: testClock(),
  });
  gateway = classicGateway({ client, account: { environment: "Sandbox" } });
});
afterEach(() => admin.clearFaults());
afterAll(() => sandbox?.close());

let at: Addressed;
let amazonIds: Map<string, string>;
beforeEach(async () => {
  const { amazonOrderReferenceId } = await admin.createOrderReference();
  amazonIds = new Map();
  at = {
    merchantId: "m",
    accountId: "a",
    orderId: "o",
    amazonOrderReferenceId,
    amazonIdOf: (kind, id) => amazonIds.get(`${kind} ${id}`),
  };
});

async function perform(parameters: IntentParameters): Promise<Performed> {
  const intent: Intent = {
    id: ids.next(),
    parameters,
    createdAt: testStart,
    attempts: 0,
    notBefore: testStart,
    state: "ready",
  };
  const performed = await gateway.perform(intent, at);
  for (const snapshot of performed.outcome === "done" ? performed.snapshots : [])
    if ("referenceId" in snapshot) amazonIds.set(`${snapshot.kind} ${snapshot.referenceId}`, snapshot.amazonId);
  return performed;
}

function snapshotOf(performed: Performed): Snapshot {
  if (performed.outcome !== "done") throw new Error(JSON.stringify(performed));
  const [snapshot] = performed.snapshots;
  if (snapshot === undefined) throw new Error("no snapshot");
  return snapshot;
}

async function authorized(): Promise<string> {
  await perform({
    kind: "setDetails",
    total: yen(10_800),
    sellerOrderId: "1",
    storeName: "のれん",
    sellerNote: "メモ",
  });
  await perform({ kind: "confirm" });
  const authorizationId = ids.next();
  await perform({ kind: "authorize", authorizationId, amount: yen(10_800), timeoutMinutes: 0, captureNow: false });
  return authorizationId;
}

describe("each intent is one call, and its answer a snapshot", () => {
  test("setDetails and confirm", async () => {
    const set = await perform({ kind: "setDetails", total: yen(10_800), sellerOrderId: "1" });
    expect(snapshotOf(set)).toMatchObject({
      kind: "OrderReference",
      state: "Draft",
      total: yen(10_800),
      constraints: [],
    });
    expect(await perform({ kind: "confirm" })).toMatchObject({
      outcome: "done",
      snapshots: [],
      requestId: expect.any(String),
    });
    const read = await gateway.read({ kind: "OrderReference", id: "o" }, at);
    expect(read).toMatchObject({ outcome: "found", snapshot: { state: "Open", buyer: { name: expect.any(String) } } });
  });

  test("authorize, capture, refund, and their reads", async () => {
    const authorizationId = await authorized();
    const captureId = ids.next();
    const captured = await perform({ kind: "capture", captureId, authorizationId, amount: yen(800), note: "箱1" });
    expect(snapshotOf(captured)).toMatchObject({
      kind: "Capture",
      state: "Completed",
      referenceId: captureId,
      amount: yen(800),
    });
    const refundId = ids.next();
    const refunded = await perform({ kind: "refund", refundId, captureId, amount: yen(300) });
    expect(snapshotOf(refunded)).toMatchObject({ kind: "Refund", state: "Pending", amount: yen(300) });
    await admin.advanceClock({ ms: minutes(1) });
    for (const [kind, id, state] of [
      ["Authorization", authorizationId, "Closed"],
      ["Capture", captureId, "Completed"],
      ["Refund", refundId, "Completed"],
    ] as const)
      expect(await gateway.read({ kind, id }, at)).toMatchObject({ outcome: "found", snapshot: { kind, state } });
  });

  test("closeAuthorization, close and cancel", async () => {
    const authorizationId = await authorized();
    expect(await perform({ kind: "closeAuthorization", authorizationId, reason: "r" })).toMatchObject({
      outcome: "done",
    });
    expect(await perform({ kind: "close", reason: "r" })).toMatchObject({ outcome: "done" });
    expect(await perform({ kind: "cancel" })).toMatchObject({ outcome: "refused" });
  });
});

describe("what goes wrong", () => {
  test("a decline is an answer", async () => {
    await perform({ kind: "setDetails", total: yen(100), sellerOrderId: "1" });
    await perform({ kind: "confirm" });
    const note = writeSimulation("authorizationAmazonRejected");
    const authorizationId = ids.next();
    const declined = await perform({
      kind: "authorize",
      authorizationId,
      amount: yen(100),
      timeoutMinutes: 0,
      captureNow: false,
      note,
    });
    expect(snapshotOf(declined)).toMatchObject({ state: "Declined", reasonCode: "AmazonRejected" });
  });

  test("Amazon's refusal keeps its code", async () => {
    const authorizationId = await authorized();
    const over = await perform({ kind: "capture", captureId: ids.next(), authorizationId, amount: yen(99_999) });
    expect(over).toMatchObject({
      outcome: "refused",
      code: "TransactionAmountExceeded",
      requestId: expect.any(String),
    });
  });

  test("an object whose id at Amazon is not known is refused without a call", async () => {
    expect(
      await perform({ kind: "refund", refundId: ids.next(), captureId: ids.next(), amount: yen(1) }),
    ).toMatchObject({
      outcome: "refused",
      code: "InvalidTransactionId",
    });
    expect(await gateway.read({ kind: "Refund", id: "x" }, at)).toMatchObject({ outcome: "unknown" });
  });

  test("what Amazon does not know is missing", async () => {
    const read = await gateway.read({ kind: "Capture", id: "x", amazonId: "S03-9999999-9999999-C999999" }, at);
    expect(read).toMatchObject({ outcome: "missing", code: "InvalidTransactionId" });
  });

  const faults: [string, AdminGiven<"createFault">, string][] = [
    ["a throttled call", { kind: "throttle" }, "throttled"],
    ["an answer lost after the effect", { kind: "answerLost" }, "unknown"],
    ["a connection cut before the effect", { kind: "resetBefore" }, "unknown"],
    ["a fault at Amazon", { kind: "refuse", code: "InternalServerError", status: 500 }, "unknown"],
    ["a call that takes too long", { kind: "slow", ms: 3_000 }, "unknown"],
  ];
  for (const [title, fault, outcome] of faults)
    test(`${title} is ${outcome}, and is called once`, async () => {
      const answer = await admin.createFault({ operation: "ConfirmOrderReference", count: 1, ...fault });
      expect(answer).toBeDefined();
      await perform({ kind: "setDetails", total: yen(100), sellerOrderId: "1" });
      expect(await perform({ kind: "confirm" })).toMatchObject({ outcome });
    });

  test("no connection at all may be tried later", async () => {
    const gone = new AmazonPayClient({
      region: "jp",
      environment: "Sandbox",
      sellerId: "A",
      accessKey: "k",
      secretKey: "s",
      endpoint: "http://127.0.0.1:1",
      retries: "none",
      throttle: false,
    });
    const nowhere = classicGateway({ client: gone, account: { environment: "Sandbox" } });
    expect(await nowhere.read({ kind: "OrderReference", id: "o" }, at)).toMatchObject({ outcome: "throttled" });
  });
});

describe("the quota of a call", () => {
  const cases = [
    ["authorize", { burst: 2, perSecond: 0.5 }],
    ["readCapture", { burst: 5, perSecond: 1 }],
  ] as const;
  for (const [call, quota] of cases)
    test(`of ${call} is the sandbox's`, () => expect(gateway.quotaOf(call)).toEqual(quota));
});
