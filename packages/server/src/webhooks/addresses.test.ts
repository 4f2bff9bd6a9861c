import { describe, expect, test } from "vitest";
import { faultOfUrl, isPublicAddress } from "./addresses.ts";

describe("an address", () => {
  const inside = [
    "127.0.0.1",
    "10.1.2.3",
    "172.31.255.255",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::a00:1",
    "fe80::1",
    "fd00:ec2::254",
    "2001:db8::1",
    "2002:7f00:1::",
    "not an address",
  ];
  test.each(inside)("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));
  test.each(["8.8.8.8", "172.32.0.1", "2600:1f18::1"])("%s is public", (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );
});

describe("the address of an endpoint", () => {
  const cases: [string, ReturnType<typeof faultOfUrl>][] = [
    ["https://shop.example.jp/hooks", undefined],
    ["https://shop.example.jp:8443/hooks?a=b", undefined],
    ["http://shop.example.jp/hooks", "notHttps"],
    ["ftp://shop.example.jp/", "malformed"],
    ["nonsense", "malformed"],
    ["https://user:word@shop.example.jp/", "malformed"],
    ["https://localhost/", "notPublic"],
    ["https://box.localhost/", "notPublic"],
    ["https://intranet/", "notPublic"],
    ["https://127.1/", "notPublic"],
    ["https://0x7f000001/", "notPublic"],
    ["https://2130706433/", "notPublic"],
    ["https://[::1]/", "notPublic"],
    ["https://[::ffff:10.0.0.1]/", "notPublic"],
    ["https://metadata.google.internal/", "notPublic"],
  ];
  test.each(cases)("%s: %s", (url, fault) => expect(faultOfUrl(url, { anywhere: false })).toBe(fault));

  test("may be this machine where tests and sandboxes are allowed to", () =>
    expect(faultOfUrl("http://localhost:3000/hooks", { anywhere: true })).toBeUndefined());
});
