import { Badge } from "@mantine/core";
import type { Words } from "@noren-pay/protocol/words";
import { useWords } from "../words/language.tsx";
import { type Tone, toneBackgrounds, toneTexts } from "../words/tones.ts";

/** A state in words, with the colour of how it stands. */
export function StateBadge({ words, tone }: { readonly words: Words; readonly tone: Tone }) {
  const { t } = useWords();
  return (
    <Badge bg={toneBackgrounds[tone]} c={toneTexts[tone]} radius="sm" tt="none" fw={600} size="lg">
      {t(words)}
    </Badge>
  );
}
