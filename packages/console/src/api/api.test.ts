import { describe, expect, test } from "vitest";
import { createApi } from "./api.ts";
import { ApiError } from "./problem.ts";

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Record<string, string>;
}

/** A server at the edge of the page: answers in turn, and keeps what it was asked. */
function serverOf(...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const send = async (url: unknown, init: RequestInit = {}) => {
    sent.push({ url: String(url), init, headers: init.headers as Record<string, string> });
    const answer = answers.shift() ?? Response.json({});
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { sent, api: createApi({ language: () => "en", fetch: send as typeof fetch }) };
}

const orderId = "a".repeat(32);
const problem = { type: "/docs", title: "No.", status: 422, code: "refused", retry: "never", detail: "Too much." };
const failure = (promise: Promise<unknown>): Promise<ApiError> =>
  promise.then(
    () => Promise.reject(new Error("it went well")),
    (error) => error,
  );

describe("a call", () => {
  test("sends the session's token once it is known, its language, and its key in quotes", async () => {
    const { sent, api } = serverOf(Response.json({ csrfToken: "t0k3n" }));
    await api.call("POST /console/api/session", { body: { email: "a@example.com", password: "x" } });
    await api.call("POST /console/api/orders/:orderId/cancel", { orderId, body: {}, idempotencyKey: "cancel:1" });
    expect(sent[0]?.headers).not.toHaveProperty("csrf-token");
    expect(sent[1]).toMatchObject({
      url: `/console/api/orders/${orderId}/cancel`,
      init: { method: "POST", body: "{}" },
      headers: { "csrf-token": "t0k3n", "accept-language": "en", "idempotency-key": '"cancel:1"' },
    });
  });

  test("writes what is given into the query, encoded, and nothing else", async () => {
    const { sent, api } = serverOf();
    await api.call("GET /console/api/orders", { query: { search: "山田 太郎&", state: "", limit: 50 } });
    expect(sent[0]?.url).toBe("/console/api/orders?search=%E5%B1%B1%E7%94%B0+%E5%A4%AA%E9%83%8E%26&limit=50");
    expect(sent[0]?.headers).not.toHaveProperty("csrf-token");
  });

  test("that is refused throws the server's problem and how long to wait", async () => {
    const { api } = serverOf(Response.json(problem, { status: 429, headers: { "retry-after": "42" } }));
    const error = await failure(api.call("GET /console/api/notices"));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 429, code: "refused", problem, retryAfterSeconds: 42 });
  });

  test("without an answer, or with somebody else's, says so", async () => {
    const { api } = serverOf(
      new TypeError("failed to fetch"),
      new Response("<html>", { status: 502 }),
      new Response("<html>", { status: 200 }),
    );
    expect(await failure(api.call("GET /console/api/time"))).toMatchObject({ status: 0, code: "offline" });
    expect(await failure(api.call("GET /console/api/time"))).toMatchObject({ status: 502, code: "unreadable" });
    expect(await failure(api.call("GET /console/api/time"))).toMatchObject({ status: 200, code: "unreadable" });
  });
});
