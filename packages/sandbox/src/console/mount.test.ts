import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { quickSandbox } from "../testing/wire.ts";
import { consoleFiles } from "./assets.ts";
import { consolePages } from "./pages.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await quickSandbox();
});
afterAll(() => sandbox.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(sandbox.url + path, { headers });

describe("the console's pages", () => {
  for (const { name, path } of consolePages)
    test(`"${name}" runs no inline script, loads nothing from elsewhere and is framed by nobody`, async () => {
      const answer = await get(path.replace(":id", "S03-0000000-0000000"));
      expect(answer.status).toBe(200);
      const policy = answer.headers.get("content-security-policy") ?? "";
      for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"]) {
        expect(policy).toContain(part);
      }
      const text = await answer.text();
      expect(text).not.toMatch(/<script(?![^>]*(src=|application\/json))| style=| on\w+="/);
      const loaded = [...text.matchAll(/(?:src|href)="(\/[^"]*\.(?:js|css))"/g)].map((match) => match[1] as string);
      expect(loaded.length).toBeGreaterThan(3);
      for (const file of loaded) expect((await get(file)).status).toBe(200);
    });

  test("take markup in an address as text", async () => {
    const text = await (await get("/console/objects/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")).text();
    expect(text).not.toContain("<script>alert");
  });

  test("are linked from the sandbox's own address", async () => {
    expect(await (await get("/")).text()).toContain('href="/console"');
  });
});

describe("the console's language", () => {
  test("is the one asked for, which is remembered", async () => {
    const asked = await get("/console?language=en", { "accept-language": "ja" });
    expect(await asked.text()).toContain('<html lang="en">');
    const cookie = (asked.headers.get("set-cookie") ?? "").split(";")[0] as string;
    const next = await get("/console/orders", { "accept-language": "ja", cookie });
    expect(await next.text()).toContain('<html lang="en">');
  });
  test("is the browser's otherwise", async () => {
    expect(await (await get("/console", { "accept-language": "ja" })).text()).toContain('<html lang="ja">');
    expect(await (await get("/console", { "accept-language": "fr, en;q=0.5" })).text()).toContain('<html lang="en">');
  });
  test("keeps nothing when it was not asked for", async () => {
    expect((await get("/console")).headers.get("set-cookie")).toBeNull();
  });
});

test("every module that a module imports is served", () => {
  const files = new Map(consoleFiles().map(({ path, answer }) => [path.split("/").at(-1), String(answer.body)]));
  for (const body of files.values()) {
    for (const [, name] of body.matchAll(/from "\.\/([\w-]+\.js)"/g)) expect([...files.keys()]).toContain(name);
  }
});
