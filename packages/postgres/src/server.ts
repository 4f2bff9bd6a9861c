// PostgreSQL's own programs and files: making a cluster, starting, stopping, finding one that runs.

import { chown, readlink, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import type { Binaries } from "./binaries.ts";
import { PostgresError } from "./errors.ts";
import { type Cluster, isFolder, type Passwords, readText } from "./folders.ts";
import { isAlive } from "./holder.ts";
import { run } from "./runner.ts";

export const majorVersion = "17";
const startWaitSeconds = 60;
const stopWaitSeconds = 60;
const logLinesMax = 20;
const logBytesMax = 10_000_000;

/** Makes the cluster unless it exists. A half-made one, left by a killed start, is thrown away. */
export async function initialize(
  cluster: Cluster,
  binaries: Binaries,
  { passwords, durable }: { passwords: Passwords; durable: boolean },
): Promise<void> {
  if (await isFolder(cluster.data)) return;
  const { home, runner } = cluster;
  const half = join(home, "data.new");
  const passwordFile = join(home, "password.new");
  await rm(half, { recursive: true, force: true });
  await writeFile(passwordFile, passwords.superuser, { mode: 0o600 });
  if (runner.uid !== undefined) await chown(passwordFile, runner.uid, runner.gid ?? runner.uid);
  const method = "scram-sha-256";
  const { code, output } = await run(
    binaries.initdb,
    [
      "--pgdata=data.new",
      "--username=postgres",
      "--pwfile=password.new",
      `--auth-host=${method}`,
      `--auth-local=${method}`,
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(durable ? [] : ["--no-sync"]),
    ],
    { runner, cwd: home },
  ).finally(() => rm(passwordFile, { force: true }));
  if (code !== 0) throw new PostgresError("startFailed", { detail: output });
  await rename(half, cluster.data);
}

export interface Settings {
  readonly port: number;
  readonly durable: boolean;
}

/** Starts the server and waits until it answers. Gives false when the port was taken by somebody else meanwhile. */
export async function launch(cluster: Cluster, binaries: Binaries, settings: Settings): Promise<boolean> {
  const options = Object.entries(serverSettings(settings)).map(([name, value]) => `-c ${name}=${value}`);
  await turnLog(cluster);
  const before = (await lastWords(cluster)).length;
  const { code } = await run(
    binaries.pgCtl,
    ["start", "-D", "data", "-l", "server.log", "-w", "-t", String(startWaitSeconds), "-o", options.join(" ")],
    { runner: cluster.runner, cwd: cluster.home },
  );
  if (code === 0) return true;
  const words = (await lastWords(cluster)).slice(before);
  if (/could not bind|Address already in use/.test(words)) return false;
  const lines = words.trim().split("\n").slice(-logLinesMax).join("\n");
  throw new PostgresError("startFailed", { detail: `${lines}\nlog: ${cluster.log}` });
}

function serverSettings({ port, durable }: Settings): Record<string, string | number> {
  return {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "''",
    max_connections: 200,
    timezone: "UTC",
    log_timezone: "UTC",
    // A transaction that a killed process left open must not hold its locks for hours.
    idle_in_transaction_session_timeout: "60s",
    tcp_keepalives_idle: 60,
    ...(durable
      ? {}
      : { fsync: "off", full_page_writes: "off", synchronous_commit: "off", wal_level: "minimal", max_wal_senders: 0 }),
  };
}

const lastWords = async (cluster: Cluster) => (await readText(cluster.log).catch(() => "")) ?? "";

/** A log that has grown is put aside, so that the two together stay small. */
async function turnLog({ log }: Cluster): Promise<void> {
  const found = await stat(log).catch(() => undefined);
  if (found && found.size > logBytesMax) await rename(log, `${log}.old`);
}

/** Ends the server: open transactions are rolled back, data are written. */
export async function shutDown(cluster: Cluster, binaries: Binaries): Promise<void> {
  const { code, output } = await run(
    binaries.pgCtl,
    ["stop", "-D", "data", "-m", "fast", "-w", "-t", String(stopWaitSeconds)],
    { runner: cluster.runner, cwd: cluster.home },
  );
  if (code !== 0 && (await findRunning(cluster)))
    throw new PostgresError("stopFailed", { operation: "stop", detail: output });
}

export interface Running {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** The server that runs on this cluster by its pid file. A pid file whose process is another program is removed. */
export async function findRunning({ data }: Cluster): Promise<Running | undefined> {
  const path = join(data, "postmaster.pid");
  const lines = (await readText(path))?.split("\n");
  if (!lines) return undefined;
  const pid = Number(lines[0]);
  if (!isAlive(pid)) return undefined;
  if (await isAnotherProgram(pid, data)) {
    await rm(path, { force: true });
    return undefined;
  }
  const port = Number(lines[3]);
  const ready = lines[7]?.trim() === "ready";
  // Ready, and yet nobody listens: the number has gone to a stranger. PostgreSQL itself judges the file at its start.
  if (ready && !(await listens(port))) return undefined;
  return { pid, port, ready };
}

/**
 * The postmaster belongs to its folder's owner, is called postgres and works in its data folder. What the system does
 * not tell (another folder of a process is a secret in many containers, even to root) is believed.
 */
async function isAnotherProgram(pid: number, data: string): Promise<boolean> {
  if (process.platform !== "linux") return false;
  const [owner, expected] = await Promise.all(
    [stat(`/proc/${pid}`), stat(data)].map((each) => each.catch(() => undefined)),
  );
  if (owner && expected && owner.uid !== expected.uid) return true;
  const command = await readText(`/proc/${pid}/cmdline`).catch(() => undefined);
  if (command && !command.includes("postgres")) return true;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return folder !== undefined && folder !== (await realpath(data));
}

/** Whether something listens on this port of the loopback address. */
function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}

/** A port of the loopback address that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Makes Noren's role and database unless they exist. The role may make databases, and is no superuser. */
export async function makeDatabase(port: number, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(port, "postgres", passwords.superuser, "postgres") });
  client.on("error", () => {});
  await client.connect();
  try {
    const role = await client.query("select from pg_roles where rolname = 'noren'");
    // The password is 32 hex digits, so it needs no quoting; a role's password cannot be a parameter.
    if (role.rowCount === 0) await client.query(`create role noren login createdb password '${passwords.noren}'`);
    const database = await client.query("select from pg_database where datname = 'noren'");
    if (database.rowCount === 0) await client.query("create database noren owner noren");
  } finally {
    await client.end();
  }
}

export const urlOf = (port: number, user: string, password: string, database: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
