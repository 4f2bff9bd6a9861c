// Records the statements that one piece of work sends through a pool, and sends the writes among them again for others.
import { makePool } from "@noren-pay/payments";

type RecordingPool = ReturnType<typeof makePool>;

export interface Recorded {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A pool whose statements are written down while `recorded` is set. */
export function recordingPool(
  url: string,
  max: number,
): { pool: RecordingPool; record(into: Recorded[] | undefined): void } {
  const pool = makePool(url, max);
  let recorded: Recorded[] | undefined;
  const note = (text: unknown, values: unknown) => {
    if (typeof text === "string") recorded?.push({ text, values: Array.isArray(values) ? values : [] });
  };
  const seen = new WeakSet<object>();
  pool.on("acquire", (client) => {
    if (seen.has(client)) return;
    seen.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        note(args[0], args[1]);
        return query(...args);
      },
    });
  });
  return {
    pool,
    record(into) {
      recorded = into;
    },
  };
}

/** Only what writes rows, with its transactions' bounds. */
export const writesOf = (recorded: readonly Recorded[]): readonly Recorded[] =>
  recorded.filter(
    ({ text }) =>
      /^\s*(BEGIN|COMMIT)/.test(text) || /\b(INSERT INTO|UPDATE|DELETE FROM)\b(?! SKIP)/.test(withoutLocks(text)),
  );

const withoutLocks = (text: string) => text.replace(/FOR (NO KEY )?UPDATE/g, "");

/** Puts new ids in the place of those of the recorded order, the same new one for the same old one. */
export function renamed(statement: Recorded, names: Map<string, string>, rename: (old: string) => string): unknown[] {
  const nameOf = (old: string) => {
    const known = names.get(old) ?? rename(old);
    names.set(old, known);
    return known;
  };
  const inText = (text: string) => text.replace(/[0-9a-f]{32}|S03-\d{7}-\d{7}(-[ACR]\d{6})?|bench-\d+/g, nameOf);
  const inValue = (value: unknown): unknown => {
    if (typeof value === "string") return inText(value);
    if (Array.isArray(value)) return value.map(inValue);
    return value;
  };
  return statement.values.map(inValue);
}
