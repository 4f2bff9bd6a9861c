import { yen } from "@noren-pay/base";
import {
  type OperationName,
  operationNames,
  operations,
  sign,
  stringToSign,
  writeError,
  writeResponse,
} from "@noren-pay/protocol";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answer, breakOff, type FakeAmazon, fakeAmazon, loseAnswer, stayStill } from "../testing/fake-amazon.ts";
import { impatientClock, stepClock } from "../testing/step-clock.ts";
import { AmazonPayClient, type AmazonPayClientOptions, AmazonPayError } from "./index.ts";

const orderReferenceId = "S03-1234567-7654321";
const closed = writeResponse(operations.CloseOrderReference, {}, "request-1");
const green = writeResponse(operations.GetServiceStatus, { Status: "GREEN", Timestamp: 0 }, "request-1");
const throttled = writeError({ code: "RequestThrottled", requestId: "request-2" });
const captured = writeResponse(
  operations.Capture,
  {
    CaptureDetails: {
      AmazonCaptureId: "S03-1234567-7654321-C012345",
      CaptureReferenceId: "capture-1",
      CaptureAmount: yen(100),
      RefundedAmount: yen(0),
      CaptureFee: yen(0),
      IdList: [],
      CreationTimestamp: 0,
      CaptureStatus: { State: "Completed", LastUpdateTimestamp: 0 },
    },
  } as never,
  "request-1",
);
const captureRequest = {
  AmazonAuthorizationId: "S03-1234567-7654321-A012345",
  CaptureReferenceId: "capture-1",
  CaptureAmount: yen(100),
};

let amazon: FakeAmazon;
let clients: AmazonPayClient[];
beforeEach(async () => {
  amazon = await fakeAmazon();
  clients = [];
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await amazon.close();
});

function clientWith(options: Partial<AmazonPayClientOptions> = {}) {
  const client = new AmazonPayClient({
    region: "jp",
    environment: "Sandbox",
    sellerId: "A1EXAMPLESELLER",
    accessKey: "AKIDEXAMPLEJP",
    secretKey: "secretKeyForTestsOnly",
    endpoint: amazon.url,
    throttle: false,
    retries: [0, 0],
    ...options,
  });
  clients.push(client);
  return client;
}

const close = (client: AmazonPayClient) => client.closeOrderReference({ AmazonOrderReferenceId: orderReferenceId });
const thrownBy = async (promise: Promise<unknown>): Promise<AmazonPayError> => {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(AmazonPayError);
  return thrown as AmazonPayError;
};

describe("the methods", () => {
  test("there is one per operation of the table", () => {
    const client = clientWith() as unknown as Record<string, unknown>;
    for (const name of operationNames)
      expect(typeof client[name.charAt(0).toLowerCase() + name.slice(1)]).toBe("function");
  });

  test("an operation without required parameters is called without arguments", async () => {
    amazon.behave(answer(200, green));
    expect(await clientWith().getServiceStatus()).toMatchObject({ Status: "GREEN", requestId: "request-1" });
  });

  test("an answer carries Amazon's request id beside the details", async () => {
    amazon.behave(answer(200, captured));
    const { CaptureDetails, requestId } = await clientWith().capture(captureRequest);
    expect(CaptureDetails.CaptureAmount).toEqual(yen(100));
    expect(requestId).toBe("request-1");
  });

  test("a request id that stands only in the header is taken from there", async () => {
    const bare = closed.replace("request-1", "");
    amazon.behave(answer(200, bare, { "content-type": "text/xml", "x-mws-request-id": "request-h" }));
    expect((await close(clientWith())).requestId).toBe("request-h");
  });
});

describe("a call on the wire", () => {
  test("is a signed POST to the sandbox's path with the port in the signed host", async () => {
    amazon.behave(answer(200, closed));
    await clientWith({ mwsAuthToken: "amzn.mws.1" }).closeOrderReference({
      AmazonOrderReferenceId: orderReferenceId,
      ClosureReason: "終了 (!*') +&=",
    });
    const [request] = amazon.received;
    expect(request?.method).toBe("POST");
    expect(request?.path).toBe("/OffAmazonPayments_Sandbox/2013-01-01");
    expect(request?.parameters.get("MWSAuthToken")).toBe("amzn.mws.1");
    expect(request?.parameters.get("ClosureReason")).toBe("終了 (!*') +&=");
    expect(request?.body).not.toContain("+");
    const parameters = [...(request?.parameters ?? [])].filter(([name]) => name !== "Signature");
    const text = stringToSign({
      method: "POST",
      host: request?.headers.host ?? "",
      path: request?.path ?? "",
      parameters,
    });
    expect(request?.parameters.get("Signature")).toBe(sign(text, "secretKeyForTestsOnly", "HmacSHA256"));
  });

  test("names the program in the form that MWS asks for", async () => {
    amazon.behave(answer(200, closed));
    await close(clientWith());
    expect(amazon.received[0]?.headers["user-agent"]).toMatch(/^Noren\/[\d.]+ \(Language=JavaScript; Platform=Node\)$/);
  });

  test("goes over a kept connection when calls follow each other", async () => {
    const ports = new Set<number | undefined>();
    amazon.behave((response) => {
      ports.add(response.socket?.remotePort);
      answer(200, closed)(response, amazon.received[0] as never);
    });
    const client = clientWith();
    for (let i = 0; i < 9; i++) await close(client);
    expect(ports.size).toBeLessThanOrEqual(2); // The pool opens a second one while it puts the first away.
  });

  test("goes through the caller's own fetch", async () => {
    amazon.behave(answer(200, closed));
    const seen: string[] = [];
    const client = clientWith({
      fetch: (url, init) => {
        seen.push(url);
        return fetch(url, init);
      },
    });
    expect((await close(client)).requestId).toBe("request-1");
    expect(seen).toEqual([`${amazon.url}/OffAmazonPayments_Sandbox/2013-01-01`]);
  });
});

describe("a call that fails", () => {
  test("is refused: the code, the status and the request id are told, and it is not repeated", async () => {
    const message = "OrderReference is not in draft state: 山田";
    amazon.behave(answer(405, writeError({ code: "OrderReferenceNotModifiable", message, requestId: "request-9" })));
    const error = await thrownBy(close(clientWith()));
    expect(error).toMatchObject({
      code: "OrderReferenceNotModifiable",
      retry: "never",
      status: 405,
      requestId: "request-9",
      operation: "CloseOrderReference",
    });
    expect(error.amazonMessage).toBe(message);
    expect(error.message).not.toContain("山田");
    expect(JSON.stringify({ ...error })).not.toContain("山田");
    expect(amazon.received).toHaveLength(1);
  });

  test("is throttled: it is repeated whatever the operation, for nothing has happened", async () => {
    amazon.behave(answer(503, throttled), answer(503, throttled), answer(200, closed));
    const clock = stepClock();
    await close(clientWith({ clock, timeoutMs: 60_000, retries: [1000, 2000] }));
    expect(amazon.received).toHaveLength(3);
    expect(clock.slept).toEqual([2000, 2000]); // The sandbox gives a write back every two seconds.
  });

  test("is throttled for good: RequestID with a capital D is read, and the caller may come later", async () => {
    amazon.behave(answer(503, throttled));
    const error = await thrownBy(close(clientWith({ retries: "none" })));
    expect(error).toMatchObject({ code: "RequestThrottled", retry: "later", requestId: "request-2" });
  });

  const lost: [string, Parameters<FakeAmazon["behave"]>[0]][] = [
    ["its answer is lost", loseAnswer],
    ["its answer breaks off", breakOff(closed.slice(0, 40))],
  ];
  for (const [title, behaviour] of lost) {
    test(`${title}: a capture is repeated with the same reference id and a fresh signature`, async () => {
      amazon.behave(behaviour, answer(200, captured));
      const clock = stepClock();
      await clientWith({ clock, timeoutMs: 60_000, retries: [1000] }).capture(captureRequest);
      const [first, second] = amazon.received;
      const own = (one: typeof first) =>
        [...(one?.parameters ?? [])].filter(([name]) => name !== "Signature" && name !== "Timestamp");
      expect(own(second)).toEqual(own(first));
      expect(second?.parameters.get("Timestamp")).not.toBe(first?.parameters.get("Timestamp"));
      expect(second?.parameters.get("Signature")).not.toBe(first?.parameters.get("Signature"));
    });

    test(`${title}: closing is never repeated, the caller must recover`, async () => {
      amazon.behave(behaviour, answer(200, closed));
      expect(await thrownBy(close(clientWith()))).toMatchObject({ code: "AnswerLost", retry: "recover" });
      expect(amazon.received).toHaveLength(1);
    });
  }

  test("its answer is late: the outcome is unknown", async () => {
    amazon.behave(stayStill);
    const error = await thrownBy(close(clientWith({ clock: impatientClock(amazon.arrived(1)) })));
    expect(error).toMatchObject({ code: "Timeout", retry: "recover" });
    expect(amazon.received).toHaveLength(1);
  });

  test("its answer is late: a read is asked again", async () => {
    amazon.behave(stayStill, answer(200, green));
    expect(await clientWith({ clock: impatientClock(amazon.arrived(1)) }).getServiceStatus()).toMatchObject({
      Status: "GREEN",
    });
  });

  test("finds nobody at the address: nothing was sent, and the same call may come later", async () => {
    await amazon.close();
    const error = await thrownBy(close(clientWith()));
    expect(error).toMatchObject({ code: "ConnectionFailed", retry: "later" });
    expect(error.cause).toMatchObject({ code: "ECONNREFUSED" });
  });

  test("is aborted beforehand: nothing is sent", async () => {
    const error = await thrownBy(
      clientWith().capture(captureRequest, { signal: AbortSignal.abort(new Error("enough")) }),
    );
    expect(error).toMatchObject({ code: "AbortedUnsent", retry: "later" });
    expect(amazon.received).toHaveLength(0);
  });

  test("is aborted under way: the outcome is unknown, and it is not repeated", async () => {
    amazon.behave(stayStill);
    const stop = new AbortController();
    const call = thrownBy(clientWith().capture(captureRequest, { signal: stop.signal }));
    await amazon.arrived(1);
    stop.abort();
    expect(await call).toMatchObject({ code: "Aborted", retry: "recover" });
    expect(amazon.received).toHaveLength(1);
  });

  test("with retries switched off is sent once, whatever happens", async () => {
    for (const behaviour of [loseAnswer, answer(500, ""), answer(503, throttled)]) {
      amazon.behave(behaviour);
      await thrownBy(clientWith({ retries: "none" }).capture(captureRequest));
    }
    expect(amazon.received).toHaveLength(3);
  });

  test("gives up when the whole call would take too long", async () => {
    amazon.behave(answer(500, writeError({ code: "InternalServerError", requestId: "r" })));
    const clock = stepClock(0, 40_000);
    const client = clientWith({ clock, timeoutMs: 60_000, totalTimeoutMs: 60_000, retries: [10_000, 60_000] });
    expect(await thrownBy(client.capture(captureRequest))).toMatchObject({ code: "InternalServerError" });
    expect(clock.slept).toEqual([10_000]);
  });
});

describe("an answer that is no proper XML", () => {
  const cases: [string, number, string, Partial<AmazonPayError>][] = [
    [
      "plain text with a known code is that code",
      400,
      "InvalidOrderReferenceStatus: not open",
      { code: "InvalidOrderReferenceStatus", retry: "never" },
    ],
    [
      "HTML of a proxy is unreadable",
      502,
      "<html><body>Bad gateway<br></body></html>",
      { code: "UnreadableAnswer", retry: "recover", status: 502 },
    ],
    ["an empty body is unreadable", 503, "", { code: "UnreadableAnswer", retry: "recover", status: 503 }],
    ["an empty success is unreadable", 200, "", { code: "UnreadableAnswer", retry: "recover", status: 200 }],
    ["an answer to another operation is unreadable", 200, green, { code: "UnreadableAnswer", retry: "recover" }],
    ["a DOCTYPE is unreadable", 200, `<!DOCTYPE x>${closed}`, { code: "UnreadableAnswer", retry: "recover" }],
    ["an error with status 200 is that error", 200, throttled, { code: "RequestThrottled", retry: "later" }],
    ["a redirect is not followed", 302, "", { code: "UnreadableAnswer", retry: "recover", status: 302 }],
    [
      "an unknown refusal keeps Amazon's word",
      400,
      writeError({ code: "BrandNewRule", requestId: "r" }),
      { code: "RefusedOtherwise", retry: "never", amazonCode: "BrandNewRule" },
    ],
    [
      "an unknown failure keeps Amazon's word",
      500,
      writeError({ code: "BrandNewFault", requestId: "r" }),
      { code: "FailedOtherwise", retry: "recover", amazonCode: "BrandNewFault" },
    ],
    ["an endless answer is cut off", 200, "x".repeat(1_100_000), { code: "UnreadableAnswer", retry: "recover" }],
  ];
  for (const [title, status, body, expected] of cases) {
    test(title, async () => {
      amazon.behave(answer(status, body));
      expect(await thrownBy(close(clientWith({ retries: "none" })))).toMatchObject(expected);
    });
  }
});

describe("a request that is not valid", () => {
  const long = "x".repeat(33);
  const cases: [string, OperationName, unknown, string, RegExp][] = [
    ["lacks a field", "CloseOrderReference", {}, "AmazonOrderReferenceId", /is missing; add it/],
    [
      "has a text that is too long",
      "Capture",
      { ...captureRequest, CaptureReferenceId: long },
      "CaptureReferenceId",
      /longer than 32; shorten it/,
    ],
    [
      "has an amount of zero",
      "Capture",
      { ...captureRequest, CaptureAmount: yen(0) },
      "CaptureAmount.Amount",
      /above zero/,
    ],
    [
      "has an amount with a fraction",
      "Capture",
      { ...captureRequest, CaptureAmount: { amount: 1.5, currencyCode: "JPY" } },
      "CaptureAmount",
      /minor units/,
    ],
    ["has an amount as text", "Capture", { ...captureRequest, CaptureAmount: "100" }, "CaptureAmount", /minor units/],
    [
      "has a field that the operation does not know",
      "CloseOrderReference",
      { AmazonOrderReferenceID: "S" },
      "AmazonOrderReferenceID",
      /not a parameter/,
    ],
    [
      "has a number for a text",
      "CloseOrderReference",
      { AmazonOrderReferenceId: 1 },
      "AmazonOrderReferenceId",
      /not a string/,
    ],
    ["is no object", "CloseOrderReference", "S03", "request", /not an object/],
  ];
  for (const [title, name, request, field, problem] of cases) {
    test(`${title}: the field and the remedy are named and nothing is sent`, async () => {
      const error = await thrownBy(clientWith().call(name, request as never));
      expect(error).toMatchObject({ code: "InvalidRequest", retry: "never", field });
      expect(error.message).toMatch(problem);
      expect(amazon.received).toHaveLength(0);
    });
  }
});

describe("the own throttle", () => {
  test("lets the burst through and spaces what follows by the published quota", async () => {
    amazon.behave(answer(200, closed));
    const clock = stepClock();
    const client = clientWith({ clock, throttle: true, timeoutMs: 60_000 });
    for (let i = 0; i < 4; i++) await close(client);
    expect(clock.slept).toEqual([2000, 2000]);
  });

  test("refuses at once what would wait longer than the call may take", async () => {
    amazon.behave(answer(200, green));
    const client = clientWith({ clock: stepClock(), throttle: true, timeoutMs: 60_000, totalTimeoutMs: 60_000 });
    await client.getServiceStatus();
    await client.getServiceStatus();
    expect(await thrownBy(client.getServiceStatus())).toMatchObject({ code: "QuotaWaitTooLong", retry: "later" });
    expect(amazon.received).toHaveLength(2);
  });
});
