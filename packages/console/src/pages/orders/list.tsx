import { Button, Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ordersOptions, useApi } from "../../api/queries.ts";
import { Page } from "../../parts/page.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { common } from "../../words/common.ts";
import { useWords } from "../../words/language.tsx";
import { countWords, orders as words } from "../../words/orders.ts";
import { Filter } from "./filter.tsx";
import { OrderRows } from "./rows.tsx";

const route = getRouteApi("/");

/** All orders of the shop, newest first, searched and filtered. */
export function OrdersPage() {
  const { t } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={t(words.title)}>
      <Filter key={search.q ?? ""} value={search} onChange={(next) => void navigate({ search: next })} />
      <List q={search.q} state={search.state} />
    </Page>
  );
}

function List({ q, state }: { readonly q: string | undefined; readonly state: string | undefined }) {
  const { t } = useWords();
  const query = { ...(q === undefined ? {} : { search: q }), ...(state === undefined ? {} : { state }) };
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    ordersOptions(useApi(), query),
  );
  if (data === undefined)
    return error === null ? <Loading /> : <ProblemAlert error={error} onRetry={() => void refetch()} />;
  // A page may bring an order again that has moved since the one before was read.
  const items = [...new Map(data.pages.flatMap((page) => page.items).map((order) => [order.orderId, order])).values()];
  const filtered = q !== undefined || state !== undefined;
  return (
    <Stack gap="sm">
      <Text size="sm" c="gray.7" role="status">
        {t(countWords(items.length, hasNextPage))}
      </Text>
      {error === null ? null : <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {items.length === 0 ? <Empty filtered={filtered} /> : <OrderRows orders={items} />}
      {hasNextPage ? (
        <Group justify="center">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t(common.more)}
          </Button>
        </Group>
      ) : null}
    </Stack>
  );
}

function Empty({ filtered }: { readonly filtered: boolean }) {
  const { t } = useWords();
  return (
    <Paper withBorder p="xl" ta="center">
      <Text fw={600}>{t(filtered ? words.nothingFound : words.empty)}</Text>
      {filtered ? (
        <Text size="sm" c="gray.7" mt={4}>
          {t(words.nothingFoundText)}
        </Text>
      ) : null}
    </Paper>
  );
}

function Loading() {
  const { t } = useWords();
  return (
    <Stack gap="xs" role="status" aria-busy="true" aria-label={t(common.loading)}>
      {[1, 2, 3, 4, 5].map((i) => (
        <Skeleton key={i} height={56} />
      ))}
    </Stack>
  );
}
