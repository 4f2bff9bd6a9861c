import type { LookupAddress } from "node:dns";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PostRules, post } from "./post.ts";

let asked = 0;
let port = 0;
const server = createServer((_request, response) => {
  asked += 1;
  response.writeHead(200);
  // Without an end: who reads on reads for ever.
  const more = () => {
    while (!response.destroyed && response.write("x".repeat(65_536)));
  };
  response.on("drain", more);
  response.on("error", () => {});
  more();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** A resolver that gives these addresses. */
const naming = (...addresses: string[]) =>
  ((_name: string, _options: unknown, done: (error: null, found: LookupAddress[]) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    )) as unknown as NonNullable<PostRules["resolve"]>;

const to = (host: string, rules: Partial<PostRules>) =>
  post({ url: `http://${host}:${port}/`, headers: {}, body: "{}" }, { anywhere: false, timeoutMs: 2_000, ...rules });

describe("a POST", () => {
  const cases: [string, string, Partial<PostRules>][] = [
    ["to a loopback address", "127.0.0.1", {}],
    ["to a loopback address of IPv6", "[::1]", {}],
    ["to a name that means this machine", "shop.example.jp", { resolve: naming("127.0.0.1") }],
    ["to a name that means a metadata service", "shop.example.jp", { resolve: naming("169.254.169.254") }],
    [
      "to a name with one public address and one that is not",
      "shop.example.jp",
      { resolve: naming("8.8.8.8", "10.0.0.1") },
    ],
  ];
  test.each(cases)("%s is refused before anything is sent", async (_, host, rules) => {
    const before = asked;
    expect(await to(host, rules)).toEqual({ answered: false, fault: "addressRefused" });
    expect(asked).toBe(before);
  });

  test("goes to the address that was judged: the name is asked for once", async () => {
    let resolved = 0;
    const resolve = ((...all: Parameters<ReturnType<typeof naming>>) => {
      resolved += 1;
      return naming("127.0.0.1")(...all);
    }) as ReturnType<typeof naming>;
    expect(await to("shop.example.jp", { anywhere: true, resolve })).toMatchObject({ answered: true, status: 200 });
    expect(resolved).toBe(1);
  });

  test("reads a bounded part of an endless answer", async () => {
    expect(await to("127.0.0.1", { anywhere: true })).toMatchObject({ answered: true, status: 200 });
  });

  test("to a name that nobody has is not reached", async () => {
    const resolve = ((_: string, __: unknown, done: (error: Error) => void) =>
      done(Object.assign(new Error(), { code: "ENOTFOUND" }))) as unknown as NonNullable<PostRules["resolve"]>;
    expect(await to("shop.example.jp", { resolve })).toEqual({ answered: false, fault: "nameUnknown" });
  });
});
