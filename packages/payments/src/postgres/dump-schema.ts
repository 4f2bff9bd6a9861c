// The schema as text, from the catalogues: what the migrations add up to, so that a migration shows its whole effect in
// review. `sql/schema.sql` holds it; a test compares the two (`npx vitest run -u schema` writes it anew).
// Not a backup, and not meant to be run.
import type { Pool } from "pg";

/** Every table with its columns, constraints, indexes and triggers, and every function, in the order of their names. */
export async function dumpSchema(pool: Pool): Promise<string> {
  const { rows: tables } = await pool.query<{ text: string }>(tablesSql);
  const { rows: functions } = await pool.query<{ text: string }>(functionsSql);
  return `${[...tables, ...functions].map(({ text }) => text.trimEnd()).join("\n\n")}\n`;
}

const columnsSql = `
  SELECT string_agg('  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
    || CASE WHEN a.attcollation <> y.typcollation
        THEN (SELECT ' COLLATE ' || quote_ident(l.collname) FROM pg_collation l WHERE l.oid = a.attcollation)
        ELSE '' END
    || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
    || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), ''), E',\\n' ORDER BY a.attnum)
  FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped`;

/** contype n (not null, since PostgreSQL 18) stands with the columns, t (constraint trigger) with the triggers. */
const constraintsSql = `
  SELECT string_agg(E',\\n  CONSTRAINT ' || quote_ident(c.conname) || ' ' || pg_get_constraintdef(c.oid), ''
    ORDER BY c.contype <> 'p', c.conname)
  FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype NOT IN ('n', 't')`;

const indexesSql = `
  SELECT string_agg(E'\\n' || pg_get_indexdef(i.indexrelid) || ';', '' ORDER BY i.indexrelid::regclass::text)
  FROM pg_index i WHERE i.indrelid = t.oid
    AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.conrelid = t.oid)`;

const triggersSql = `
  SELECT string_agg(E'\\n' || pg_get_triggerdef(g.oid) || ';', '' ORDER BY g.tgname)
  FROM pg_trigger g WHERE g.tgrelid = t.oid AND NOT g.tgisinternal`;

const tablesSql = `
  SELECT 'CREATE TABLE ' || quote_ident(t.relname) || E' (\\n' || (${columnsSql}) || coalesce((${constraintsSql}), '')
    || E'\\n)' || coalesce(' WITH (' || array_to_string(t.reloptions, ', ') || ')', '') || ';'
    || coalesce((${indexesSql}), '') || coalesce((${triggersSql}), '') AS text
  FROM pg_class t WHERE t.relkind IN ('r', 'p') AND t.relnamespace = current_schema()::regnamespace
  ORDER BY t.relname`;

const functionsSql = `
  SELECT pg_get_functiondef(p.oid) || ';' AS text FROM pg_proc p
  WHERE p.pronamespace = current_schema()::regnamespace ORDER BY p.proname`;
