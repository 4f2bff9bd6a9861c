// The language of the screens: Japanese or English, kept in this browser.
import type { Words } from "@noren-pay/protocol/words";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from "react";

export type Language = "ja" | "en";

const storageKey = "noren.language";

/** What was chosen before, else the first of the browser's languages that we speak, else Japanese. */
export function firstLanguage(stored: string | null, preferred: readonly string[]): Language {
  if (stored === "ja" || stored === "en") return stored;
  const spoken = preferred.map((tag) => tag.toLowerCase().split("-")[0]).find((tag) => tag === "ja" || tag === "en");
  return spoken === "en" ? "en" : "ja";
}

/** Before React: for the first request's language. */
export function languageAtStart(): Language {
  return firstLanguage(stored(), navigator.languages);
}

// A browser may forbid storage; then the choice lasts as long as the page.
function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function keep(language: Language) {
  try {
    localStorage.setItem(storageKey, language);
  } catch {}
}

interface Speaking {
  readonly language: Language;
  readonly t: (words: Words) => string;
  readonly speak: (language: Language) => void;
}

const LanguageContext = createContext<Speaking | undefined>(undefined);

export function LanguageProvider(props: {
  readonly children: ReactNode;
  readonly initial: Language;
  readonly onChange: (language: Language) => void;
}) {
  const [language, setLanguage] = useState(props.initial);
  const { onChange } = props;
  const speak = useCallback(
    (next: Language) => {
      keep(next);
      onChange(next);
      setLanguage(next);
    },
    [onChange],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(() => ({ language, speak, t: (words: Words) => words[language] }), [language, speak]);
  return <LanguageContext value={value}>{props.children}</LanguageContext>;
}

export function useWords(): Speaking {
  const speaking = use(LanguageContext);
  if (speaking === undefined) throw new Error("no LanguageProvider above");
  return speaking;
}
