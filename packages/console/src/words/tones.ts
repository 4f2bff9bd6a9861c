/** How a thing stands, shown by colour beside its words, never by colour alone. */
export type Tone = "good" | "todo" | "wait" | "bad" | "quiet";

/** Colours of the theme: dark enough for text on the light variant. */
export const toneColors: Readonly<Record<Tone, string>> = {
  good: "teal",
  todo: "ai",
  wait: "yellow",
  bad: "red",
  quiet: "gray",
};
