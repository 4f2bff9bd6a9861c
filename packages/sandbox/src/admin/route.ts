import type { z } from "zod";
import type { Shell } from "../shell.ts";

/** What a row takes when it takes nothing. */
type Nothing = Readonly<Record<string, never>>;

/** One row of the admin API: what it takes, what it gives, what it does. Its method and path stand in `adminPaths`. */
export interface AdminRow<T extends z.ZodType | undefined, A extends z.ZodType> {
  readonly summary: string;
  /** Parts of the path, query and body as one object: a name in the path's braces is taken from there. */
  readonly takes?: T;
  readonly answer: A;
  /** Left out: 200. */
  readonly status?: number;
  readonly run: (shell: Shell, given: T extends z.ZodType ? z.output<T> : Nothing) => z.input<A> | Promise<z.input<A>>;
}

/** Keeps the types of what is taken and given together with what does it. */
export const adminRow = <A extends z.ZodType, T extends z.ZodType | undefined = undefined>(
  row: AdminRow<T, A>,
): AdminRow<T, A> => row;

/** Any row, for those who treat all alike. */
export interface AnyAdminRow {
  readonly summary: string;
  readonly takes?: z.ZodType | undefined;
  readonly answer: z.ZodType;
  readonly status?: number;
  readonly run: (shell: Shell, given: never) => unknown;
}
