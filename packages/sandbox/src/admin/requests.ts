// The log of requests to Amazon's API.
import { z } from "zod";
import { SandboxError } from "../errors.ts";
import type { LoggedRequest } from "../log/request-log.ts";
import { adminRow } from "./route.ts";
import { environment, id, instant, limit, nothing, sellerId } from "./schemas.ts";

const requestId = id.meta({ examples: ["5f3c1c0e-6d0e-4a53-9d0e-2f1f6a4f2b11"] });
const operation = z.string().meta({ examples: ["Authorize"] });
const code = z.string().meta({ examples: ["SignatureDoesNotMatch"] });

const why = z.object({
  variants: z
    .array(z.string())
    .optional()
    .describe("Of a signature: the slips that give the one that came; empty: none does."),
  en: z.string(),
  ja: z.string(),
  stringToSign: z.string().optional().describe("What the sandbox signed."),
  signedInstead: z.string().optional().describe("What the caller has signed, where that is known."),
});
const summary = z.object({
  requestId,
  at: instant.describe("Business time."),
  wall: instant.describe("Wall time."),
  tookMs: z.int(),
  method: z.string().meta({ examples: ["POST"] }),
  path: z.string().meta({ examples: ["/OffAmazonPayments_Sandbox/2013-01-01"] }),
  environment: environment.nullable(),
  sellerId: z.string().nullable().describe("As the caller says."),
  operation: operation.nullable(),
  status: z.int().nullable().describe("null: there was no answer."),
  code: code.nullable().describe("The error's; null: it was done."),
  noAnswer: z.enum(["close", "reset"]).nullable(),
  faultId: z.string().nullable(),
  why: why.nullable(),
});
const whole = summary.extend({
  host: z.string().meta({ examples: ["127.0.0.1:9080"] }),
  userAgent: z.string(),
  accessKey: z.string().nullable(),
  parameters: z
    .array(z.object({ name: z.string(), value: z.string() }))
    .nullable()
    .describe("Query and body together, without the values of tokens; null: unreadable."),
  answer: z.string().describe("The answer's body."),
});

const iso = (at: number) => new Date(at).toISOString();

function summaryOf(entry: LoggedRequest): z.input<typeof summary> {
  const { requestId: _, ...rest } = entry;
  return {
    requestId: entry.requestId,
    at: iso(rest.at),
    wall: iso(rest.wall),
    tookMs: rest.tookMs,
    method: rest.method,
    path: rest.path,
    environment: rest.environment ?? null,
    sellerId: rest.sellerId ?? null,
    operation: rest.operation ?? null,
    status: rest.status ?? null,
    code: rest.code ?? null,
    noAnswer: rest.noAnswer ?? null,
    faultId: rest.faultId ?? null,
    why: whyOf(entry),
  };
}

function whyOf({ why: reason }: LoggedRequest): z.input<typeof why> | null {
  return reason ? { ...reason, variants: reason.variants ? [...reason.variants] : undefined } : null;
}

export const requestRows = {
  listRequests: adminRow({
    summary: "The last requests to Amazon's API, newest first",
    takes: z.strictObject({
      sellerId: sellerId.optional(),
      operation: operation.optional(),
      code: code.optional(),
      status: z.coerce.number().int().min(100).max(599).optional(),
      failed: z
        .enum(["true", "false"])
        .optional()
        .describe("Only those that were refused or not answered, or only others."),
      contains: z
        .string()
        .min(1)
        .max(200)
        .optional()
        .meta({ description: "A parameter has this value.", examples: ["S03-1234567-7654321"] }),
      since: instant.optional().describe("Wall time."),
      limit,
    }),
    answer: z.object({ requests: z.array(summary) }),
    run: ({ requests }, query) => {
      const found = requests.list().filter((entry) => {
        const isFailed = entry.code !== undefined || (entry.status ?? 599) >= 400;
        return (
          (query.sellerId === undefined || entry.sellerId === query.sellerId) &&
          (query.operation === undefined || entry.operation === query.operation) &&
          (query.code === undefined || entry.code === query.code) &&
          (query.status === undefined || entry.status === query.status) &&
          (query.failed === undefined || isFailed === (query.failed === "true")) &&
          (query.contains === undefined || entry.parameters?.some(({ value }) => value === query.contains)) &&
          (query.since === undefined || entry.wall >= Date.parse(query.since))
        );
      });
      return { requests: found.slice(0, query.limit).map(summaryOf) };
    },
  }),
  getRequest: adminRow({
    summary: "One of them, with its parameters and its answer",
    takes: z.strictObject({ requestId }),
    answer: whole,
    run: ({ requests }, given) => {
      const entry = requests.get(given.requestId);
      if (!entry) throw new SandboxError("UnknownObject", { field: "requestId" });
      return {
        ...summaryOf(entry),
        host: entry.host,
        userAgent: entry.userAgent,
        accessKey: entry.accessKey ?? null,
        parameters: entry.parameters?.map(({ name, value }) => ({ name, value })) ?? null,
        answer: entry.answer,
      };
    },
  }),
  clearRequests: adminRow({
    summary: "Empties the log",
    answer: nothing,
    run: ({ requests }) => {
      requests.clear();
      return {};
    },
  }),
};
