import { Alert, Button, Group, Progress, Skeleton, Text } from "@mantine/core";
import { useState } from "react";
import { useAdvance, useSession, useTime } from "../../api/queries.ts";
import { formatTime } from "../../format/time.ts";
import { Page } from "../../parts/page.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/language.tsx";
import { advancedWords, time as words } from "../../words/time.ts";

const hourMs = 3_600_000;
const steps = [
  { words: words.hour, ms: hourMs },
  { words: words.day, ms: 24 * hourMs },
  { words: words.week, ms: 7 * 24 * hourMs },
  { words: words.month, ms: 30 * 24 * hourMs },
] as const;

/** Business time, and moving it on: only against a sandbox. */
export function TimePage() {
  const { t } = useWords();
  const { data, error, refetch } = useTime();
  return (
    <Page title={t(words.title)} lead={t(words.lead)}>
      {error === null ? null : <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Skeleton height={160} aria-busy="true" /> : null}
      {data === undefined ? null : data.movable ? <Mover now={data.now} /> : <Text>{t(words.notMovable)}</Text>}
    </Page>
  );
}

function Mover({ now }: { readonly now: string }) {
  const { t } = useWords();
  const { user } = useSession();
  const [part, setPart] = useState(0);
  const advance = useAdvance(setPart);
  const allowed = user.rights.includes("time");
  return (
    <Section title={t(words.advance)}>
      <Text>
        {t(words.now)}: <strong className="number">{formatTime(advance.data?.now ?? now)}</strong>
      </Text>
      <Group mt="md" gap="sm">
        {steps.map((step) => (
          <Button
            key={step.ms}
            variant="light"
            c="ai.8"
            disabled={!allowed || advance.isPending}
            onClick={() => advance.mutate(step.ms)}
          >
            {t(step.words)}
          </Button>
        ))}
      </Group>
      {allowed ? null : <Text mt="sm">{t(words.forbidden)}</Text>}
      <div role="status" aria-live="polite">
        {advance.isPending ? (
          <>
            <Text mt="md" mb={6}>
              {t(words.running)}
            </Text>
            <Progress.Root size="lg">
              <Progress.Section value={Math.max(3, part * 100)} animated striped aria-label={t(words.running)} />
            </Progress.Root>
          </>
        ) : null}
        {advance.data === undefined || advance.isPending ? null : (
          <Alert mt="md" color="teal" variant="light">
            {t(advancedWords(formatTime(advance.data.now), advance.data.steps))}
          </Alert>
        )}
      </div>
      {advance.error === null ? null : (
        <div style={{ marginTop: 16 }}>
          <ProblemAlert error={advance.error} takesFocus />
        </div>
      )}
    </Section>
  );
}
