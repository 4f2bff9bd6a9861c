import { systemClock } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { type FetchLike, fetchTransport } from "./fetch-transport.ts";

const never: FetchLike = (_, { signal }) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
const deaf: FetchLike = () => new Promise(() => undefined);
const answering =
  (bytes: number): FetchLike =>
  async () => ({
    status: 200,
    headers: new Map([["X-Name", "value"]]),
    arrayBuffer: async () => new ArrayBuffer(bytes),
  });

const send = (fetch: FetchLike, limits: { timeoutMs?: number; signal?: AbortSignal } = {}) => {
  const transport = fetchTransport({ fetch, origin: "http://sandbox", clock: systemClock, bodyBytesMax: 10 });
  return transport.send({ method: "GET", path: "/", headers: {} }, { timeoutMs: 10_000, ...limits });
};

describe("an exchange by the caller's fetch", () => {
  test("gives headers by their names in lower case", async () => {
    expect(await send(answering(3))).toMatchObject({ status: 200, headers: { "x-name": "value" } });
  });

  test("counts as sent when fetch fails, because nobody knows", async () => {
    await expect(send(() => Promise.reject(new TypeError("fetch failed")))).rejects.toMatchObject({
      reason: "broken",
      sent: true,
    });
  });

  for (const [title, fetch] of [
    ["heeds its signal", never],
    ["is deaf to its signal", deaf],
  ] as const) {
    test(`ends in time when fetch ${title}`, async () => {
      await expect(send(fetch, { timeoutMs: 10 })).rejects.toMatchObject({ reason: "timeout", sent: true });
    });

    test(`ends with the caller's signal when fetch ${title}`, async () => {
      const stop = new AbortController();
      const sending = send(fetch, { signal: stop.signal });
      stop.abort();
      await expect(sending).rejects.toMatchObject({ reason: "aborted", sent: true });
    });
  }

  test("is not begun when the signal has fired before", async () => {
    const begun = () => expect.unreachable();
    await expect(send(begun, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      reason: "aborted",
      sent: false,
    });
  });

  test("refuses an answer over the limit", async () => {
    await expect(send(answering(11))).rejects.toMatchObject({ reason: "tooLarge" });
  });
});
