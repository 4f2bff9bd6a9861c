// Login with Amazon: whose token is this, and who is the buyer. Source: Login with Amazon documentation.
import { regions } from "@noren-pay/protocol";
import { originOf } from "../endpoint.ts";
import { AmazonPayError } from "../errors.ts";
import { type CallingOptions, type CallSettings, callSettings } from "../options.ts";
import { attempts } from "../send/attempts.ts";
import { transportOf } from "../send/open.ts";
import type { HttpAnswer, Transport } from "../send/transport.ts";
import { parseLoginAnswer, textOf } from "./parse.ts";
import { readToken } from "./token.ts";

export interface LoginWithAmazonOptions extends CallingOptions {
  /** The application's id, `amzn1.application-oa2-client.…`. A token that was given to another one is refused. */
  readonly clientId: string;
}

/** What is known of a token that is the application's own. */
export interface VerifiedToken {
  /** The buyer, the same for all applications of one merchant. */
  readonly userId: string;
  /** Seconds until it expires. */
  readonly expiresInSeconds: number | undefined;
}

export interface BuyerProfile {
  readonly userId: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** Only with the scope `postal_code`. */
  readonly postalCode: string | undefined;
}

interface LoginCallOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Checks access tokens and reads profiles. The token travels in a header, never in an address. */
export class LoginWithAmazon {
  readonly #clientId: string;
  readonly #prefix: string;
  readonly #settings: CallSettings;
  readonly #transport: Transport;

  /** Throws `InvalidOptions`. */
  constructor(options: LoginWithAmazonOptions) {
    this.#settings = callSettings(options, "LoginWithAmazon");
    const { clientId } = options;
    if (typeof clientId !== "string" || clientId === "") {
      const problem = "give the id of the Login with Amazon application";
      throw new AmazonPayError("InvalidOptions", { operation: "LoginWithAmazon", field: "clientId", problem });
    }
    const host = regions[options.region].profileHost[options.environment];
    const url = originOf(options.endpoint ?? `https://${host}`);
    this.#clientId = clientId;
    this.#prefix = url.pathname.replace(/\/+$/, "");
    this.#transport = transportOf(options, url.origin, this.#settings.clock);
  }

  /**
   * Asks Amazon whose token this is. Throws `InvalidToken`, `TokenOfAnotherClient` when its audience is not this
   * application, and the errors of any call.
   */
  async verify(accessToken: string, options: LoginCallOptions = {}): Promise<VerifiedToken> {
    const parts = await this.#get("TokenInfo", "/auth/o2/tokeninfo", accessToken, options);
    const userId = textOf(parts.user_id);
    if (parts.aud !== this.#clientId) throw new AmazonPayError("TokenOfAnotherClient", { operation: "TokenInfo" });
    if (userId === undefined) throw new AmazonPayError("UnreadableAnswer", { operation: "TokenInfo" });
    return { userId, expiresInSeconds: typeof parts.exp === "number" ? parts.exp : undefined };
  }

  /** The buyer's profile, after `verify`. Throws what `verify` throws, and `InsufficientScope`. */
  async profile(accessToken: string, options: LoginCallOptions = {}): Promise<BuyerProfile> {
    const verified = await this.verify(accessToken, options);
    const parts = await this.#get("Profile", "/user/profile", accessToken, options);
    // Both answers must speak of one buyer.
    if (parts.user_id !== verified.userId) throw new AmazonPayError("UnreadableAnswer", { operation: "Profile" });
    const [name, email, postalCode] = [textOf(parts.name), textOf(parts.email), textOf(parts.postal_code)];
    return { userId: verified.userId, name, email, postalCode };
  }

  /** Waits for running calls and ends the connections. */
  close(): Promise<void> {
    return this.#transport.close();
  }

  async #get(operation: string, path: string, accessToken: string, { signal }: LoginCallOptions) {
    const token = readToken(accessToken);
    if (token === undefined) throw new AmazonPayError("InvalidToken", { operation });
    const headers = {
      accept: "application/json",
      "user-agent": this.#settings.userAgent,
      "x-amz-access-token": token,
    };
    const request = { method: "GET", path: this.#prefix + path, headers } as const;
    return attempts(
      {
        name: operation,
        operation: { recovery: "repeat" },
        restoreMs: 0,
        admit: () => undefined,
        attempt: async (timeoutMs) => {
          const answer: HttpAnswer = await this.#transport.send(request, { timeoutMs, signal });
          return parseLoginAnswer(operation, answer);
        },
      },
      { ...this.#settings, signal },
    );
  }
}
