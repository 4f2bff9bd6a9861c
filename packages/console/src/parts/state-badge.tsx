import { Badge } from "@mantine/core";
import type { Words } from "@noren-pay/protocol/words";
import { useWords } from "../words/language.tsx";
import { type Tone, toneColors } from "../words/tones.ts";

/** A state in words, with the colour of how it stands. */
export function StateBadge({ words, tone }: { readonly words: Words; readonly tone: Tone }) {
  const { t } = useWords();
  return (
    <Badge
      variant="light"
      color={toneColors[tone]}
      c={tone === "wait" ? "#6b4700" : `${toneColors[tone]}.9`}
      radius="sm"
      tt="none"
      fw={600}
      size="lg"
    >
      {t(words)}
    </Badge>
  );
}
