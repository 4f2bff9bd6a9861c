import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { days, yen } from "@noren-pay/base";
import { AmazonPayClient, NotificationVerifier } from "@noren-pay/client";
import { type Sandbox, startSandbox } from "@noren-pay/sandbox";
import { type SandboxAdmin, sandboxAdmin } from "@noren-pay/sandbox/admin";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pay } from "./shop.ts";

let sandbox: Sandbox;
let admin: SandboxAdmin;
let amazon: AmazonPayClient;

// One sandbox per file, on any free port; files run side by side and do not know of each other.
beforeAll(async () => {
  sandbox = await startSandbox({ frozen: true, throttle: false, settings: { synchronousTimeoutMs: 0 } });
  admin = sandboxAdmin({ url: sandbox.url });
  const { url: endpoint, sellerId, accessKey, secretKey } = sandbox;
  amazon = new AmazonPayClient({
    ...{ region: "jp", environment: "Sandbox", endpoint, sellerId, accessKey, secretKey },
    retries: "none",
    throttle: false,
  });
});
afterAll(async () => {
  await amazon.close();
  await sandbox.close();
});

// Each test begins anew, and so gets the same ids each time.
beforeEach(async () => {
  await admin.reset();
});

/** An order whose buyer has chosen address and card; by default a card that works. */
async function order(card?: "InvalidPaymentMethod" | "AmazonRejected") {
  const [buyer] = (await admin.listBuyers()).buyers;
  const cardId = buyer?.cards.find(({ simulation }) => simulation === card)?.cardId;
  const { amazonOrderReferenceId } = await admin.createOrderReference({ cardId });
  return { amazonOrderReferenceId, orderId: "1001", total: 5_400 };
}
const stateOf = async (id: string) => (await admin.getObject({ id })).state;

describe("paying", () => {
  test("succeeds with a good card", async () => {
    const placed = await order();
    expect(await pay(amazon, placed)).toBe("paid");
    expect(await stateOf(placed.amazonOrderReferenceId)).toBe("Open");
  });

  test("asks for another card when this one is declined, and succeeds with it", async () => {
    const placed = await order("InvalidPaymentMethod");
    expect(await pay(amazon, placed)).toBe("chooseAnotherCard");
    const [buyer] = (await admin.listBuyers()).buyers;
    const { amazonOrderReferenceId } = placed;
    await admin.select({ amazonOrderReferenceId, cardId: buyer?.cards[0]?.cardId });
    await amazon.confirmOrderReference({ AmazonOrderReferenceId: amazonOrderReferenceId });
    const { AuthorizationDetails } = await amazon.authorize({
      AmazonOrderReferenceId: amazonOrderReferenceId,
      AuthorizationReferenceId: "1001-2",
      AuthorizationAmount: yen(5_400),
      TransactionTimeout: 0,
    });
    expect(AuthorizationDetails.AuthorizationStatus.State).toBe("Open");
  });

  test("takes the money once when the answer is lost and the shop tries again", async () => {
    const placed = await order();
    await admin.createFault({ kind: "answerLost", operation: "Authorize", referenceId: "1001-1" });
    expect(await pay(amazon, placed)).toBe("tryAgain");
    expect(await pay(amazon, placed)).toBe("paid");
    expect((await admin.getCounts()).authorizations).toEqual({ Open: 1 });
  });

  test("lasts as long as an authorization: 30 days on the live path, two here", async () => {
    const placed = await order();
    await pay(amazon, placed);
    await admin.advanceClock({ ms: days(2) });
    expect((await admin.getCounts()).authorizations).toEqual({ Closed: 1 });
  });
});

describe("when something is wrong with the shop itself", () => {
  test("the log says why a signature does not match", async () => {
    const { url: endpoint, sellerId, accessKey } = sandbox;
    const other = await admin.createSeller();
    const wrong = new AmazonPayClient({
      ...{ region: "jp", environment: "Sandbox", endpoint, sellerId, accessKey },
      secretKey: other.secretKey,
      retries: "none",
      throttle: false,
    });
    await expect(wrong.getServiceStatus({})).rejects.toMatchObject({ code: "SignatureDoesNotMatch" });
    const [request] = (await admin.listRequests({ code: "SignatureDoesNotMatch" })).requests;
    expect(request?.why).toMatchObject({ variants: ["otherKey"], en: expect.stringContaining(other.accessKey) });
    await wrong.close();
  });
});

describe("notices", () => {
  let endpoint: Server;
  let arrived: { readonly body: string; readonly accepted: boolean }[];
  beforeAll(async () => {
    const verifier = new NotificationVerifier({
      topicArns: [sandbox.topicArn],
      certificateUrls: [await sandbox.certificateUrl()],
    });
    endpoint = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      const accepted = await verifier.verify(body, request.headers).then(
        () => true,
        () => false,
      );
      arrived.push({ body, accepted });
      response.writeHead(accepted ? 200 : 400).end();
    });
    await new Promise<void>((resolve) => endpoint.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise((resolve) => endpoint.close(resolve)));
  beforeEach(async () => {
    arrived = [];
    const notificationUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`;
    await admin.updateSeller({ sellerId: sandbox.sellerId, notificationUrl });
  });

  test("arrive in another order, and twice, when a test wants them to", async () => {
    await admin.createNoticeRule({ kind: "hold" });
    await admin.createNoticeRule({ kind: "duplicate", type: "OrderReferenceNotification" });
    const placed = await order();
    await pay(amazon, placed);
    await amazon.closeOrderReference({ AmazonOrderReferenceId: placed.amazonOrderReferenceId });
    const held = (await admin.listNotices({ state: "held" })).notices;
    await admin.releaseNotices({ noticeIds: held.map(({ noticeId }) => noticeId) }); // newest first
    await admin.advanceClock({ ms: 0 });
    expect(arrived).toHaveLength(held.length + 1);
    expect(arrived.every(({ accepted }) => accepted)).toBe(true);
  });

  test("that are forged are refused", async () => {
    const { noticeId } = await admin.sendSample({ type: "PaymentCapture", environment: "Sandbox" });
    for (const forgery of ["wrongKey", "wrongCertificate", "wrongHost", "changedBody", "wrongTopic"] as const) {
      await admin.forgeNotice({ noticeId, forgery });
    }
    await admin.advanceClock({ ms: 0 });
    expect(arrived.map(({ accepted }) => accepted)).toEqual([true, false, false, false, false, false]);
  });
});

test("many sandboxes run at once, each for itself", async () => {
  const many = await Promise.all(Array.from({ length: 5 }, (_, i) => startSandbox({ seed: `shop ${i}` })));
  expect(new Set(many.map(({ url }) => url)).size).toBe(5);
  many[0]?.newOrder();
  expect(many.map(({ core }) => core.world.orderReferences.size)).toEqual([1, 0, 0, 0, 0]);
  await Promise.all(many.map((each) => each.close()));
});
