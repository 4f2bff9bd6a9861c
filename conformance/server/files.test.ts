import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, type House, house } from "./support.ts";

let home: House;
let consoleDir: string;
beforeAll(async () => {
  consoleDir = await mkdtemp(join(tmpdir(), "noren-console-"));
  await writeFile(join(consoleDir, "index.html"), "<!doctype html><title>Noren</title>");
  await writeFile(join(consoleDir, "app.js"), "export {};");
  await mkdir(join(consoleDir, "assets"));
  await writeFile(join(consoleDir, "assets", "index-BPxmQ2_f.js"), "export {};");
  home = await house({ consoleDir });
});
afterAll(async () => {
  await home?.close();
  await rm(consoleDir, { recursive: true, force: true });
});

const html = { accept: "text/html,application/xhtml+xml" };
const cases: [string, string, Record<string, string>, number, RegExp][] = [
  ["the console's page", "/", html, 200, /<title>Noren/],
  ["the console's page at any address of its own", "/orders/0123", html, 200, /<title>Noren/],
  ["a file of the console's", "/app.js", {}, 200, /export/],
  ["a problem for a file that is none", "/none.js", {}, 404, /notFound/],
  ["a problem under the API, whoever asks", "/v1/none", html, 404, /notFound/],
  ["a problem under the console's API, whoever asks", "/console/api/none", html, 404, /notFound/],
  ["nothing outside the folder", "/..%2f..%2fetc/passwd", {}, 403, /rightMissing/],
];
for (const [title, path, headers, status, body] of cases)
  test(`a GET gives ${title}`, async () => {
    const reply = await call(home.server.url + path, { method: "GET", headers });
    expect(reply.status).toBe(status);
    expect(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body)).toMatch(body);
    expect(reply.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(reply.headers.get("x-content-type-options")).toBe("nosniff");
  });

describe("what a browser may keep", () => {
  const cases: [string, string, string][] = [
    ["for good: a file whose name holds its hash", "/assets/index-BPxmQ2_f.js", "public, max-age=31536000, immutable"],
    ["only after asking: any other file", "/app.js", "no-cache"],
    ["not at all: an answer of the API", "/v1/orders", "no-store"],
  ];
  for (const [title, path, expected] of cases)
    test(title, async () => {
      const reply = await call(home.server.url + path, { method: "GET" });
      expect(reply.headers.get("cache-control")).toBe(expected);
    });
});
