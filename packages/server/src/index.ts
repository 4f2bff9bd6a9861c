export type {
  ConsoleRoutes,
  Notices,
  OrderAnswer,
  OrdersPage,
  OrdersQuery,
  OrderView,
  OrderWithBuyer,
  OutgoingMails,
  Problem,
  SessionView,
  Time,
  Timeline,
  WebhookDeliveries,
  WebhookEndpoints,
} from "./console-types.ts";
export type { People, StaffUser } from "./people/people.ts";
export { type ProblemCode, problems } from "./problem/codes.ts";
export { ServerError } from "./problem/problem.ts";
export { needsOf, type RouteName, routeTable } from "./routes/table.ts";
export { demoUsers, type SandboxAccess, type Shop, saveShop, seedDemo } from "./seed.ts";
export { type RunningServer, type ServerOptions, startServer } from "./server.ts";
export type { Services, Settings } from "./services.ts";
