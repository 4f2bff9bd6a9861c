// Each kind of mishap that the sandbox can bring about, as our client tells it to its caller.
import { minutes, systemClock } from "@noren-pay/base";
import type { AdminGiven } from "@noren-pay/sandbox/admin";
import { describe, expect, test } from "vitest";
import { openShop, orderTotal } from "./shop.ts";

const shop = openShop();
type Fault = AdminGiven<"createFault">;
const strike = (fault: Fault) => shop.current.admin.createFault(fault);
const quick = { retries: [0, 0, 0], timeoutMs: 1_500 };

async function capture(options: object = quick) {
  const { authorized, client, referenceId } = shop.current;
  const AmazonAuthorizationId = await authorized();
  const CaptureReferenceId = referenceId();
  return {
    AmazonAuthorizationId,
    run: () => client(options).capture({ AmazonAuthorizationId, CaptureReferenceId, CaptureAmount: orderTotal }),
  };
}

async function capturesOf(AmazonAuthorizationId: string): Promise<readonly string[]> {
  const { AuthorizationDetails } = await shop.current.amazon.getAuthorizationDetails({ AmazonAuthorizationId });
  return AuthorizationDetails.IdList;
}

describe("a capture", () => {
  const survived: [string, Fault][] = [
    ["throttled twice", { kind: "throttle", count: 2 }],
    ["failed inside Amazon", { kind: "refuse", code: "InternalServerError", count: 1 }],
    ["whose answer is lost after its effect", { kind: "answerLost", count: 1 }],
    ["cut off before its effect", { kind: "resetBefore", count: 1 }],
    ["cut off after its effect", { kind: "resetAfter", count: 2 }],
    ["answered too late", { kind: "slow", ms: 3_000, count: 1 }],
  ];
  for (const [title, fault] of survived)
    test(`${title} takes the money exactly once`, async () => {
      const { AmazonAuthorizationId, run } = await capture({ ...quick, retries: [0, 0, 2_000] });
      await strike({ operation: "Capture", ...fault });
      const { CaptureDetails } = await run();
      expect(CaptureDetails.CaptureStatus.State).toBe("Completed");
      expect(await capturesOf(AmazonAuthorizationId)).toEqual([CaptureDetails.AmazonCaptureId]);
    });

  const told: [string, Fault, object][] = [
    ["refused", { kind: "refuse", code: "InvalidParameterValue" }, { code: "InvalidParameterValue", retry: "never" }],
    ["throttled", { kind: "throttle" }, { code: "RequestThrottled", retry: "later", status: 503 }],
    ["without an answer", { kind: "answerLost" }, { code: "AnswerLost", retry: "recover" }],
    ["answered too late", { kind: "slow", ms: 3_000 }, { code: "Timeout", retry: "recover" }],
  ];
  for (const [title, fault, error] of told)
    test(`${title} is told to who governs retries himself`, async () => {
      const { run } = await capture({ ...quick, retries: "none" });
      await strike({ operation: "Capture", count: 1, ...fault });
      await expect(run()).rejects.toMatchObject({ ...error, operation: "Capture" });
    });
});

describe("a cancelation", () => {
  test("whose answer is lost is not repeated, and reading shows that it happened", async () => {
    const { client, confirmed } = shop.current;
    const AmazonOrderReferenceId = await confirmed();
    await strike({ operation: "CancelOrderReference", kind: "answerLost", count: 1 });
    const amazon = client(quick);
    await expect(amazon.cancelOrderReference({ AmazonOrderReferenceId })).rejects.toMatchObject({ retry: "recover" });
    const { OrderReferenceDetails } = await amazon.getOrderReferenceDetails({ AmazonOrderReferenceId });
    expect(OrderReferenceDetails.OrderReferenceStatus.State).toBe("Canceled");
  });
});

describe("keys that are wrong", () => {
  const cases: [string, object, string][] = [
    ["an unknown access key", { accessKey: "AKIDUNKNOWN" }, "InvalidAccessKeyId"],
    ["a wrong secret", { secretKey: "wrong" }, "SignatureDoesNotMatch"],
    ["another seller's id", { sellerId: "A0OTHERSELLER" }, "AccessDenied"],
  ];
  for (const [title, options, code] of cases)
    test(`${title} is ${code}, with a request id`, async () => {
      const thrown = await shop.current
        .client(options)
        .getServiceStatus()
        .catch((error: unknown) => error);
      expect(thrown).toMatchObject({ code, retry: "never", requestId: expect.stringMatching(/.+/) });
    });

  test("a clock that is 16 minutes wrong is refused, however business time stands", async () => {
    const wall = systemClock.wall() - minutes(16);
    const clock = { now: () => wall, wall: () => wall, sleep: () => new Promise<void>(() => undefined) };
    await expect(shop.current.client({ clock }).getServiceStatus()).rejects.toMatchObject({
      code: expect.stringMatching(/^(InvalidParameterValue|RequestExpired)$/),
      retry: "never",
    });
  });
});
