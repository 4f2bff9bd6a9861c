import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { AmazonPayClient } from "@noren-pay/client";
import { afterAll, afterEach, describe, expect, test } from "vitest";

const door = new URL("./index.ts", import.meta.url).href;
const running = new Set<ChildProcess>();
const folders: string[] = [];

/** Starts the command from its source, in a process of its own. */
function noren(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(
    process.execPath,
    [
      "--conditions=noren-source",
      "--import",
      "tsx",
      "--input-type=module",
      "-e",
      `import { main } from ${JSON.stringify(door)}; await main(["node", ...process.argv.slice(1)]);`,
      "--",
      "noren",
      ...args,
    ],
    { env: { ...process.env, STORE_PORT: "0", NOREN_PORT: "0", SANDBOX_PORT: "0", ...env }, stdio: "pipe" },
  );
  running.add(child);
  const ended = once(child, "exit").then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    child,
    ended,
    errors: () => errors,
    async line(): Promise<string> {
      const next = await lines.next();
      if (next.done) throw new Error(`ended early: ${errors}`);
      return next.value;
    },
    async all() {
      const output: string[] = [];
      for await (const line of { [Symbol.asyncIterator]: () => lines }) output.push(line);
      return { code: await ended, output, errors };
    },
  };
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "noren-cli-"));
  folders.push(folder);
  return join(folder, "data");
}

afterEach(async () => {
  for (const child of running) {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
});
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function started(NOREN_DATA: string) {
  const process = noren(["start"], { NOREN_DATA });
  const urls: Record<string, string> = {};
  for (const part of ["store", "console", "sandbox"]) {
    const line = await process.line();
    expect(line).toMatch(new RegExp(`^${part} http://localhost:\\d+$`));
    urls[part] = line.split(" ")[1] ?? "";
  }
  expect(await process.line()).toBe("sign-in console owner@example.com noren-demo");
  return { ...process, urls };
}

async function signedIn(url: string): Promise<number> {
  const response = await fetch(`${url}/console/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "owner@example.com", password: "noren-demo" }),
  });
  return response.status;
}

describe("noren start", () => {
  test("answers on all three addresses, goes on after SIGKILL, moves time, refuses a second one, stops cleanly", async () => {
    const data = await newFolder();
    const first = await started(data);
    for (const url of [first.urls.store, `${first.urls.console}/health`, `${first.urls.sandbox}/admin/clock`]) {
      expect((await fetch(url ?? "")).status).toBe(200);
    }

    const second = await noren(["start"], { NOREN_DATA: data }).all();
    expect(second.code).toBe(1);
    expect(second.errors).toMatch(/Another noren runs on this data folder.*Process \d+ uses/);

    const advanced = await noren(["advance", "--days", "3", "--json"], { NOREN_DATA: data }).all();
    expect(advanced).toMatchObject({ code: 0 });
    const now = Date.parse(JSON.parse(advanced.output[0] ?? "").now);

    first.child.kill("SIGKILL");
    await first.ended;
    const third = await started(data);
    expect(await signedIn(third.urls.console ?? "")).toBe(200);
    const clock = (await (await fetch(`${third.urls.sandbox}/admin/clock`)).json()) as { now: number };
    expect(clock.now).toBeGreaterThanOrEqual(now);

    third.child.kill("SIGINT");
    expect(await third.ended).toBe(0);
    await expect(readFile(join(data, "lock.json"))).rejects.toThrow();
    expect(await readFile(join(data, "server.log"), "utf8")).not.toMatch(/noren-demo|@example/);
  }, 180_000);
});

describe("the quota of noren sandbox", () => {
  for (const [title, flags, throttled] of [
    ["holds by itself", [], true],
    ["is off on request", ["--no-throttle"], false],
  ] as const)
    test(title, async () => {
      const sandbox = noren(["sandbox", "--port", "0", "--json", ...flags]);
      const { url, ...keys } = JSON.parse(await sandbox.line());
      const client = new AmazonPayClient({
        region: "jp",
        environment: "Sandbox",
        ...keys,
        endpoint: url,
        retries: "none",
        throttle: false,
      });
      const answers = await Promise.allSettled(Array.from({ length: 4 }, () => client.getServiceStatus({})));
      expect(answers.some(({ status }) => status === "rejected")).toBe(throttled);
      await client.close();
      sandbox.child.kill("SIGTERM");
      expect(await sandbox.ended).toBe(0);
    });
});

describe("noren sandbox", () => {
  test("prints one line of JSON, and new-order the id of a draft", async () => {
    const sandbox = noren(["sandbox", "--port", "0", "--seed", "s", "--json"]);
    const facts = JSON.parse(await sandbox.line());
    const always = ["accessKey", "adminUrl", "certificateUrl", "clientId", "secretKey", "sellerId", "topicArn", "url"];
    expect(Object.keys(facts).sort()).toEqual(always);
    expect(await (await fetch(facts.certificateUrl)).text()).toContain("BEGIN CERTIFICATE");
    const made = await noren(["sandbox", "new-order", "--url", facts.url, "--seller", facts.sellerId]).all();
    expect(made).toMatchObject({ code: 0, output: [expect.stringMatching(/^S03-\d{7}-\d{7}$/)] });
    sandbox.child.kill("SIGTERM");
    expect(await sandbox.ended).toBe(0);
  });

  test("opens TLS and the proxy where it is asked to, and removes the authority's file when it ends", async () => {
    const sandbox = noren(["sandbox", "--port", "0", "--tls", "0", "--proxy", "0", "--json"]);
    const facts = JSON.parse(await sandbox.line());
    expect(facts).toMatchObject({
      tlsUrl: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
      proxyUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      certificateUrl: expect.stringMatching(/^https:\/\/sns\.local-sandbox\.amazonaws\.com\//),
    });
    expect(await readFile(facts.caFile, "utf8")).toContain("BEGIN CERTIFICATE");
    sandbox.child.kill("SIGTERM");
    expect(await sandbox.ended).toBe(0);
    await expect(readFile(facts.caFile)).rejects.toMatchObject({ code: "ENOENT" });
  });
});

describe("wrong use", () => {
  const cases: [string, readonly string[], Record<string, string>, number, RegExp][] = [
    ["of a port", ["start"], { NOREN_PORT: "http" }, 1, /NOREN_PORT is http: set a port from 0/],
    ["of a database's address", ["start"], { DATABASE_URL: "mysql://x" }, 1, /DATABASE_URL must look like postgresql:/],
    ["of an option's value", ["sandbox", "--port", "70000"], {}, 2, /--port.*give a port from 0/],
    ["of an unknown option", ["start", "--fast"], {}, 2, /unknown option '--fast'/],
    ["of an unknown command", ["stop"], {}, 2, /unknown command 'stop'/],
    ["of a missing option", ["sandbox", "new-order"], {}, 2, /required option '--url <url>'/],
    [
      "of an address where nothing is",
      ["sandbox", "new-order", "--url", "http://127.0.0.1:1"],
      {},
      1,
      /Nothing answers.*--url/,
    ],
    ["of advance without a length", ["advance"], {}, 1, /Give --days, --hours or --minutes/],
    ["of advance where nothing runs", ["advance", "--days", "1"], { NOREN_DATA: "/nonexistent" }, 1, /noren start/],
    ["of serve without an account", ["serve"], {}, 1, /Set NOREN_ENVIRONMENT/],
  ];
  for (const [title, args, env, code, message] of cases)
    test(`${title} is told with its remedy`, async () => {
      const run = await noren(args, env).all();
      expect(run.errors).toMatch(message);
      expect(run.code).toBe(code);
      expect(run.errors).not.toMatch(/\n\s+at /);
    });

  test("every command has help", async () => {
    for (const command of [["start"], ["serve"], ["sandbox"], ["sandbox", "new-order"], ["advance"]]) {
      const run = await noren([...command, "--help"]).all();
      expect(run).toMatchObject({ code: 0 });
      expect(run.output.join("\n")).toContain("Usage: noren");
    }
  });
});
