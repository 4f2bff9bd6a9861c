import { z } from "zod";
import { sandboxErrors } from "../errors.ts";
import { exampleOf, type JsonSchema } from "./example.ts";
import { type AdminName, type AdminPath, adminPath, adminPaths, isInQuery } from "./paths.ts";
import type { AnyAdminRow } from "./route.ts";
import { adminRows } from "./table.ts";

const problem = {
  type: "object",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string", description: "In the language of Accept-Language: ja or en." },
    status: { type: "integer" },
    code: { type: "string", enum: Object.keys(sandboxErrors) },
    errors: {
      type: "array",
      description: "Which fields are at fault.",
      items: {
        type: "object",
        required: ["field", "problem"],
        properties: { field: { type: "string" }, problem: { type: "string" } },
      },
    },
  },
  examples: [
    {
      type: "about:blank",
      title: sandboxErrors.UnknownSeller.text,
      status: 404,
      code: "UnknownSeller",
      errors: [{ field: "sellerId", problem: sandboxErrors.UnknownSeller.text }],
    },
  ],
} as const;

/** OpenAPI 3.1 of the rows. `url`: where the admin API is reached. */
export function openApi(url: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const name of Object.keys(adminPaths) as AdminName[]) {
    const at = adminPath(name);
    paths[at.path] ??= {};
    (paths[at.path] as Record<string, object>)[at.method.toLowerCase()] = operation(name, at, adminRows[name]);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Noren sandbox admin API",
      version: "1",
      description: "Sets the stage in a Noren sandbox. Not a part of Amazon Pay.",
    },
    servers: [{ url }],
    paths,
    components: { schemas: { Problem: problem } },
  };
}

const json = (schema: JsonSchema) => ({ "application/json": { schema, example: exampleOf(schema) } });

function operation(name: AdminName, at: AdminPath, row: AnyAdminRow): object {
  const takes = row.takes ? schemaOf(row.takes, "input") : {};
  const inQuery = isInQuery(at.method);
  const body = withoutNames(takes, at.names);
  return {
    operationId: name,
    summary: row.summary,
    parameters: [
      ...at.names.map((each) => parameter("path", each, takes)),
      ...(inQuery ? Object.keys(body.properties ?? {}).map((each) => parameter("query", each, takes)) : []),
    ],
    ...(inQuery || !hasFields(body) ? {} : { requestBody: { required: isRequired(body), content: json(body) } }),
    responses: {
      [row.status ?? 200]: { description: "Done", content: json(schemaOf(row.answer, "output")) },
      "4XX": {
        description: "Refused, with the reason",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: "draft-2020-12" });
  return rest as JsonSchema;
}

function parameter(where: "path" | "query", name: string, takes: JsonSchema): object {
  const schema = takes.properties?.[name] ?? { type: "string" };
  const required = where === "path" || (takes.required ?? []).includes(name);
  return { name, in: where, required, schema, example: exampleOf(schema) };
}

/** What stands in the path does not stand in the body. */
function withoutNames(takes: JsonSchema, names: readonly string[]): JsonSchema {
  if (!takes.properties) return takes;
  const properties = Object.fromEntries(Object.entries(takes.properties).filter(([name]) => !names.includes(name)));
  return { ...takes, properties, required: (takes.required ?? []).filter((name) => !names.includes(name)) };
}

const hasFields = (body: JsonSchema) => body.anyOf !== undefined || Object.keys(body.properties ?? {}).length > 0;
const isRequired = (body: JsonSchema) => body.anyOf !== undefined || (body.required ?? []).length > 0;
