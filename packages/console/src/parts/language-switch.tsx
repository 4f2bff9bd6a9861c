import { SegmentedControl } from "@mantine/core";
import { common } from "../words/common.ts";
import { type Language, useWords } from "../words/language.tsx";

export function LanguageSwitch() {
  const { language, speak, t } = useWords();
  return (
    <SegmentedControl
      aria-label={t(common.language)}
      size="xs"
      value={language}
      onChange={(value) => speak(value as Language)}
      data={[
        { value: "ja", label: <span lang="ja">日本語</span> },
        { value: "en", label: <span lang="en">English</span> },
      ]}
    />
  );
}
