// The house as data: which room may import which. docs/architecture.md states it for readers, and a test compares them.

export interface Room {
  /** Rooms of which it may use anything that their door exports. */
  readonly mayImport: readonly string[];
  /** Rooms of which it may use types only. */
  readonly mayImportTypesOf?: readonly string[];
}

export const rooms: Readonly<Record<string, Room>> = {
  base: { mayImport: [] },
  protocol: { mayImport: ["base"] },
  client: { mayImport: ["protocol", "base"] },
  sandbox: { mayImport: ["protocol", "base"] },
  payments: { mayImport: ["protocol", "base"] },
  reports: { mayImport: ["protocol", "base"] },
  server: { mayImport: ["payments", "gateways", "reports", "client", "postgres", "protocol", "base"] },
  gateways: { mayImport: ["client", "payments", "protocol", "base"] },
  postgres: { mayImport: ["base"] },
  console: { mayImport: ["protocol"], mayImportTypesOf: ["server"] },
  browser: { mayImport: [], mayImportTypesOf: ["protocol"] },
  cli: {
    mayImport: ["sandbox", "payments", "gateways", "server", "client", "reports", "postgres", "protocol", "base"],
  },
  testkit: { mayImport: ["postgres", "protocol", "base"] },
};

/** Only tests import it. */
export const testRoom = "testkit";

/** Folders beside the rooms. They may import any room by its door. */
export const besides = ["examples", "conformance", "simulation", "bench", "docs", "scripts"];

/** The room that an imported package is, or undefined for somebody else's. */
export function roomOfPackage(specifier: string): { room: string; deep: string } | undefined {
  const match = /^(?:@noren-pay\/([\w-]+)|noren-pay)(?:\/(.+))?$/.exec(specifier);
  return match ? { room: match[1] ?? "cli", deep: match[2] ?? "" } : undefined;
}
