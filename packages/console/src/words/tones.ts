/** How a thing stands, shown by colour beside its words, never by colour alone. */
export type Tone = "good" | "todo" | "wait" | "bad" | "quiet";

/** Colours of the theme. */
export const toneColors: Readonly<Record<Tone, string>> = {
  good: "teal",
  todo: "ai",
  wait: "yellow",
  bad: "red",
  quiet: "gray",
};

export const toneBackgrounds: Readonly<Record<Tone, string>> = {
  good: "#d4f2e5",
  todo: "#dbe5f3",
  wait: "#fcedc4",
  bad: "#fbdfdf",
  quiet: "#e3e6eb",
};

/** Dark enough for text, on white and on the light backgrounds. */
export const toneTexts: Readonly<Record<Tone, string>> = {
  good: "#0b5c43",
  todo: "#1a3155",
  wait: "#6b4700",
  bad: "#8f1f1f",
  quiet: "#414a5a",
};
