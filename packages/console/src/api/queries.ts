// What the screens read and do, with how each is kept fresh.
import type { ConsoleRoutes, OrdersQuery, SessionView } from "@noren-pay/server";
import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { createContext, use } from "react";
import type { Api } from "./api.ts";
import { pollEvery } from "./polling.ts";
import { ApiError } from "./problem.ts";

const ApiContext = createContext<Api | undefined>(undefined);
export const ApiProvider = ApiContext.Provider;

export function useApi(): Api {
  const api = use(ApiContext);
  if (api === undefined) throw new Error("no ApiProvider above");
  return api;
}

/** Who is signed in; null: nobody. */
export const sessionOptions = (api: Api) =>
  queryOptions({
    queryKey: ["session"],
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    queryFn: async ({ signal }): Promise<SessionView | null> => {
      try {
        return await api.call("GET /console/api/session", { signal });
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) return null;
        throw error;
      }
    },
  });

/** Only below the gate that shows the sign-in page to strangers. */
export function useSession(): SessionView {
  const { data } = useSuspenseQuery(sessionOptions(useApi()));
  if (data === null) throw new Error("nobody is signed in");
  return data;
}

const pageSize = 50;

export const ordersOptions = (api: Api, query: Pick<OrdersQuery, "search" | "state">) =>
  infiniteQueryOptions({
    queryKey: ["orders", query],
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ConsoleRoutes["GET /console/api/orders"]["answer"]) => page.nextCursor,
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === undefined ? {} : { cursor: pageParam };
      return api.call("GET /console/api/orders", { query: { ...query, ...cursor, limit: pageSize }, signal });
    },
  });

export const useOrder = (orderId: string) => {
  const api = useApi();
  return useQuery({
    queryKey: ["order", orderId],
    queryFn: ({ signal }) => api.call("GET /console/api/orders/:orderId", { orderId, signal }),
    refetchInterval: ({ state }) => pollEvery(state.data?.order),
  });
};

/** `busy`: the order is being polled, so its timeline is too. */
export const useTimeline = (orderId: string, busy: boolean) => {
  const api = useApi();
  return useQuery({
    queryKey: ["order", orderId, "timeline"],
    queryFn: ({ signal }) => api.call("GET /console/api/orders/:orderId/timeline", { orderId, signal }),
    refetchInterval: busy ? 2_000 : false,
  });
};

export const useNotices = () => {
  const api = useApi();
  return useQuery({
    queryKey: ["notices"],
    queryFn: ({ signal }) => api.call("GET /console/api/notices", { signal }),
    refetchInterval: 15_000,
  });
};

/** Business time, and how far it is from this machine's (ms). */
export const useTime = () => {
  const api = useApi();
  return useQuery({
    queryKey: ["time"],
    queryFn: async ({ signal }) => {
      const time = await api.call("GET /console/api/time", { signal });
      return { ...time, offsetMs: Date.parse(time.now) - Date.now() };
    },
    staleTime: 60_000,
  });
};

/** Business time now, as near as this machine's clock tells; undefined until the service has said. */
export function useBusinessNow(): number | undefined {
  const offsetMs = useTime().data?.offsetMs;
  return offsetMs === undefined ? undefined : Date.now() + offsetMs;
}

/** Puts somebody else, or nobody, before the screen: nothing that the one before has read stays. */
function changeSession(client: QueryClient, api: Api, session: SessionView | null) {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
  client.setQueryData(sessionOptions(api).queryKey, session);
}

export const useSignIn = () => {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => api.call("POST /console/api/session", { body }),
    onSuccess: (session) => changeSession(client, api, session),
  });
};

export const useSignOut = () => {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.call("DELETE /console/api/session"),
    onSuccess: () => changeSession(client, api, null),
  });
};

/** One request moves at most so far, so that people see how far it has got. */
const stepMsMax = 24 * 3_600_000;

/** Moves a sandbox's time on. `onProgress`: the part of it that is done, 0 to 1. */
export const useAdvance = (onProgress: (part: number) => void) => {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ms: number) => {
      let [steps, now] = [0, ""];
      for (let done = 0; done < ms; ) {
        onProgress(done / ms);
        const step = Math.min(stepMsMax, ms - done);
        const answer = await api.call("POST /console/api/time/advance", { body: { ms: step } });
        done += step;
        steps += answer.steps;
        now = answer.now;
      }
      return { now, steps };
    },
    onSettled: () => client.invalidateQueries(),
  });
};

export type CommandName = "shipments" | "refunds" | "cancel" | "close" | "retry";
type CommandRoute<Name extends CommandName> = `POST /console/api/orders/:orderId/${Name}`;
export type CommandBody<Name extends CommandName> = ConsoleRoutes[CommandRoute<Name>]["body"];

/**
 * Puts a command to an order as it stands at `version`. The key is that version: pressed twice, or sent again after a
 * lost answer, it is done once; and one made from a page that is no longer true is refused.
 */
export const useCommand = <Name extends CommandName>(name: Name, orderId: string, version: string) => {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CommandBody<Name>) => {
      const route: CommandRoute<CommandName> = `POST /console/api/orders/:orderId/${name}`;
      return api.call(route, { orderId, body, idempotencyKey: `${name}:${version}` });
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["order", orderId] }),
        client.invalidateQueries({ queryKey: ["orders"] }),
      ]),
  });
};
