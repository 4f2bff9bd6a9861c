import type { ErrorTable } from "@noren-pay/base";

/** What can go wrong in the PostgreSQL store itself; part of the room's table. Messages name neither data nor SQL. */
export const storeErrors = {
  accountFixed: { retry: "never", text: "The environment and the region of an account never change." },
  damagedData: { retry: "never", text: "Stored data does not open: it was altered, moved, or sealed by another key." },
  masterKeyInvalid: { retry: "never", text: "The master key must be 32 bytes in hex or base64." },
  masterKeyMissing: { retry: "never", text: "No master key is set and there is no data folder to keep one in." },
  masterKeyReadable: { retry: "never", text: "The master key's file can be read by others; its mode must be 600." },
  masterKeyWrong: { retry: "never", text: "The database's keys are wrapped by another master key." },
  migrationFailed: { retry: "never", text: "The tables could not be brought up to date; nothing was changed." },
  cursorInvalid: { retry: "never", text: "The cursor is not one that this list gave." },
  storeConflict: { retry: "later", text: "Too many others changed the same rows; nothing was written." },
} as const satisfies ErrorTable;
