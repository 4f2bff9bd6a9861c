import { Group, SimpleGrid, Text } from "@mantine/core";
import type { OrderView } from "@noren-pay/server";
import { formatPrice, type Price } from "../../format/money.ts";
import { formatTime, timeLeft } from "../../format/time.ts";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/language.tsx";
import { orders, order as words } from "../../words/orders.ts";
import { timeLeftWords } from "../../words/time.ts";
import { type Piece, piecesOf } from "./bar.ts";
import { capturable } from "./possible.ts";

const pieceWords = {
  kept: words.kept,
  refunded: words.refunded,
  refunding: words.refunding,
  capturing: words.capturing,
  authorized: words.authorized,
  uncovered: words.uncovered,
} as const satisfies Record<Piece["name"], object>;

/** What became of the total: a bar with its legend, the four sums, and how long the authorization holds. */
export function Balances({ order, now }: { readonly order: OrderView; readonly now: number | undefined }) {
  const { t } = useWords();
  const pieces = piecesOf(order);
  const priceOf = (amount: number): string => formatPrice({ ...order.total, amount });
  const { authorized, captured, refunded, remaining } = order.balances;
  return (
    <Section
      title={t(words.money)}
      beside={
        <Text fw={650} className="number">
          {t(orders.total)} {formatPrice(order.total)}
        </Text>
      }
    >
      <div
        className="bar"
        role="img"
        aria-label={pieces.map(({ name, amount }) => `${t(pieceWords[name])} ${priceOf(amount)}`).join(", ")}
      >
        {pieces.map(({ name, percent }) => (
          <span key={name} className={`piece-${name}`} style={{ width: `${percent}%` }} />
        ))}
      </div>
      <Group gap="md" mt="xs" aria-hidden="true">
        {pieces.map(({ name, amount }) => (
          <Group key={name} gap={6} wrap="nowrap">
            <span className={`swatch piece-${name}`} />
            <Text size="sm">
              {t(pieceWords[name])} <span className="number">{priceOf(amount)}</span>
            </Text>
          </Group>
        ))}
      </Group>
      <SimpleGrid component="dl" cols={{ base: 2, sm: 4 }} mt="lg" mb={0} spacing="sm">
        <Sum title={t(words.authorized)} price={authorized} />
        <Sum title={t(words.captured)} price={captured} />
        <Sum title={t(words.refunded)} price={refunded} />
        <Sum title={t(words.remaining)} price={remaining} />
      </SimpleGrid>
      <Ends order={order} now={now} />
    </Section>
  );
}

function Sum({ title, price }: { readonly title: string; readonly price: Price }) {
  return (
    <div>
      <Text component="dt" size="xs" c="gray.7">
        {title}
      </Text>
      <Text component="dd" m={0} fw={650} size="lg" className="number">
        {formatPrice(price)}
      </Text>
    </div>
  );
}

/** From so few days on, waiting any longer is a risk. */
const pressingDays = 3;

function Ends({ order, now }: { readonly order: OrderView; readonly now: number | undefined }) {
  const { t } = useWords();
  if (now === undefined) return null;
  return capturable(order, now).map(({ authorizationId, expiresAt }) => {
    const left = timeLeft(expiresAt, now);
    const pressing = left.unit !== "days" || left.count <= pressingDays;
    return (
      <Text key={authorizationId} size="sm" mt="sm" c={pressing ? "#9b2323" : "gray.8"} fw={pressing ? 600 : 400}>
        {t(words.authorizationEnds)}: {t(timeLeftWords(left))} ({formatTime(expiresAt)} JST)
      </Text>
    );
  });
}
