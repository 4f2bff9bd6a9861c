// Every route of the server with what it needs. A route that is not in this table cannot be registered.
import type { Right } from "../auth/rights.ts";

/** `nothing`: open to everybody. `apiKey`: a shop's key. `staff`: a person's session, and the CSRF token unless it reads. */
export type Needs =
  | { readonly by: "nothing" }
  | { readonly by: "apiKey"; readonly right: Right }
  | { readonly by: "staff"; readonly right: Right };

const nothing: Needs = { by: "nothing" };
const apiKey = (right: Right): Needs => ({ by: "apiKey", right });
const staff = (right: Right): Needs => ({ by: "staff", right });

export const routeTable = {
  "GET /health": nothing,
  "GET /openapi.json": nothing,
  "GET /docs": nothing,
  "POST /amazon/notifications": nothing, // Signed by Amazon.
  "GET /*": nothing, // The console's files.

  "POST /v1/orders": apiKey("write"),
  "GET /v1/orders": apiKey("read"),
  "GET /v1/orders/:orderId": apiKey("read"),
  "GET /v1/orders/:orderId/timeline": apiKey("read"),
  "POST /v1/orders/:orderId/shipments": apiKey("write"),
  "POST /v1/orders/:orderId/refunds": apiKey("refund"),
  "POST /v1/orders/:orderId/cancel": apiKey("write"),
  "POST /v1/orders/:orderId/close": apiKey("write"),
  "POST /v1/orders/:orderId/authorizations": apiKey("write"),
  "GET /v1/policy": apiKey("read"),
  "PUT /v1/policy": apiKey("write"),
  "GET /v1/authorizations/expiring": apiKey("read"),
  "GET /v1/checkout/settings": apiKey("read"),
  "POST /v1/checkout/details": apiKey("read"),
  "POST /v1/login/profile": apiKey("read"),
  "GET /v1/webhooks": apiKey("read"),
  "POST /v1/webhooks": apiKey("write"),
  "PATCH /v1/webhooks/:endpointId": apiKey("write"),
  "DELETE /v1/webhooks/:endpointId": apiKey("write"),
  "GET /v1/webhooks/:endpointId/deliveries": apiKey("read"),
  "POST /v1/webhooks/:endpointId/deliveries/:deliveryId/resend": apiKey("write"),
  "POST /v1/webhooks/:endpointId/test": apiKey("write"),
  "GET /v1/mails": apiKey("read"),
  "GET /v1/mails/settings": apiKey("read"),
  "PUT /v1/mails/settings": apiKey("write"),

  "POST /console/api/session": nothing, // Signing in.
  "GET /console/api/session": staff("read"),
  "DELETE /console/api/session": staff("read"),
  "GET /console/api/orders": staff("read"),
  "GET /console/api/orders/:orderId": staff("read"),
  "GET /console/api/orders/:orderId/timeline": staff("read"),
  "POST /console/api/orders/:orderId/shipments": staff("write"),
  "POST /console/api/orders/:orderId/refunds": staff("refund"),
  "POST /console/api/orders/:orderId/cancel": staff("write"),
  "POST /console/api/orders/:orderId/close": staff("write"),
  "POST /console/api/orders/:orderId/retry": staff("write"),
  "GET /console/api/notices": staff("read"),
  "GET /console/api/webhooks": staff("read"),
  "GET /console/api/webhooks/:endpointId/deliveries": staff("read"),
  "GET /console/api/mails": staff("read"),
  "GET /console/api/time": staff("read"),
  "POST /console/api/time/advance": staff("time"),
} as const satisfies Record<string, Needs>;

export type RouteName = keyof typeof routeTable;

/** What a route needs; HEAD needs what GET does. Undefined for a route that is not in the table. */
export function needsOf(method: string, url: string): Needs | undefined {
  const name = `${method === "HEAD" ? "GET" : method} ${url}`;
  return Object.hasOwn(routeTable, name) ? routeTable[name as RouteName] : undefined;
}

/** The methods that some route takes at a concrete path; the files' catch-all does not count. */
export function methodsAt(path: string): readonly string[] {
  const parts = path.split("/");
  return Object.keys(routeTable)
    .map((name) => name.split(" ") as [string, string])
    .filter(([, url]) => url !== "/*" && matches(url.split("/"), parts))
    .map(([method]) => method);
}

const matches = (pattern: readonly string[], parts: readonly string[]): boolean =>
  pattern.length === parts.length && pattern.every((part, i) => part === parts[i] || part.startsWith(":"));
