// A reverse proxy between the payment service and Amazon, in either direction. It counts what passes, and at chosen
// exchanges it has the service killed: what the service had written down by then is all its successor has to go on.
import { EventEmitter, once } from "node:events";
import { createServer, request as forwarded, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/**
 * `before`: what was sent has arrived here and goes no further. `after`: it had its effect, and its answer goes no
 * further. `answered`: the answer was passed on, and the service dies at once.
 */
export type Where = "before" | "after" | "answered";
export const places: readonly Where[] = ["before", "after", "answered"];

export interface Plan {
  /** The how many-th exchange, from 1; or the first of this name; or every second one. */
  readonly at: number | string | "everySecond";
  readonly where: Where;
  /** Runs before the exchange is passed on; what it gives runs when the service is dead. */
  readonly meanwhile?: (() => Promise<() => Promise<void>>) | undefined;
}

export interface Gate {
  readonly url: string;
  /** Begins to count anew. Without a plan nothing is killed. */
  arm(plan?: Plan): void;
  /** The names of the exchanges at which the service was killed since. */
  readonly struck: readonly string[];
  /** Resolves when it has been killed for the first time since. */
  whenStruck(): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  /** Where it all goes; undefined while nobody is there. */
  target(): string | undefined;
  /** What counts, under which name. */
  nameOf(path: string, body: Buffer): string | undefined;
  kill(): Promise<void>;
}

/** Counts since it was armed. */
interface Watch {
  readonly plan: Plan | undefined;
  passed: number;
  readonly struck: string[];
  deaths: number;
}

export async function startGate(options: Options): Promise<Gate> {
  const news = new EventEmitter();
  const watchFor = (plan?: Plan): Watch => ({ plan, passed: 0, struck: [], deaths: 0 });
  let watch = watchFor();
  const server = createServer(async (request, response) => {
    try {
      const body = await buffer(request);
      const now = watch;
      const strike = strikeAt(now, options.nameOf(request.url ?? "", body));
      const kill = async () => {
        await options.kill();
        now.deaths += 1;
        news.emit("death");
      };
      await pass({ target: options.target(), strike, kill }, { request, body, response });
    } catch {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arm(plan) {
      watch = watchFor(plan);
    },
    get struck() {
      return watch.struck;
    },
    async whenStruck() {
      while (watch.deaths === 0) await once(news, "death");
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Counts an exchange; gives the plan when the service is to die of it. */
function strikeAt(watch: Watch, name: string | undefined): Plan | undefined {
  if (name === undefined || watch.plan === undefined) return undefined;
  watch.passed += 1;
  const { at } = watch.plan;
  const isIt =
    at === "everySecond" ? watch.passed % 2 === 1 : watch.struck.length === 0 && [name, watch.passed].includes(at);
  if (isIt) watch.struck.push(name);
  return isIt ? watch.plan : undefined;
}

interface Way {
  readonly target: string | undefined;
  readonly strike: Plan | undefined;
  kill(): Promise<void>;
}

interface Passing {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly response: ServerResponse;
}

async function pass({ target, strike, kill }: Way, { request, body, response }: Passing): Promise<void> {
  if (target === undefined) return void response.destroy();
  const release = await strike?.meanwhile?.();
  try {
    if (strike?.where === "before") return await kill();
    const { answer, content } = await ask(target, request, body);
    if (strike?.where === "after") return await kill();
    response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    await new Promise<void>((resolve) => response.end(content, resolve));
    if (strike?.where === "answered") await kill();
  } finally {
    if (!response.writableEnded) response.destroy();
    await release?.();
  }
}

/** The Host header goes through as it came: it is part of what was signed. */
function ask(
  target: string,
  { method, url, rawHeaders }: IncomingMessage,
  body: Buffer,
): Promise<{ readonly answer: IncomingMessage; readonly content: Buffer }> {
  const { hostname, port } = new URL(target);
  return new Promise((resolve, reject) => {
    const asked = forwarded({ hostname, port, method, path: url, headers: rawHeaders, agent: false }, (answer) => {
      buffer(answer).then((content) => resolve({ answer, content }), reject);
    });
    asked.once("error", reject);
    asked.end(body);
  });
}
