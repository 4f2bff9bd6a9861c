import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface Child {
  /** The first line it printed. */
  readonly line: string;
  stop(): Promise<void>;
}

/** Runs one of bench's own programs in a process of its own and waits for its first line. */
export async function startChild(program: string, args: readonly string[] = []): Promise<Child> {
  const path = fileURLToPath(new URL(`./${program}.js`, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [path, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once("line", resolve);
    child.once("exit", (code) => reject(new Error(`${program} ended with ${code} before it was ready`)));
  });
  return {
    line,
    async stop() {
      child.stdin!.end();
      await exited;
    },
  };
}
