// The admin API on the front: one table of rows, problem+json for every refusal.
import { z } from "zod";
import { SandboxError } from "../errors.ts";
import type { Front, FrontAnswer, FrontRequest } from "../http/front.ts";
import { chooseLanguage, type Language } from "../pages/language.ts";
import type { Shell } from "../shell.ts";
import { openApi } from "./openapi.ts";
import { type AdminName, type AdminPath, adminPath, adminPaths, isInQuery } from "./paths.ts";
import { fieldsOf, problem, problemOfError, readBy } from "./problems.ts";
import type { AnyAdminRow } from "./route.ts";
import { adminRows } from "./table.ts";

/** Adds the admin API below `/admin`. */
export function mountAdmin(front: Front, shell: Shell): void {
  let specification: FrontAnswer | undefined;
  front.route("GET", "/admin/openapi.json", () => {
    specification ??= json(200, openApi("/admin"));
    return specification;
  });
  for (const name of Object.keys(adminPaths) as AdminName[]) {
    const at = adminPath(name);
    const pattern = `/admin${at.path.replace(/\{(\w+)\}/g, ":$1")}`;
    front.route(at.method, pattern, (request) => answer(shell, { at, row: adminRows[name] }, request));
  }
  front.route("*", "/admin/*", (request) => problem("UnknownRoute", languageOf(request)));
}

interface Route {
  readonly at: AdminPath;
  readonly row: AnyAdminRow;
}

async function answer(shell: Shell, { at, row }: Route, request: FrontRequest): Promise<FrontAnswer> {
  const language = languageOf(request);
  if (isForeign(request)) return problem("ForeignOrigin", language);
  const came = isInQuery(at.method) ? queryOf(request.query) : await readBody(request);
  if (came === "NotJson" || came === "RequestTooLarge") return problem(came, language);
  const twice = at.names.find((name) => Object.hasOwn(came, name));
  if (twice !== undefined) return problem("InvalidRequest", language, [twiceProblem(twice, language)]);
  const read = readBy(row.takes ?? nothing, { ...came, ...request.parameters }, language);
  if (!read.success) return problem("InvalidRequest", language, fieldsOf(read.error));
  try {
    return json(row.status ?? 200, await row.run(shell, read.data as never));
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    return problemOfError(error, language);
  }
}

const nothing = z.strictObject({});

const twiceProblem = (field: string, language: Language) => ({
  field,
  problem: language === "ja" ? "経路にすでにあります。" : "It stands in the path already.",
});

/** Programs that name no language get English. */
const languageOf = ({ headers }: FrontRequest): Language =>
  chooseLanguage(undefined, headers["accept-language"] ?? "en");

/** A browser names the page's origin; pages of other machines must not steer a developer's sandbox. */
function isForeign({ headers }: FrontRequest): boolean {
  const { origin } = headers;
  return origin !== undefined && !/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin);
}

type Came = Readonly<Record<string, unknown>>;

const queryOf = (query: string): Came => Object.fromEntries(new URLSearchParams(query));

async function readBody(request: FrontRequest): Promise<Came | "NotJson" | "RequestTooLarge"> {
  const bytes = await request.body();
  if (bytes === "tooLarge") return "RequestTooLarge";
  if (bytes.length === 0) return {};
  try {
    const value: unknown = JSON.parse(bytes.toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Came) : "NotJson";
  } catch {
    return "NotJson";
  }
}

const json = (status: number, value: unknown): FrontAnswer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  body: JSON.stringify(value),
});
