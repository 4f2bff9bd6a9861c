// What every page needs, and the gate: strangers see the sign-in at whatever address they came to.
import { MantineProvider, Skeleton } from "@mantine/core";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { type Api, createApi } from "./api/api.ts";
import { ApiError } from "./api/problem.ts";
import { ApiProvider, sessionOptions, useApi } from "./api/queries.ts";
import { SignIn } from "./pages/session/sign-in.tsx";
import { ProblemAlert } from "./parts/problem-alert.tsx";
import { makeRouter } from "./router.tsx";
import { theme, variables } from "./theme.ts";
import { LanguageProvider, languageAtStart } from "./words/language.tsx";

const readsMax = 3;

export function App() {
  const [{ api, client, initial, setLanguage }] = useState(start);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme="light">
      <LanguageProvider initial={initial} onChange={setLanguage}>
        <QueryClientProvider client={client}>
          <ApiProvider value={api}>
            <Gate />
          </ApiProvider>
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}

function Gate() {
  const { data, error, refetch } = useQuery(sessionOptions(useApi()));
  const [router] = useState(makeRouter);
  if (data === undefined) {
    return (
      <div style={{ maxWidth: 420, margin: "25vh auto", padding: 16 }}>
        {error === null ? (
          <Skeleton height={160} aria-busy="true" />
        ) : (
          <ProblemAlert error={error} onRetry={() => void refetch()} />
        )}
      </div>
    );
  }
  return data === null ? <SignIn /> : <RouterProvider router={router} />;
}

function start() {
  const initial = languageAtStart();
  let language = initial;
  const api = createApi({ language: () => language });
  return {
    api,
    initial,
    client: makeClient(api),
    setLanguage(next: typeof language) {
      language = next;
    },
  };
}

function makeClient(api: Api): QueryClient {
  // A session that has ended shows at the next request, whichever it is.
  const onError = (error: unknown) => {
    if (error instanceof ApiError && error.status === 401 && error.code === "signInRequired")
      client.setQueryData(sessionOptions(api).queryKey, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // What the server refused it will refuse again; a broken line may mend.
        retry: (failures, error) =>
          failures < readsMax && error instanceof ApiError && (error.status === 0 || error.status >= 502),
      },
    },
  });
  return client;
}
