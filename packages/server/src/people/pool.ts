/** What of a `pg` pool the server's own statements use. */
export interface SqlPool {
  query<Row = unknown>(text: string, values: unknown[]): Promise<{ readonly rows: Row[] }>;
}
