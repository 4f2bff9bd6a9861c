// The bodies of the console's API as types, for the pages. Types only: nothing of the server reaches a browser.
import type { z } from "zod";
import type { emptySchema, reasonSchema, refundSchema, shipmentSchema } from "./schemas/commands.ts";
import type {
  advancedSchema,
  advanceSchema,
  noticesSchema,
  orderViewSchema,
  sessionSchema,
  signInSchema,
  timeSchema,
} from "./schemas/console.ts";
import type { orderAnswerSchema, orderSchema, ordersPageSchema, timelineSchema } from "./schemas/order.ts";
import type { deliveriesSchema, endpointsSchema, mailsSchema } from "./schemas/webhooks.ts";

export type { Problem } from "./problem/problem.ts";

/** One order as every route of the API shows it. */
export type OrderView = z.infer<typeof orderSchema>;

/** Queries of GET /console/api/orders. `search`: an order number, an Amazon id, an exact e-mail or phone, or part of a name. */
export interface OrdersQuery {
  readonly cursor?: string;
  readonly limit?: number;
  readonly state?: string;
  readonly search?: string;
}

/**
 * The console's routes: method and path to query, body and answer. All are answered as JSON; errors are `Problem`
 * (`application/problem+json`). POST and DELETE need the header `csrf-token`, but for signing in. `POST …` commands
 * answer 200, or 202 while Amazon has not answered yet: then poll the order.
 */
export interface ConsoleRoutes {
  "POST /console/api/session": { body: z.infer<typeof signInSchema>; answer: z.infer<typeof sessionSchema> };
  "GET /console/api/session": { answer: z.infer<typeof sessionSchema> };
  "DELETE /console/api/session": { answer: undefined };
  "GET /console/api/orders": { query: OrdersQuery; answer: z.infer<typeof ordersPageSchema> };
  "GET /console/api/orders/:orderId": { answer: z.infer<typeof orderViewSchema> };
  "GET /console/api/orders/:orderId/timeline": { answer: z.infer<typeof timelineSchema> };
  "POST /console/api/orders/:orderId/shipments": {
    body: z.infer<typeof shipmentSchema>;
    answer: z.infer<typeof orderAnswerSchema>;
  };
  "POST /console/api/orders/:orderId/refunds": {
    body: z.infer<typeof refundSchema>;
    answer: z.infer<typeof orderAnswerSchema>;
  };
  "POST /console/api/orders/:orderId/cancel": {
    body: z.infer<typeof reasonSchema>;
    answer: z.infer<typeof orderAnswerSchema>;
  };
  "POST /console/api/orders/:orderId/close": {
    body: z.infer<typeof reasonSchema>;
    answer: z.infer<typeof orderAnswerSchema>;
  };
  /** Authorizes again after a decline. */
  "POST /console/api/orders/:orderId/retry": {
    body: z.infer<typeof emptySchema>;
    answer: z.infer<typeof orderAnswerSchema>;
  };
  "GET /console/api/notices": { answer: z.infer<typeof noticesSchema> };
  "GET /console/api/webhooks": { answer: z.infer<typeof endpointsSchema> };
  "GET /console/api/webhooks/:endpointId/deliveries": {
    query: { readonly limit?: number };
    answer: z.infer<typeof deliveriesSchema>;
  };
  "GET /console/api/mails": { query: { readonly limit?: number }; answer: z.infer<typeof mailsSchema> };
  "GET /console/api/time": { answer: z.infer<typeof timeSchema> };
  "POST /console/api/time/advance": { body: z.infer<typeof advanceSchema>; answer: z.infer<typeof advancedSchema> };
}

export type SessionView = ConsoleRoutes["GET /console/api/session"]["answer"];
export type OrdersPage = ConsoleRoutes["GET /console/api/orders"]["answer"];
export type OrderWithBuyer = ConsoleRoutes["GET /console/api/orders/:orderId"]["answer"];
export type Timeline = ConsoleRoutes["GET /console/api/orders/:orderId/timeline"]["answer"];
export type OrderAnswer = ConsoleRoutes["POST /console/api/orders/:orderId/shipments"]["answer"];
export type Notices = ConsoleRoutes["GET /console/api/notices"]["answer"];
export type WebhookEndpoints = ConsoleRoutes["GET /console/api/webhooks"]["answer"];
export type WebhookDeliveries = ConsoleRoutes["GET /console/api/webhooks/:endpointId/deliveries"]["answer"];
export type OutgoingMails = ConsoleRoutes["GET /console/api/mails"]["answer"];
export type Time = ConsoleRoutes["GET /console/api/time"]["answer"];
