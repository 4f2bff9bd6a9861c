import type { z } from "zod";
import type { Shell } from "../shell.ts";

export interface AdminInput<Body, Query> {
  /** Parts of the path, by the names in its braces. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: Body;
  readonly query: Query;
}

/** One row of the admin API: what it takes, what it gives, what it does. OpenAPI is written from these rows. */
export interface AdminRoute {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below `/admin`, with `{name}` for parts that vary. */
  readonly path: string;
  readonly summary: string;
  /** Left out: no body is read. */
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly answer: z.ZodType;
  /** Left out: 200. */
  readonly status?: number;
  readonly run: (shell: Shell, input: AdminInput<never, never>) => unknown;
}

interface TypedRoute<B extends z.ZodType, Q extends z.ZodType> extends Omit<AdminRoute, "body" | "query" | "run"> {
  readonly body?: B;
  readonly query?: Q;
  readonly run: (shell: Shell, input: AdminInput<z.output<B>, z.output<Q>>) => unknown;
}

/** Keeps the types of body and query together with what reads them. */
export const adminRoute = <B extends z.ZodType, Q extends z.ZodType>(route: TypedRoute<B, Q>): AdminRoute =>
  route as unknown as AdminRoute;
