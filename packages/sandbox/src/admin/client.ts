// The admin API for programs: one typed method for each row of its table, over fetch, in Node and in browsers. Only
// types come from the rows; what runs here is the table of paths and the table of errors.
import type { z } from "zod";
import { SandboxError, type SandboxErrorCode, sandboxErrors } from "../errors.ts";
import { type AdminName, adminPath, adminPaths, isInQuery } from "./paths.ts";
import type { AdminRow } from "./route.ts";
import type { AdminRows } from "./table.ts";

export { SandboxError, type SandboxErrorCode };

type Takes<N extends AdminName> =
  AdminRows[N] extends AdminRow<infer T, z.ZodType> ? (T extends z.ZodType ? z.input<T> : object) : never;

/** What the method of this name takes: parts of the path, query and body as one object. */
export type AdminGiven<N extends AdminName> = Takes<N>;
/** What it gives. */
export type AdminAnswer<N extends AdminName> = z.output<AdminRows[N]["answer"]>;

type Method<N extends AdminName> =
  object extends Takes<N>
    ? (given?: Takes<N>) => Promise<AdminAnswer<N>>
    : (given: Takes<N>) => Promise<AdminAnswer<N>>;

/** A method for each route, by the names of its OpenAPI description. Each throws SandboxError when it is refused. */
export type SandboxAdmin = { readonly [N in AdminName]: Method<N> };

export interface SandboxAdminOptions {
  /** The sandbox's own address, or that of its admin API (`…/admin`). */
  readonly url: string;
  /** Which language refusals are in. Left out: "en". */
  readonly language?: "ja" | "en" | undefined;
  /** Left out: the global one. */
  readonly fetch?: typeof fetch | undefined;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * `const admin = sandboxAdmin({ url: sandbox.url }); await admin.advanceClock({ ms: 60_000 });`
 * Refusals throw SandboxError with the API's `code`, `field` and http `status`; no answer at all: AdminUnreachable.
 */
export function sandboxAdmin(options: SandboxAdminOptions): SandboxAdmin {
  const base = options.url.replace(/\/+$/, "").replace(/\/admin$/, "");
  const names = Object.keys(adminPaths) as AdminName[];
  return Object.fromEntries(
    names.map((name) => [name, (given: Values = {}) => call(`${base}/admin`, { name, given, options })]),
  ) as unknown as SandboxAdmin;
}

interface Call {
  readonly name: AdminName;
  readonly given: Values;
  readonly options: SandboxAdminOptions;
}

async function call(base: string, { name, given, options }: Call): Promise<unknown> {
  const { method, path, names } = adminPath(name);
  const rest = Object.entries(given).filter(([key, value]) => value !== undefined && !names.includes(key));
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(given[key])));
  const query = isInQuery(method)
    ? new URLSearchParams(rest.map(([key, value]): [string, string] => [key, String(value)]))
    : undefined;
  const hasBody = query === undefined && rest.length > 0;
  let answer: Response;
  try {
    answer = await (options.fetch ?? fetch)(`${base}${filled}${query?.size ? `?${query}` : ""}`, {
      method,
      headers: {
        "accept-language": options.language ?? "en",
        ...(hasBody ? { "content-type": "application/json" } : {}),
      },
      ...(hasBody ? { body: JSON.stringify(Object.fromEntries(rest)) } : {}),
    });
  } catch (cause) {
    throw new SandboxError("AdminUnreachable", { cause });
  }
  const value: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok || value === undefined) throw refusalOf(answer.status, value);
  return value;
}

interface Problem {
  readonly code?: string;
  readonly errors?: readonly { readonly field: string; readonly problem: string }[];
}

function refusalOf(status: number, value: unknown): SandboxError {
  const { code = "", errors = [] } = (value ?? {}) as Problem;
  if (!Object.hasOwn(sandboxErrors, code)) return new SandboxError("NoAdminApi", { status });
  const detail = errors.map(({ field, problem }) => `${field}: ${problem}`).join(" ");
  return new SandboxError(code as SandboxErrorCode, { field: errors[0]?.field, detail, status });
}
