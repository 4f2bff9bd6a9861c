import { mkdir } from "node:fs/promises";
import { join } from "node:path";

/** A folder for what a journey leaves to be looked at: `artifacts/<name>` in the repository. Gives its path. */
export async function journeyArtifacts(name: string): Promise<string> {
  const folder = join(import.meta.dirname, "../../../artifacts", name.replaceAll(/[^\w.-]+/g, "-"));
  await mkdir(folder, { recursive: true });
  return folder;
}
