// Keeps one payment service running, as whoever looks after servers does: when it dies, the next one starts.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Config, Running } from "./server.ts";

export interface Service {
  /** The one that runs, or the next one as soon as it answers. */
  running(): Promise<Running>;
  /** The one that answers now; undefined while none does. */
  readonly current: Running | undefined;
  /** SIGKILL. Resolves when the process is gone; the next one is then on its way. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export function startService(config: Config): Service {
  let next = load();
  let child = next.child;
  let current: Running | undefined;
  const begin = async (): Promise<Running> => {
    const beginning = next;
    child = beginning.child;
    next = load();
    const started = await beginning.start(config);
    if (child === beginning.child) current = started;
    return started;
  };
  let running = begin();
  return {
    running: () => running,
    get current() {
      return current;
    },
    async kill() {
      current = undefined;
      const gone = end(child);
      running = gone.then(begin);
      running.catch(() => {});
      await gone;
    },
    async stop() {
      await Promise.all([child, next.child].map(end));
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** A process that has loaded its program and waits for `start`. */
function load() {
  const child = fork(join(import.meta.dirname, "server.ts"), {
    execArgv: ["--conditions=noren-source", "--import", "tsx"],
    cwd: join(import.meta.dirname, "../.."),
  });
  const loaded = messageOf(child);
  loaded.catch(() => {});
  return {
    child,
    async start(config: Config): Promise<Running> {
      await loaded;
      const started = messageOf(child);
      child.send(config);
      return (await started) as Running;
    },
  };
}

/** The next message; rejects when the process ends without one. */
const messageOf = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null) =>
      reject(new Error(`the server ended: ${code ?? signal}`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message);
    });
  });
