// A journal that has grown long is put away in parts, packed, with a snapshot of what they come to. The journal's first
// line says how many parts came before it, so a crash between any two steps leaves either the old state or the new.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

const partFile = (dataDir: string, part: number) => join(dataDir, `sandbox-journal-${part}.jsonl.gz`);
const snapshotFile = (dataDir: string, part: number) => join(dataDir, `sandbox-snapshot-${part}.bin`);
const ours = /^sandbox-(journal-\d+\.jsonl\.gz|snapshot-\d+\.bin)(\.new)?$/;

export interface Part {
  readonly dataDir: string;
  /** From 1. */
  readonly part: number;
}

/** Puts the journal's text and the snapshot of all so far in place. */
export function putAway({ dataDir, part }: Part, journal: Buffer, snapshot: Buffer): void {
  writeWhole(snapshotFile(dataDir, part), snapshot);
  writeWhole(partFile(dataDir, part), gzipSync(journal));
}

/** Snapshots that a later one has made needless. */
export function dropOlderSnapshots({ dataDir, part }: Part): void {
  for (let older = part - 1; older > 0 && existsSync(snapshotFile(dataDir, older)); older--) {
    rmSync(snapshotFile(dataDir, older));
  }
}

/** The snapshot of everything up to and with this part; undefined when it is not there. */
export function readSnapshot({ dataDir, part }: Part): Buffer | undefined {
  const file = snapshotFile(dataDir, part);
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** The text of one part. Throws node's own errors when it is gone or damaged. */
export const readPart = ({ dataDir, part }: Part): Buffer => gunzipSync(readFileSync(partFile(dataDir, part)));

/** Forgets all parts and snapshots. */
export function dropParts(dataDir: string): void {
  for (const name of readdirSync(dataDir)) if (ours.test(name)) rmSync(join(dataDir, name));
}

/** Either the whole file stands there afterwards or the one from before. */
export function writeWhole(file: string, bytes: Buffer | string): void {
  const fresh = `${file}.new`;
  const descriptor = openSync(fresh, "w", 0o600);
  try {
    writeFileSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, file);
}
