import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeWindow extends Window {
  axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}

/** Runs axe in the page's main frame, or in one frame alone. Each finding is a rule and the markup at fault. */
export async function axeFindings(where: Page | Frame): Promise<string[]> {
  await where.evaluate(source);
  return where.evaluate(async () => {
    const { violations } = await (window as unknown as AxeWindow).axe.run({ iframes: false });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  });
}
