import { Paper, Text } from "@mantine/core";
import type { OrderView } from "@noren-pay/server";
import { Link } from "@tanstack/react-router";
import { formatPrice } from "../../format/money.ts";
import { formatTime } from "../../format/time.ts";
import { type Column, Records, usePhone } from "../../parts/records.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { useWords } from "../../words/language.tsx";
import { nextStepWords } from "../../words/next-steps.ts";
import { orders as words } from "../../words/orders.ts";
import { shownState } from "../../words/states.ts";
import { toneTexts } from "../../words/tones.ts";

export function OrderRows({ orders }: { readonly orders: readonly OrderView[] }) {
  const { t } = useWords();
  const phone = usePhone();
  const columns: Column<OrderView>[] = [
    { title: t(words.number), onTop: "left", cell: (order) => <OrderLink order={order} /> },
    { title: t(words.date), cell: ({ createdAt }) => <span className="number">{formatTime(createdAt)}</span> },
    {
      title: t(words.total),
      numeric: true,
      onTop: "right",
      cell: ({ total }) => <strong>{formatPrice(total)}</strong>,
    },
    { title: t(words.state), cell: ({ state }) => <StateBadge {...shownState("OrderReference", state)} /> },
    { title: t(words.next), cell: ({ nextStep }) => <Next step={nextStep} /> },
  ];
  const records = (
    <Records label={t(words.title)} rows={orders} columns={columns} keyOf={({ orderId }) => orderId} linked />
  );
  return phone ? (
    records
  ) : (
    <Paper withBorder p="sm">
      {records}
    </Paper>
  );
}

function OrderLink({ order: { orderId, sellerOrderId, amazonOrderReferenceId } }: { readonly order: OrderView }) {
  return (
    <>
      <Link to="/orders/$orderId" params={{ orderId }} className="row-link">
        {sellerOrderId}
      </Link>
      <Text size="xs" c="gray.7">
        {amazonOrderReferenceId}
      </Text>
    </>
  );
}

function Next({ step }: { readonly step: OrderView["nextStep"] }) {
  const { t } = useWords();
  const { title, tone } = nextStepWords[step];
  const pressing = tone === "todo" || tone === "bad";
  return (
    <Text span size="sm" c={toneTexts[tone]} fw={pressing ? 600 : 400}>
      {t(title)}
    </Text>
  );
}
