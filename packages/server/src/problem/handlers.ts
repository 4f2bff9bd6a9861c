// The last doors: every error leaves as problem+json, the framework's own included.
import type { FastifyReply, FastifyRequest } from "fastify";
import { methodsAt } from "../routes/table.ts";
import type { App } from "../services.ts";
import { languageOf } from "./codes.ts";
import { serverErrorOf } from "./from-framework.ts";
import { problemOf, ServerError } from "./problem.ts";

export const problemType = "application/problem+json; charset=utf-8";

export function sendProblem(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = serverErrorOf(thrown);
  if (error.status >= 500) request.log.error({ err: error.cause ?? error, code: error.code }, "request failed");
  const problem = problemOf(error, languageOf(request.headers["accept-language"]));
  return reply
    .code(error.status)
    .headers({ "content-type": problemType, vary: "accept-language", "cache-control": "no-store" })
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}

export function answerErrors(app: App): void {
  app.setErrorHandler((error, request, reply) => sendProblem(request, reply, error));
}

/** 405 where another method would do, 404 otherwise. */
export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const allowed = methodsAt(pathOf(request.url));
  if (allowed.length === 0 || allowed.includes(request.method)) {
    return sendProblem(request, reply, new ServerError("notFound"));
  }
  return sendProblem(request, reply.header("allow", allowed.join(", ")), new ServerError("methodNotAllowed"));
}

export const pathOf = (url: string): string => url.split("?", 1)[0] ?? "/";
