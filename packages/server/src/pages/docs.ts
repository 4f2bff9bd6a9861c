// The API in readable form, made from the OpenAPI document and the table of problems. No script, nothing from elsewhere.
import { problems } from "../problem/codes.ts";

interface OpenApi {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> };
  readonly responses?: Readonly<Record<string, unknown>>;
}

export const docsPage = (document: unknown): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Noren API</title><style>
body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2433}
code,pre{font:13px/1.5 ui-monospace,monospace;background:#f3f4f7;border-radius:4px}
code{padding:.1em .3em}pre{padding:.8rem;overflow:auto}
table{border-collapse:collapse}td,th{border:1px solid #d5d8e0;padding:.3rem .6rem;text-align:left;vertical-align:top}
h2{margin-top:2.5rem}
</style></head><body>
<h1>Noren API</h1>
<p>Send <code>Authorization: Bearer &lt;API key&gt;</code>. Amounts are integers of minor units. Give every POST an
<code>Idempotency-Key</code>: the same key and body gives the first answer again. The machine-readable document is
<a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p>
${operations(document as OpenApi)}
<h2>Types</h2>${schemas(document as OpenApi)}
<h2>Errors</h2><p>Every error is <code>application/problem+json</code>; branch on <code>code</code>.</p>
<table><tr><th>code</th><th>status</th><th>retry</th><th>English</th><th>日本語</th></tr>${errors()}</table>
</body></html>`;

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const json = (value: unknown): string => `<pre>${escapeHtml(JSON.stringify(value, null, 2))}</pre>`;

function operations({ paths = {} }: OpenApi): string {
  return Object.entries(paths)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, row]) => operation(`${method} ${path}`, row)))
    .join("\n");
}

function operation(
  name: string,
  { summary = "", description = "", parameters = [], requestBody, responses = {} }: Operation,
) {
  const [method = "", path = ""] = name.split(" ");
  const rows = parameters.map(
    (each) => `<li><code>${escapeHtml(each.name)}</code> in ${each.in}${each.required ? ", required" : ""}</li>`,
  );
  const body = requestBody?.content?.["application/json"]?.schema;
  return `<h2><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(summary)}. ${escapeHtml(description)}</p>
${rows.length === 0 ? "" : `<ul>${rows.join("")}</ul>`}
${body === undefined ? "" : `<p>Body</p>${json(body)}`}
<p>Answers: ${Object.keys(responses).map(escapeHtml).join(", ")}</p>`;
}

const schemas = ({ components }: OpenApi): string =>
  Object.entries(components?.schemas ?? {})
    .filter(([name]) => !name.endsWith("Input"))
    .map(([name, schema]) => `<h3>${escapeHtml(name)}</h3>${json(schema)}`)
    .join("\n");

const errors = (): string =>
  Object.entries(problems)
    .map(
      ([code, { status, retry, en, ja }]) =>
        `<tr id="error-${code}"><td><code>${code}</code></td><td>${status}</td><td>${retry}</td><td>${escapeHtml(en)}</td><td>${escapeHtml(ja)}</td></tr>`,
    )
    .join("\n");
