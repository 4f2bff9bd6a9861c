// Who may come in: API keys of shops, staff, their sessions, and what staff did. A port, because what holds it is SQL.
import type { Instant } from "@noren-pay/base";
import type { Right, Role } from "../auth/rights.ts";

/** A shop's key as far as a request needs it. */
export interface ApiKey {
  readonly merchantId: string;
  readonly keyId: string;
  readonly rights: readonly Right[];
}

/** A person of the back office. Name and address are personal data: never logged. */
export interface StaffUser {
  readonly merchantId: string;
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly language: "ja" | "en";
}

export interface StaffAct {
  readonly merchantId: string;
  readonly userId: string;
  /** Such as `ship` or `refund`. */
  readonly action: string;
  readonly orderId?: string | undefined;
  readonly at: Instant;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface People {
  /** The key of this secret unless it is unknown or revoked. Notes when it was last used. */
  apiKey(secret: string): Promise<ApiKey | undefined>;
  /** Stores only the secret's hash. A known secret is left as it is. */
  addApiKey(key: ApiKey & { readonly name: string; readonly secret: string }): Promise<void>;

  addUser(user: StaffUser & { readonly passwordHash: string }): Promise<void>;
  /** Everybody with this address, of every merchant, who is not disabled. */
  usersOf(email: string): Promise<readonly (StaffUser & { readonly passwordHash: string })[]>;

  /** `lifetimeMs`: wall time, the database's. */
  startSession(session: {
    readonly merchantId: string;
    readonly userId: string;
    readonly token: string;
    readonly lifetimeMs: number;
  }): Promise<void>;
  /** Who signed in with this token, unless the session has ended or the person is disabled. */
  session(token: string): Promise<StaffUser | undefined>;
  endSession(token: string): Promise<void>;

  /** Writes one row of the merchant's audit chain. */
  recordAct(act: StaffAct): Promise<void>;
}
