import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./chromium.ts";
import { japaneseFonts } from "./fonts.ts";

const flags = [
  // Root, and many containers, cannot have Chromium's own sandbox; only our own pages are opened.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless Chromium that draws Japanese. Close it with `browser.close()`. Throws with the remedy when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const { path, libraries } = await findChromium();
  const fonts = await japaneseFonts();
  const libraryPath = [process.env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(":");
  return chromium.launch({
    executablePath: path,
    headless: true,
    args: flags,
    env: {
      ...(process.env as Record<string, string>),
      ...(fonts ? { FONTCONFIG_FILE: fonts } : {}),
      ...(libraryPath ? { LD_LIBRARY_PATH: libraryPath } : {}),
    },
  });
}
