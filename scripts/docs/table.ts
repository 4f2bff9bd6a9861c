/** A Markdown table with a line end. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return `${[line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")}\n`;
}

export const codes = (words: readonly string[]): string =>
  words.length === 0 ? "none" : words.map((word) => `\`${word}\``).join(", ");
