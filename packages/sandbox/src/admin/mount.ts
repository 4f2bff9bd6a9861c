// The admin API on the front: one table of rows, problem+json for every refusal.
import type { z } from "zod";
import { SandboxError, type SandboxErrorCode } from "../errors.ts";
import type { Front, FrontAnswer, FrontRequest } from "../http/front.ts";
import type { Shell } from "../shell.ts";
import { mishapRoutes } from "./mishaps.ts";
import { openApi } from "./openapi.ts";
import { orderRoutes } from "./orders.ts";
import { peopleRoutes } from "./people.ts";
import type { AdminRoute } from "./route.ts";
import { settingsRoutes } from "./settings.ts";
import { timeRoutes } from "./time.ts";

export const adminRoutes: readonly AdminRoute[] = [
  ...peopleRoutes,
  ...orderRoutes,
  ...timeRoutes,
  ...mishapRoutes,
  ...settingsRoutes,
];

const errorStatuses: Readonly<Partial<Record<SandboxErrorCode, number>>> = {
  UnknownSeller: 404,
  UnknownClient: 404,
  UnknownBuyer: 404,
  UnknownAddress: 404,
  UnknownCard: 404,
  UnknownObject: 404,
  AlreadyExists: 409,
  NotInThisState: 409,
};

/** Adds the admin API below `/admin`. */
export function mountAdmin(front: Front, shell: Shell): void {
  const specification = json(200, openApi(adminRoutes, "/admin"));
  front.route("GET", "/admin/openapi.json", () => specification);
  for (const route of adminRoutes) {
    const pattern = `/admin${route.path.replace(/\{(\w+)\}/g, ":$1")}`;
    front.route(route.method, pattern, (request) => answer(shell, route, request));
  }
  front.route("*", "/admin/*", () => problem(404, { title: "No such route of the admin API." }));
}

async function answer(shell: Shell, route: AdminRoute, request: FrontRequest): Promise<FrontAnswer> {
  if (isForeign(request)) return problem(403, { title: "The admin API takes no requests from other sites' pages." });
  const query = route.query ? route.query.safeParse(queryOf(request.query)) : { success: true as const, data: {} };
  if (!query.success) return invalid(query.error);
  const read = route.body ? await readBody(request) : {};
  if (read === "unreadable") return problem(400, { title: "The body is not JSON." });
  if (read === "tooLarge") return problem(413, { title: "The body is too large." });
  const body = route.body ? route.body.safeParse(read) : { success: true as const, data: {} };
  if (!body.success) return invalid(body.error);
  try {
    const { parameters } = request;
    const done = await route.run(shell, { parameters, body: body.data as never, query: query.data as never });
    return json(route.status ?? 200, done);
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    const errors = error.field === undefined ? undefined : [{ field: error.field, problem: error.message }];
    return problem(errorStatuses[error.code] ?? 400, { title: error.message, code: error.code, errors });
  }
}

/** A browser names the page's origin; pages of other machines must not steer a developer's sandbox. */
function isForeign({ headers }: FrontRequest): boolean {
  const { origin } = headers;
  return origin !== undefined && !/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);
}

const queryOf = (query: string) => Object.fromEntries(new URLSearchParams(query));

async function readBody(request: FrontRequest): Promise<unknown> {
  const bytes = await request.body();
  if (bytes === "tooLarge") return bytes;
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return "unreadable";
  }
}

const json = (status: number, value: unknown): FrontAnswer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  body: JSON.stringify(value),
});

interface Problem {
  readonly title: string;
  readonly code?: string | undefined;
  readonly errors?: readonly { readonly field: string; readonly problem: string }[] | undefined;
}

const problem = (status: number, about: Problem): FrontAnswer => ({
  status,
  headers: { "content-type": "application/problem+json; charset=utf-8" },
  body: JSON.stringify({ type: "about:blank", status, ...about }),
});

const invalid = (error: z.ZodError): FrontAnswer =>
  problem(400, {
    title: "The request does not have the right form.",
    errors: error.issues.map((issue) => ({
      field: [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])].join(".") || "body",
      problem: issue.message,
    })),
  });
