/**
 * What a caller may do about an error.
 * `never`: the same call can only fail again. `later`: refused before anything happened; the same call may succeed
 * later. `recover`: the outcome is unknown; do what the operation's recovery says.
 */
export type Retry = "never" | "later" | "recover";

/** A room's table of errors: code to retry and public text. */
export type ErrorTable = Readonly<Record<string, { readonly retry: Retry; readonly text: string }>>;
