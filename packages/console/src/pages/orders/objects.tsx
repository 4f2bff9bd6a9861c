import { Text } from "@mantine/core";
import { type ObjectKind, wordsOfReason } from "@noren-pay/protocol/words";
import type { OrderView } from "@noren-pay/server";
import { formatPrice, type Price } from "../../format/money.ts";
import { formatTime } from "../../format/time.ts";
import { type Column, Records } from "../../parts/records.tsx";
import { Section } from "../../parts/section.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { useWords } from "../../words/language.tsx";
import { order as words } from "../../words/orders.ts";
import { shownState } from "../../words/states.ts";

/** Authorizations, captures and refunds, where there are any. */
export function Objects({ order }: { readonly order: OrderView }) {
  return (
    <>
      <Authorizations list={order.authorizations} />
      <Captures list={order.captures} shipments={order.shipments} />
      <Refunds list={order.refunds} />
    </>
  );
}

interface OnAmazonsSide {
  readonly createdAt: string;
  readonly amount: Price;
  readonly state: string;
  readonly reasonCode?: string | undefined;
  readonly amazonId?: string | undefined;
}

/** The columns that all of them have, with an object's own ones in between. */
function useColumns<Row extends OnAmazonsSide>(kind: ObjectKind, own: readonly Column<Row>[]): readonly Column<Row>[] {
  const { t } = useWords();
  return [
    {
      title: t(words.date),
      onTop: "left",
      cell: ({ createdAt, amazonId }) => (
        <>
          <span className="number">{formatTime(createdAt)}</span>
          <Text size="xs" c="gray.7">
            {amazonId ?? "–"}
          </Text>
        </>
      ),
    },
    {
      title: t(words.amount),
      numeric: true,
      onTop: "right",
      cell: ({ amount }) => <strong>{formatPrice(amount)}</strong>,
    },
    ...own,
    {
      title: t(words.state),
      cell: ({ state, reasonCode }) => (
        <>
          <StateBadge {...shownState(kind, state)} />
          {reasonCode === undefined ? null : (
            <Text size="xs" mt={2}>
              {t(wordsOfReason(kind, reasonCode))}
            </Text>
          )}
        </>
      ),
    },
  ];
}

function Authorizations({ list }: { readonly list: OrderView["authorizations"] }) {
  const { t } = useWords();
  const columns = useColumns<OrderView["authorizations"][number]>("Authorization", [
    { title: t(words.capturedOf), numeric: true, cell: ({ capturedAmount }) => formatPrice(capturedAmount) },
    { title: t(words.ends), cell: ({ expiresAt }) => <span className="number">{formatTime(expiresAt)}</span> },
  ]);
  if (list.length === 0) return null;
  return (
    <Section title={t(words.authorizations)}>
      <Records
        label={t(words.authorizations)}
        rows={list}
        columns={columns}
        keyOf={({ authorizationId }) => authorizationId}
      />
    </Section>
  );
}

type Captured = OrderView["captures"][number];

function Captures({
  list,
  shipments,
}: {
  readonly list: readonly Captured[];
  readonly shipments: OrderView["shipments"];
}) {
  const { t } = useWords();
  const noteOf = ({ shipmentId }: Captured) => shipments.find((each) => each.shipmentId === shipmentId)?.note ?? "";
  const notes = list.some((each) => noteOf(each) !== "");
  const columns = useColumns<Captured>("Capture", [
    { title: t(words.refundedOf), numeric: true, cell: ({ refundedAmount }) => formatPrice(refundedAmount) },
    ...(notes ? [{ title: t(words.note), cell: noteOf }] : []),
  ]);
  if (list.length === 0) return null;
  return (
    <Section title={t(words.captures)}>
      <Records label={t(words.captures)} rows={list} columns={columns} keyOf={({ captureId }) => captureId} />
    </Section>
  );
}

function Refunds({ list }: { readonly list: OrderView["refunds"] }) {
  const { t } = useWords();
  const columns = useColumns<OrderView["refunds"][number]>("Refund", []);
  if (list.length === 0) return null;
  return (
    <Section title={t(words.refunds)}>
      <Records label={t(words.refunds)} rows={list} columns={columns} keyOf={({ refundId }) => refundId} />
    </Section>
  );
}
