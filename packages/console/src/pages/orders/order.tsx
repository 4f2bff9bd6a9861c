import { Grid, Group, Skeleton, Stack, Text } from "@mantine/core";
import type { OrderWithBuyer } from "@noren-pay/server";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { pollEvery } from "../../api/polling.ts";
import { useBusinessNow, useOrder, useSession, useTimeline } from "../../api/queries.ts";
import { formatTime } from "../../format/time.ts";
import { CopyText } from "../../parts/copy-text.tsx";
import { Page } from "../../parts/page.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { usePhone } from "../../parts/records.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { common } from "../../words/common.ts";
import { useWords } from "../../words/language.tsx";
import { orders, order as words } from "../../words/orders.ts";
import { shownState } from "../../words/states.ts";
import { ActionsSection } from "./actions/actions.tsx";
import { Balances } from "./balances.tsx";
import { Buyer } from "./buyer.tsx";
import { LifeCycles } from "./life-cycles.tsx";
import { Objects } from "./objects.tsx";
import { possibleActions } from "./possible.ts";
import { Timeline } from "./timeline.tsx";

const route = getRouteApi("/orders/$orderId");

/** One order: what is to be done, its money, its buyer, and everything that happened. */
export function OrderPage() {
  const { t } = useWords();
  const { orderId } = route.useParams();
  const { data, error, refetch } = useOrder(orderId);
  if (data !== undefined) return <Shown key={orderId} view={data} />;
  return (
    <Page title={t(orders.number)}>
      <BackLink />
      {error === null ? (
        <Stack gap="md" role="status" aria-busy="true" aria-label={t(common.loading)}>
          <Skeleton height={120} />
          <Skeleton height={200} />
        </Stack>
      ) : (
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}

function BackLink() {
  const { t } = useWords();
  return (
    <Text size="sm">
      <Link to="/" search={{}}>
        ← {t(common.backToOrders)}
      </Link>
    </Text>
  );
}

function Shown({ view: { order, buyer } }: { readonly view: OrderWithBuyer }) {
  const { t } = useWords();
  const { user } = useSession();
  const now = useBusinessNow();
  const timeline = useTimeline(order.orderId, pollEvery(order) !== false);
  const possible = possibleActions({ order, now, rights: user.rights });
  // The head of the order's chain of events: it changes with everything that happens to the order.
  const version = timeline.data?.items.reduce((a, b) => (a.sequence > b.sequence ? a : b)).hash ?? order.updatedAt;
  return (
    <Page
      title={`${t(orders.number)} ${order.sellerOrderId}`}
      lead={`${t(words.received)}: ${formatTime(order.createdAt)} JST`}
      beside={<BackLink />}
    >
      <Group gap="sm">
        <StateBadge {...shownState("OrderReference", order.state)} />
        <CopyText text={order.amazonOrderReferenceId} label={t(words.copyAmazonId)} />
      </Group>
      <ActionsSection order={order} possible={possible} now={now} version={`${order.orderId}:${version}`} />
      <Parts
        main={
          <>
            <Balances order={order} now={now} />
            <Objects order={order} />
          </>
        }
        aside={<Buyer buyer={buyer} />}
        last={<Timeline timeline={timeline.data} error={timeline.error} onRetry={() => void timeline.refetch()} />}
        lastAside={<LifeCycles order={order} />}
      />
    </Page>
  );
}

interface PartsProps {
  readonly main: ReactNode;
  readonly aside: ReactNode;
  readonly last: ReactNode;
  readonly lastAside: ReactNode;
}

/** Two columns; on a phone one, in which the address comes before the long timeline. */
function Parts({ main, aside, last, lastAside }: PartsProps) {
  if (usePhone())
    return (
      <Stack gap="md">
        {aside}
        {main}
        {lastAside}
        {last}
      </Stack>
    );
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Stack gap="lg">
          {main}
          {last}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Stack gap="lg">
          {aside}
          {lastAside}
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
