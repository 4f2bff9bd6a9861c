// The HTTP application: plugins, doors and routes, in the order in which a request meets them.
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import fastify, { LogController } from "fastify";
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import { authenticate } from "./auth/authenticate.ts";
import { hashOf } from "./auth/secrets.ts";
import { answerErrors, sendProblem } from "./problem/handlers.ts";
import { ServerError } from "./problem/problem.ts";
import { checkout } from "./routes/checkout.ts";
import { consoleOnly } from "./routes/console.ts";
import { mailReads, mailSettings } from "./routes/mails.ts";
import { notifications } from "./routes/notifications.ts";
import { open } from "./routes/open.ts";
import { orderCommands, orderReads, shopOrders } from "./routes/orders.ts";
import { policies } from "./routes/policy.ts";
import { sessions } from "./routes/session.ts";
import { needsOf } from "./routes/table.ts";
import { webhookCommands, webhookReads } from "./routes/webhooks.ts";
import type { App, Services } from "./services.ts";

/** Wall time for a request to arrive whole. */
const requestTimeoutMs = 30_000;

/** Builds the application. Throws when a route is registered that the table of routes does not know. */
export async function buildApp(services: Services): Promise<App> {
  const app = makeApp(services);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser("text/plain");
  app.addHook("onRoute", ({ method, url }) => {
    for (const each of [method].flat()) {
      if (needsOf(each, url) === undefined) throw new Error(`${each} ${url} is not in the table of routes`);
    }
  });
  answerErrors(app);
  await plugins(app, services);
  authenticate(app, services);
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
  });
  // A POST without a body means one without fields; what is missing is then named field by field.
  app.addHook("preValidation", async (request) => {
    if (request.method === "POST" && request.body === undefined) request.body = {};
  });
  app.addHook("onResponse", async (request, reply) => {
    const { url } = request.routeOptions;
    // The route's pattern, never the address: a search in it may name a buyer.
    request.log.info(
      { method: request.method, route: url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      "answered",
    );
  });
  open(app, services);
  shopOrders(app, services);
  orderReads(app, services, { prefix: "/v1", hide: false });
  orderCommands(app, services, { prefix: "/v1", hide: false, retryPath: "authorizations" });
  checkout(app, services);
  policies(app, services);
  webhookReads(app, services, { prefix: "/v1", hide: false });
  webhookCommands(app, services);
  mailReads(app, services, { prefix: "/v1", hide: false });
  mailSettings(app, services);
  await notifications(app, services);
  sessions(app, services);
  orderReads(app, services, { prefix: "/console/api", hide: true });
  orderCommands(app, services, { prefix: "/console/api", hide: true, retryPath: "retry" });
  webhookReads(app, services, { prefix: "/console/api", hide: true });
  mailReads(app, services, { prefix: "/console/api", hide: true });
  consoleOnly(app, services);
  await app.ready();
  return app;
}

function makeApp({ log, ids, settings }: Services): App {
  return fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: settings.bodyBytesMax,
    requestTimeout: requestTimeoutMs,
    forceCloseConnections: "idle",
    genReqId: () => ids.next(),
    frameworkErrors: (error, request, reply) => {
      sendProblem(request, reply, error);
    },
    clientErrorHandler(_error, socket) {
      if (!socket.writable) return;
      const body =
        '{"type":"/docs#error-badRequest","title":"The request cannot be read.","status":400,"code":"badRequest"}';
      socket.end(
        `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Type: application/problem+json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    },
  }).withTypeProvider<ZodTypeProvider>() as unknown as App;
}

async function plugins(app: App, { settings }: Services): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // The console's component library sets styles on elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: settings.secureCookies ? [] : null,
      },
    },
    strictTransportSecurity: settings.secureCookies,
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    max: settings.requestsPerMinuteMax,
    timeWindow: 60_000,
    keyGenerator: (request) =>
      request.headers.authorization === undefined ? request.ip : hashOf(request.headers.authorization),
    errorResponseBuilder: () => new ServerError("tooManyRequests"),
  });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Noren", version: "1", description: "Amazon Pay for shops: orders, shipments, refunds." },
      components: { securitySchemes: { apiKey: { type: "http", scheme: "bearer" } } },
      security: [{ apiKey: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
}
