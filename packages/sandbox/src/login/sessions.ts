// Who is signed in at the sandbox in which browser, and which codes wait to be exchanged. Both live in memory only: after
// a restart buyers sign in again.
import type { Clock, Instant, Random } from "@noren-pay/base";
import type { Challenge } from "./authorization.ts";
import type { ScopeName } from "./scopes.ts";

export const sessionCookie = "noren_sandbox_session";

interface Session {
  readonly buyerId: string;
  /** Stands in each form, so that no other page can send one. */
  readonly formKey: string;
}

/** What a code or a refresh token stands for. */
export interface Grant {
  readonly buyerId: string;
  readonly clientId: string;
  readonly scopes: readonly ScopeName[];
  readonly redirectUri: string;
  readonly challenge: Challenge | undefined;
}

const sessionsMax = 10_000;
const codesMax = 10_000;
/** Codes of Login with Amazon live five minutes. */
const codeLifetimeMs = 5 * 60_000;

export class Sessions {
  readonly #random: Random;
  readonly #clock: Pick<Clock, "now">;
  readonly #sessions = new Map<string, Session>();
  readonly #codes = new Map<string, Grant & { readonly expiresAt: Instant }>();
  readonly #refreshTokens = new Map<string, Grant>();

  constructor(random: Random, clock: Pick<Clock, "now">) {
    this.#random = random;
    this.#clock = clock;
  }

  /** Gives the cookie's value. */
  open(buyerId: string): { readonly id: string; readonly session: Session } {
    const id = this.#secret();
    const session = { buyerId, formKey: this.#secret() };
    put(this.#sessions, id, session, sessionsMax);
    return { id, session };
  }

  find(id: string | undefined): Session | undefined {
    return id === undefined ? undefined : this.#sessions.get(id);
  }

  /** A code that `takeCode` accepts once within five minutes of business time. */
  giveCode(grant: Grant): string {
    const code = this.#secret().slice(0, 20);
    put(this.#codes, code, { ...grant, expiresAt: this.#clock.now() + codeLifetimeMs }, codesMax);
    return code;
  }

  takeCode(code: string): Grant | undefined {
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    return grant && grant.expiresAt > this.#clock.now() ? grant : undefined;
  }

  giveRefreshToken(grant: Grant): string {
    const text = `Atzr|${Buffer.from(this.#random.bytes(268)).toString("base64")}`;
    put(this.#refreshTokens, text, grant, codesMax);
    return text;
  }

  ofRefreshToken(text: string): Grant | undefined {
    return this.#refreshTokens.get(text);
  }

  #secret(): string {
    return Buffer.from(this.#random.bytes(24)).toString("hex");
  }
}

/** Adds, and drops the oldest when there are too many. */
function put<V>(map: Map<string, V>, key: string, value: V, sizeMax: number): void {
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > sizeMax && oldest !== undefined) map.delete(oldest);
}
