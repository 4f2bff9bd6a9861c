import { Button, Code, Group } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { common } from "../words/common.ts";
import { useWords } from "../words/language.tsx";

/** A text to be quoted elsewhere, with a button that copies it where the browser allows that. */
export function CopyText({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useWords();
  const clipboard = useClipboard({ timeout: 3_000 });
  // Browsers have no clipboard on plain http, this machine's own pages aside.
  const canCopy = navigator.clipboard !== undefined;
  return (
    <Group gap={6} wrap="nowrap" component="span" display="inline-flex">
      <Code>{text}</Code>
      {canCopy ? (
        <Button size="compact-xs" variant="default" aria-label={label} onClick={() => clipboard.copy(text)}>
          <span aria-live="polite">{t(clipboard.copied ? common.copied : common.copy)}</span>
        </Button>
      ) : null}
    </Group>
  );
}
