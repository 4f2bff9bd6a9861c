import { Group, SegmentedControl, Skeleton, Text } from "@mantine/core";
import type { Timeline as TimelineView } from "@noren-pay/server";
import { useState } from "react";
import { formatSeconds } from "../../format/time.ts";
import { CopyText } from "../../parts/copy-text.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { Section } from "../../parts/section.tsx";
import { tellEvent } from "../../words/events.ts";
import { useWords } from "../../words/language.tsx";
import { order as words } from "../../words/orders.ts";

type Row = TimelineView["items"][number];

interface Props {
  readonly timeline: TimelineView | undefined;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Everything that happened to the order, newest first. */
export function Timeline({ timeline, error, onRetry }: Props) {
  const { t } = useWords();
  const [shown, show] = useState("told");
  const rows = (timeline?.items ?? [])
    .filter(({ type, data }) => shown === "all" || tellEvent(type, data).told)
    .toSorted((a, b) => b.sequence - a.sequence);
  return (
    <Section
      title={t(words.timeline)}
      beside={
        <SegmentedControl
          size="xs"
          aria-label={t(words.timelineShow)}
          value={shown}
          onChange={show}
          data={[
            { value: "told", label: t(words.timelineTold) },
            { value: "all", label: t(words.timelineAll) },
          ]}
        />
      }
    >
      <Text size="xs" c="gray.7" mb="md">
        {t(words.timelineNote)}
      </Text>
      {error ? <ProblemAlert error={error} onRetry={onRetry} /> : null}
      {timeline === undefined && !error ? <Skeleton height={160} aria-busy="true" /> : null}
      <ol className="events">
        {rows.map((row) => (
          <Event key={row.sequence} row={row} />
        ))}
      </ol>
    </Section>
  );
}

function Event({ row: { type, at, data } }: { readonly row: Row }) {
  const { t } = useWords();
  const { words: said, tone } = tellEvent(type, data);
  const requestId = typeof data.requestId === "string" ? data.requestId : undefined;
  const details = Object.entries(data).filter(([name, value]) => value !== undefined && name !== "requestId");
  return (
    <li>
      <span className="dot" data-tone={tone} aria-hidden="true" />
      <Text size="xs" c="gray.7" className="number">
        <time dateTime={at}>{formatSeconds(at)}</time>
      </Text>
      <Text size="sm" fw={tone === "quiet" ? 400 : 550}>
        {t(said)}
      </Text>
      <details>
        <summary>{t(words.details)}</summary>
        <dl className="facts" style={{ marginTop: 6 }}>
          <dt>type</dt>
          <dd>{type}</dd>
          {details.map(([name, value]) => (
            <Detail key={name} name={name} value={value} />
          ))}
        </dl>
        {requestId === undefined ? null : (
          <Group gap={8} mt={6}>
            <Text size="sm" c="gray.7">
              {t(words.requestId)}
            </Text>
            <CopyText text={requestId} label={t(words.copyRequestId)} />
          </Group>
        )}
      </details>
    </li>
  );
}

function Detail({ name, value }: { readonly name: string; readonly value: unknown }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{typeof value === "string" ? value : JSON.stringify(value)}</dd>
    </>
  );
}
