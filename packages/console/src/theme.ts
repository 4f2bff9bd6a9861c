import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** 藍, the indigo of a shop's curtain. */
const ai: MantineColorsTuple = [
  "#eef3fb",
  "#dbe5f3",
  "#b4c8e6",
  "#8aaada",
  "#6790cf",
  "#4f7fc9",
  "#3566ae",
  "#2a5593",
  "#23406e",
  "#1a3155",
];

export const theme = createTheme({
  colors: { ai },
  primaryColor: "ai",
  primaryShade: 7,
  defaultRadius: "md",
  respectReducedMotion: true,
  cursorType: "pointer",
  fontFamily: '"Noto Sans JP Variable", "Hiragino Sans", "Yu Gothic UI", Meiryo, system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans JP Variable", monospace',
  headings: { fontWeight: "650" },
});

/** Darker than the library has them: text of its own colours is too faint on white. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-error": "#a82424",
    "--mantine-color-placeholder": "#626b79",
    "--mantine-color-dimmed": "#566072",
  },
  dark: {},
});
