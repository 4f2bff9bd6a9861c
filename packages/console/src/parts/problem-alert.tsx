import { Alert, Button, Code, Group, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { ApiError } from "../api/problem.ts";
import { formatPrice } from "../format/money.ts";
import { common } from "../words/common.ts";
import { useWords } from "../words/language.tsx";
import { fieldWords, offline, problemLabels, remedyOf, unreadable, waitWords } from "../words/problems.ts";

interface Props {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  /** Takes the focus when it appears: for the answer to what a person has just done. */
  readonly takesFocus?: boolean;
}

/** What went wrong, which field, what the limit is, and what a person can do about it. */
export function ProblemAlert({ error, onRetry, takesFocus = false }: Props) {
  const { t } = useWords();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) root.current?.focus();
  }, [takesFocus]);
  const { title, remedy } = useTold(error);
  const problem = error instanceof ApiError ? error.problem : undefined;
  return (
    <Alert
      ref={root}
      tabIndex={-1}
      color="red"
      variant="light"
      role="alert"
      title={title}
      styles={{ title: { color: "#8a1f1f" } }}
    >
      <Stack gap={6}>
        <Text size="sm">{remedy}</Text>
        {problem?.field === undefined ? null : (
          <Text size="sm">
            {t(problemLabels.field)}: {t(fieldWords[problem.field] ?? { ja: problem.field, en: problem.field })}
          </Text>
        )}
        {problem?.limit === undefined ? null : (
          <Text size="sm">
            {t(problemLabels.limit)}: {formatPrice(problem.limit)}
          </Text>
        )}
        <Text size="xs" c="gray.7">
          {t(problemLabels.code)}: <Code>{codesOf(error)}</Code>
        </Text>
        {problem?.amazonRequestId === undefined ? null : (
          <Text size="xs" c="gray.7">
            {t(problemLabels.amazonRequestId)}: <Code>{problem.amazonRequestId}</Code>
          </Text>
        )}
        {onRetry === undefined ? null : (
          <Group>
            <Button size="xs" variant="default" onClick={onRetry}>
              {t(common.retry)}
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

function useTold(error: unknown): { readonly title: string; readonly remedy: string } {
  const { t } = useWords();
  if (!(error instanceof ApiError)) return { title: t(common.crashTitle), remedy: t(common.crashText) };
  const { problem, status, retryAfterSeconds } = error;
  if (problem === undefined) {
    const told = status === 0 ? offline : unreadable;
    return { title: t(told.title), remedy: t(told.remedy) };
  }
  const wait = status === 429 && retryAfterSeconds !== undefined ? waitWords(retryAfterSeconds) : undefined;
  return { title: problem.detail, remedy: t(wait ?? remedyOf(problem.code, problem.reason)) };
}

const codesOf = (error: unknown): string =>
  error instanceof ApiError ? [error.code, error.problem?.reason].filter(Boolean).join(" / ") : String(error);
