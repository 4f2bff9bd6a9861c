import { beginRun } from "./run.ts";

/** For `globalSetup` in vitest's configuration. */
export default beginRun;
