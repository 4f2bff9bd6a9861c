// Data keys: one for each merchant, one for each account, made at first need and kept wrapped by the master key.
import { createHmac, hkdfSync } from "node:crypto";
import { PaymentsError } from "../../errors.ts";
import { type Db, run, transaction } from "../db.ts";
import { masterKeyId } from "./master-key.ts";
import { keyVersionOf, open, seal, type VersionedKey } from "./seal.ts";

/** Seals and opens for one owner. `boundTo` names the cell, such as `orders.notes|<order id>`; the owner is added. */
export interface Box {
  seal(text: string, boundTo: string): Buffer;
  open(sealed: Uint8Array, boundTo: string): string;
  /** A search token: what is equal has equal tokens, and nothing else can be told without the key. */
  token(text: string): Buffer;
}

export interface KeyRing {
  merchant(merchantId: string): Promise<Box>;
  account(accountId: string): Promise<Box>;
}

type Owner = { readonly table: "data_keys" | "account_keys"; readonly id: string };

/** Owners whose unwrapped keys are kept in memory. */
const ownersMax = 10_000;
/** 64 bits: with a million tokens of one merchant a false match has a chance of one in 10^7, and is checked anyway. */
const tokenBytes = 8;

export function keyRing(db: Db, masterKey: Uint8Array): KeyRing {
  const boxes = new Map<string, Promise<Box>>();
  const box = (owner: Owner): Promise<Box> => {
    const name = `${owner.table}|${owner.id}`;
    const known = boxes.get(name);
    if (known) return known;
    const made = loadBox(db, masterKey, owner);
    for (const oldest of boxes.size >= ownersMax ? boxes.keys() : []) {
      boxes.delete(oldest);
      break;
    }
    boxes.set(name, made);
    made.catch(() => boxes.delete(name));
    return made;
  };
  return {
    merchant: (id) => box({ table: "data_keys", id }),
    account: (id) => box({ table: "account_keys", id }),
  };
}

/** Throws `masterKeyWrong` when any key in the database is wrapped by another master key. */
export async function checkMasterKey(db: Db, masterKey: Uint8Array): Promise<void> {
  const [row] = await run<{ other: boolean }>(
    db,
    `SELECT EXISTS (SELECT FROM data_keys WHERE master_id <> $1)
         OR EXISTS (SELECT FROM account_keys WHERE master_id <> $1) AS other`,
    [masterKeyId(masterKey)],
  );
  if (row?.other) throw new PaymentsError("masterKeyWrong", { operation: "checkMasterKey" });
}

/**
 * Wraps every data key anew, in one transaction. Data stays as it is. Processes that run keep the keys they have
 * unwrapped; start them again with the new master key. Keys that are wrapped by the new one already are left as they are,
 * so an interrupted rotation may be run again. Gives the number of keys wrapped.
 */
export async function rewrap(db: Db, masterKey: Uint8Array, newMasterKey: Uint8Array): Promise<number> {
  const values = [masterKeyId(newMasterKey)];
  return transaction(db, async (tx) => {
    const found = await tx.first(
      { text: "SELECT merchant_id AS id, version, wrapped FROM data_keys WHERE master_id <> $1 FOR UPDATE", values },
      { text: "SELECT account_id AS id, version, wrapped FROM account_keys WHERE master_id <> $1 FOR UPDATE", values },
    );
    const statements = (["data_keys", "account_keys"] as const).flatMap((table, at) =>
      (found[at]?.rows ?? []).map((row) => {
        const boundTo = wrappedFor({ table, id: row.id }, row.version);
        const key = open({ version: 0, key: masterKey }, row.wrapped, boundTo);
        const wrapped = seal({ version: 0, key: newMasterKey }, key, boundTo, db.random);
        return {
          text: `UPDATE ${table} SET wrapped = $3, master_id = $4 WHERE ${ownerColumn[table]} = $1 AND version = $2`,
          values: [row.id, row.version, wrapped, masterKeyId(newMasterKey)],
        };
      }),
    );
    await tx.last(...statements);
    return statements.length;
  });
}

const ownerColumn = { data_keys: "merchant_id", account_keys: "account_id" } as const;
const wrappedFor = (owner: Owner, version: number) => `${owner.table}|${owner.id}|${version}`;

async function loadBox(db: Db, masterKey: Uint8Array, owner: Owner): Promise<Box> {
  let keys = await loadKeys(db, masterKey, owner);
  if (keys.length === 0) {
    const wrapped = seal({ version: 0, key: masterKey }, db.random.bytes(32), wrappedFor(owner, 1), db.random);
    await run(
      db,
      `INSERT INTO ${owner.table} (${ownerColumn[owner.table]}, version, wrapped, master_id) VALUES ($1, 1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [owner.id, wrapped, masterKeyId(masterKey)],
    );
    keys = await loadKeys(db, masterKey, owner);
  }
  return boxOf(db, owner, keys);
}

async function loadKeys(db: Db, masterKey: Uint8Array, owner: Owner): Promise<VersionedKey[]> {
  const rows = await run<{ version: number; wrapped: Buffer; master_id: string }>(
    db,
    `SELECT version, wrapped, master_id FROM ${owner.table} WHERE ${ownerColumn[owner.table]} = $1 ORDER BY version`,
    [owner.id],
  );
  return rows.map(({ version, wrapped, master_id }) => {
    if (master_id !== masterKeyId(masterKey)) throw new PaymentsError("masterKeyWrong", { operation: "keyRing" });
    return { version, key: open({ version: 0, key: masterKey }, wrapped, wrappedFor(owner, version)) };
  });
}

function boxOf(db: Db, owner: Owner, keys: readonly VersionedKey[]): Box {
  const first = keys[0];
  const newest = keys.at(-1);
  if (!first || !newest) throw new PaymentsError("damagedData", { operation: "keyRing" });
  // From the first key for ever, so that tokens outlive a new version of the data key.
  const searchKey = Buffer.from(hkdfSync("sha256", first.key, "", "noren search tokens", 32));
  const bind = (boundTo: string) => `${owner.id}|${boundTo}`;
  return {
    seal: (text, boundTo) => seal(newest, Buffer.from(text), bind(boundTo), db.random),
    open(sealed, boundTo) {
      const key = keys.find(({ version }) => version === keyVersionOf(sealed));
      if (!key) throw new PaymentsError("damagedData", { operation: "open" });
      return open(key, sealed, bind(boundTo)).toString("utf8");
    },
    token: (text) => createHmac("sha256", searchKey).update(text).digest().subarray(0, tokenBytes),
  };
}
