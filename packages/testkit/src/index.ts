export { freePort } from "@noren-pay/postgres";
export { journeyArtifacts } from "./artifacts.ts";
export { launchBrowser } from "./browser/launch.ts";
export { type TestClock, testClock, testStart } from "./clock.ts";
export { type TestDatabase, type TestDatabaseOptions, testDatabase } from "./database.ts";
export { seededIds } from "./ids.ts";
