// Refusals of the admin API as problem+json, in the caller's language.
import { z } from "zod";
import { type SandboxError, type SandboxErrorCode, sandboxErrors } from "../errors.ts";
import type { FrontAnswer } from "../http/front.ts";
import type { Language } from "../pages/language.ts";
import { problemWords } from "./words.ts";

interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

const statuses: Readonly<Partial<Record<SandboxErrorCode, number>>> = {
  UnknownSeller: 404,
  UnknownClient: 404,
  UnknownBuyer: 404,
  UnknownAddress: 404,
  UnknownCard: 404,
  UnknownObject: 404,
  UnknownKey: 404,
  UnknownRoute: 404,
  ForeignOrigin: 403,
  AlreadyExists: 409,
  NotInThisState: 409,
  StillNeeded: 409,
  RequestTooLarge: 413,
};

/** The refusal of a code, with the fields at fault where they are known. */
export function problem(code: SandboxErrorCode, language: Language, errors?: readonly FieldProblem[]): FrontAnswer {
  const status = statuses[code] ?? 400;
  const title = language === "ja" ? problemWords[code] : sandboxErrors[code].text;
  return {
    status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": language,
      "cache-control": "no-store",
    },
    body: JSON.stringify({ type: "about:blank", status, title, code, errors }),
  };
}

export function problemOfError(error: SandboxError, language: Language): FrontAnswer {
  const text = language === "ja" ? problemWords[error.code] : sandboxErrors[error.code].text;
  const said = error.detail ? `${text} ${error.detail}` : text;
  const errors = error.field === undefined ? undefined : [{ field: error.field, problem: said }];
  return problem(error.code, language, errors);
}

const locales = { ja: z.locales.ja().localeError, en: z.locales.en().localeError };
const missing = { ja: "必須です。", en: "It is missing." };

/** Reads what came by the row's schema. */
export function readBy(schema: z.ZodType, value: unknown, language: Language): z.ZodSafeParseResult<unknown> {
  return schema.safeParse(value, {
    error: (issue) =>
      issue.code === "invalid_type" && issue.input === undefined ? missing[language] : locales[language](issue),
  });
}

export const fieldsOf = (error: z.ZodError): FieldProblem[] =>
  error.issues.map((issue) => ({
    field: [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])].join(".") || "body",
    problem: issue.message,
  }));
