import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { common } from "../words/common.ts";
import { useWords } from "../words/language.tsx";
import { Page } from "./page.tsx";
import { ProblemAlert } from "./problem-alert.tsx";

export function NotFound() {
  const { t } = useWords();
  return (
    <Page title={t(common.notFoundTitle)}>
      <Text>{t(common.notFoundText)}</Text>
      <Link to="/" search={{}}>
        {t(common.backToOrders)}
      </Link>
    </Page>
  );
}

/** A fault of ours: people keep the rest of the screen and a way on. */
export function Crash({ error }: { readonly error: unknown }) {
  return <ProblemAlert error={error} onRetry={() => location.reload()} />;
}
