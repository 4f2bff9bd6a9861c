export type {
  ConsoleRoutes,
  Notices,
  OrderAnswer,
  OrdersPage,
  OrdersQuery,
  OrderView,
  OrderWithBuyer,
  Problem,
  SessionView,
  Time,
  Timeline,
} from "./console-types.ts";
