// Routes that need no key: health, the document and its page, the console's files.
import fastifyStatic from "@fastify/static";
import { z } from "zod";
import { docsPage } from "../pages/docs.ts";
import { pathOf, sendNotFound } from "../problem/handlers.ts";
import type { App, Services } from "../services.ts";

export function open(app: App, { store, settings }: Services): void {
  app.route({
    method: "GET",
    url: "/health",
    config: { rateLimit: false },
    schema: {
      tags: ["service"],
      summary: "Whether the service and its database answer",
      response: { 200: z.object({ status: z.literal("ok") }) },
    },
    async handler() {
      await store.timeOffset();
      return { status: "ok" as const };
    },
  });
  app.route({
    method: "GET",
    url: "/openapi.json",
    schema: { hide: true },
    handler: async () => app.swagger() as never,
  });
  app.route({
    method: "GET",
    url: "/docs",
    schema: { hide: true },
    handler: async (_request, reply) => reply.type("text/html; charset=utf-8").send(docsPage(app.swagger())),
  });
  files(app, settings.consoleDir);
}

const apiPaths = /^\/(v1|console\/api|amazon|openapi\.json|docs|health)(\/|$)/;

/** The console is one page: a browser that asks for any other address gets it, and its router goes on from there. */
function files(app: App, consoleDir: string | undefined): void {
  if (consoleDir !== undefined) {
    app.register(fastifyStatic, { root: consoleDir, prefix: "/", cacheControl: false, setHeaders: keepHashed });
  }
  app.setNotFoundHandler((request, reply) => {
    const forPerson = request.method === "GET" && String(request.headers.accept).includes("text/html");
    if (consoleDir === undefined || !forPerson || apiPaths.test(pathOf(request.url)))
      return sendNotFound(request, reply);
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}

/** Files under `assets` carry a hash of what they hold in their name: another content has another name. */
function keepHashed(reply: { setHeader(name: string, value: string): void }, path: string): void {
  const hashed = /[\\/]assets[\\/][^\\/]+-[\w-]{8,}\.\w+$/.test(path);
  reply.setHeader("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
}
