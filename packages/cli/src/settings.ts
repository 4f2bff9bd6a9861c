// Settings from the environment. A wrong one is named with its remedy before anything starts.
import { resolve } from "node:path";
import { CliError } from "./errors.ts";

type Env = Readonly<Record<string, string | undefined>>;

export interface Ports {
  readonly store: number;
  readonly noren: number;
  readonly sandbox: number;
}

/** STORE_PORT, NOREN_PORT, SANDBOX_PORT. 0: any free one. */
export const portsOf = (env: Env): Ports => ({
  store: portOf(env, "STORE_PORT", 3_000),
  noren: portOf(env, "NOREN_PORT", 8_080),
  sandbox: portOf(env, "SANDBOX_PORT", 9_080),
});

export function portOf(env: Env, name: string, otherwise: number): number {
  const text = env[name];
  if (text === undefined || text === "") return otherwise;
  const port = parsePort(text);
  if (port === undefined)
    throw new CliError("badVariable", `${name} is ${text}: set a port from 0 (any free one) to 65535.`);
  return port;
}

export const parsePort = (text: string): number | undefined =>
  /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;

/** NOREN_DATA, `.noren` beside the caller otherwise. */
export const dataDirOf = (env: Env): string => resolve(env.NOREN_DATA || ".noren");

/** DATABASE_URL, unless it is not set. */
export function databaseUrlOf(env: Env): string | undefined {
  const url = env.DATABASE_URL;
  if (url === undefined || url === "") return undefined;
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new CliError("badVariable", "DATABASE_URL must look like postgresql://user:password@host:5432/database.");
  }
  return url;
}
