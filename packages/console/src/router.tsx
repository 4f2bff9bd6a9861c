// Which address shows which page. Filters stand in the address, so that going back finds the list as it was.
import { createRootRoute, createRoute, createRouter, Outlet } from "@tanstack/react-router";
import { NoticesPage } from "./pages/notices/notices.tsx";
import { OrdersPage } from "./pages/orders/list.tsx";
import { OrderPage } from "./pages/orders/order.tsx";
import { TimePage } from "./pages/time/time.tsx";
import { Frame } from "./parts/frame.tsx";
import { Crash, NotFound } from "./parts/not-found.tsx";

const root = createRootRoute({
  component: () => (
    <Frame>
      <Outlet />
    </Frame>
  ),
  notFoundComponent: NotFound,
  errorComponent: ({ error }) => <Crash error={error} />,
});

/** `q`: what is searched for; `state`: the order reference's state. */
export interface OrdersSearch {
  q?: string;
  state?: string;
}

export const ordersRoute = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: ({ q, state }: Record<string, unknown>): OrdersSearch => ({
    ...(typeof q === "string" && q !== "" ? { q } : {}),
    ...(typeof state === "string" && state !== "" ? { state } : {}),
  }),
  component: OrdersPage,
});
export const orderRoute = createRoute({ getParentRoute: () => root, path: "/orders/$orderId", component: OrderPage });
const noticesRoute = createRoute({ getParentRoute: () => root, path: "/notices", component: NoticesPage });
const timeRoute = createRoute({ getParentRoute: () => root, path: "/time", component: TimePage });

export const makeRouter = () =>
  createRouter({
    routeTree: root.addChildren([ordersRoute, orderRoute, noticesRoute, timeRoute]),
    scrollRestoration: true,
    // Plain queries, as people would type them: the router's own way writes JSON.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (search) => {
      const text = new URLSearchParams(search as Record<string, string>).toString();
      return text === "" ? "" : `?${text}`;
    },
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
