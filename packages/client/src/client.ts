// The client: one method per row of protocol's table of operations, none written by hand.
import { type Environment, type OperationName, operationNames, operations, type RequestOf } from "@noren-pay/protocol";
import type { Endpoint } from "./endpoint.ts";
import { type AmazonPayClientOptions, type CallSettings, callerOf, callSettings } from "./options.ts";
import { attempts } from "./send/attempts.ts";
import { restoreMs } from "./send/bucket.ts";
import { checkedParameters } from "./send/check.ts";
import { transportOf } from "./send/open.ts";
import { type AnswerOf, parseAnswer } from "./send/parse.ts";
import { type Signer, signer } from "./send/sign.ts";
import { noThrottle, ownThrottle, quotaOf, type Throttle } from "./send/throttle.ts";
import type { Transport } from "./send/transport.ts";

export interface CallOptions {
  /** Ends the call. Whether something was sent by then, the error's code says: `Aborted` or `AbortedUnsent`. */
  readonly signal?: AbortSignal | undefined;
}

type RequestOfName<N extends OperationName> = RequestOf<(typeof operations)[N]>;
// An operation without required parameters may be called without arguments.
type Arguments<R> =
  Record<never, never> extends R ? [request?: R, options?: CallOptions] : [request: R, options?: CallOptions];

/** `client.authorize(request, { signal })` and its like, by Amazon's names. Each throws AmazonPayError. */
export type OperationMethods = {
  readonly [N in OperationName as Uncapitalize<N>]: (...args: Arguments<RequestOfName<N>>) => Promise<AnswerOf<N>>;
};

class Caller {
  readonly #sign: Signer;
  readonly #endpoint: Endpoint;
  readonly #environment: Environment;
  readonly #settings: CallSettings;
  readonly #throttle: Throttle;
  readonly #transport: Transport;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(options: AmazonPayClientOptions) {
    this.#settings = callSettings(options, "AmazonPayClient");
    const { credentials, endpoint } = callerOf(options);
    this.#sign = signer(credentials, endpoint);
    this.#endpoint = endpoint;
    this.#environment = options.environment;
    this.#throttle = options.throttle === false ? noThrottle : ownThrottle(options.environment, this.#settings.clock);
    this.#transport = transportOf(options, endpoint.origin, this.#settings.clock);
    this.#headers = {
      "content-type": "application/x-www-form-urlencoded; charset=utf-8",
      "user-agent": this.#settings.userAgent,
    };
  }

  /** Calls an operation by Amazon's name. */
  async call<N extends OperationName>(
    name: N,
    request: RequestOfName<N>,
    options: CallOptions = {},
  ): Promise<AnswerOf<N>> {
    const parameters = checkedParameters(name, request ?? {});
    const { signal } = options;
    return attempts<AnswerOf<N>>(
      {
        name,
        operation: operations[name],
        restoreMs: restoreMs(quotaOf(name, this.#environment)),
        admit: (waitMsMax) => this.#throttle.admit(name, { waitMsMax, signal }),
        onThrottled: () => this.#throttle.throttled(name),
        attempt: async (timeoutMs) => {
          const timestamp = this.#settings.clock.wall();
          const body = this.#sign({ operation: name, parameters, timestamp });
          const { path } = this.#endpoint;
          const request = { method: "POST", path, headers: this.#headers, body } as const;
          return parseAnswer(name, await this.#transport.send(request, { timeoutMs, signal }));
        },
      },
      { ...this.#settings, signal },
    );
  }

  /** Waits for running calls and ends the connections. */
  close(): Promise<void> {
    return this.#transport.close();
  }
}

for (const name of operationNames) {
  const method = name.charAt(0).toLowerCase() + name.slice(1);
  Object.defineProperty(Caller.prototype, method, {
    value(this: Caller, request: never, options?: CallOptions) {
      return this.call(name, request, options);
    },
  });
}

/**
 * Calls Amazon Pay.
 *
 * ```ts
 * const amazon = new AmazonPayClient({ region: "jp", environment: "Sandbox", sellerId, accessKey, secretKey });
 * const { AuthorizationDetails } = await amazon.authorize({
 *   AmazonOrderReferenceId: "S03-1234567-7654321",
 *   AuthorizationReferenceId: "order1001-1",
 *   AuthorizationAmount: { amount: 10_800, currencyCode: "JPY" },
 * });
 * ```
 *
 * Amounts are whole minor units (yen, cents); instants are milliseconds since 1970. The constructor throws
 * `InvalidOptions`.
 */
export type AmazonPayClient = Caller & OperationMethods;
export const AmazonPayClient = Caller as unknown as new (options: AmazonPayClientOptions) => AmazonPayClient;
