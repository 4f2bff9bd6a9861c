import { Paper, Skeleton, Stack, Text } from "@mantine/core";
import type { Notices } from "@noren-pay/server";
import { Link } from "@tanstack/react-router";
import { useNotices } from "../../api/queries.ts";
import { formatSeconds } from "../../format/time.ts";
import { Page } from "../../parts/page.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { type Column, Records } from "../../parts/records.tsx";
import { Section } from "../../parts/section.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { useWords } from "../../words/language.tsx";
import { noticeStates, noticeTypeWords, notices as words } from "../../words/notices.ts";

type Notice = Notices["items"][number];

const shown = (state: string) =>
  noticeStates[state] ?? { title: { ja: state, en: state }, text: { ja: "", en: "" }, tone: "quiet" as const };

/** What Amazon has sent, what became of it, and what lies in quarantine. */
export function NoticesPage() {
  const { t } = useWords();
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      <NoticeList />
      <Section title={t(words.legend)}>
        <Stack gap="xs">
          {Object.entries(noticeStates).map(([state, { title, text, tone }]) => (
            <div key={state}>
              <StateBadge words={title} tone={tone} />{" "}
              <Text span size="sm">
                {t(text)}
              </Text>
            </div>
          ))}
        </Stack>
      </Section>
    </Page>
  );
}

function NoticeList() {
  const { t } = useWords();
  const { data, error, refetch } = useNotices();
  if (error !== null) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={240} aria-busy="true" />;
  if (data.items.length === 0)
    return (
      <Paper withBorder p="xl" ta="center">
        {t(words.empty)}
      </Paper>
    );
  const columns: Column<Notice>[] = [
    {
      title: t(words.received),
      onTop: "left",
      cell: ({ receivedAt }) => <span className="number">{formatSeconds(receivedAt)}</span>,
    },
    { title: t(words.type), cell: ({ notificationType }) => t(noticeTypeWords(notificationType)) },
    { title: t(words.object), cell: ({ amazonId }) => <About amazonId={amazonId} /> },
    {
      title: t(words.state),
      onTop: "right",
      cell: ({ state }) => <StateBadge words={shown(state).title} tone={shown(state).tone} />,
    },
  ];
  return (
    <Paper withBorder p={{ base: "xs", sm: "sm" }}>
      <Records label={t(words.title)} rows={data.items} columns={columns} keyOf={({ messageId }) => messageId} />
    </Paper>
  );
}

function About({ amazonId }: { readonly amazonId: string | undefined }) {
  const { t } = useWords();
  if (amazonId === undefined) return <span>–</span>;
  return (
    <Link to="/" search={{ q: amazonId }} title={t(words.findOrder)}>
      {amazonId}
    </Link>
  );
}
