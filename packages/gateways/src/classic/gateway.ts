// The classic generation behind the port: one intent or one read is one call of OffAmazonPayments 2013-01-01.
import type { AmazonPayClient } from "@noren-pay/client";
import type { AmazonAccount, Capabilities, Gateway } from "@noren-pay/payments";
import { operations, quotas } from "@noren-pay/protocol";
import { operationOfCall } from "./calls.ts";
import { performedOf, readOf } from "./outcome.ts";
import { performIntent } from "./perform.ts";
import { readObject } from "./read.ts";

/** What the classic generation can do. Source: API reference; integration guide, complex scenarios. */
export const classicCapabilities: Capabilities = {
  nothingToCall: [],
  severalAuthorizations: true,
  overcharge: true,
  amazonHandlesDeclines: false,
  pendingAuthorizations: true,
};

interface Options {
  /** Made with `retries: "none"` and without a throttle of its own: retries and quota are the payment service's. */
  readonly client: AmazonPayClient;
  readonly account: Pick<AmazonAccount, "environment">;
}

/** The port's adapter for classic Amazon Pay. Never throws for what Amazon or the network did. */
export function classicGateway({ client, account }: Options): Gateway {
  const optionsOf = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal });
  return {
    capabilities: classicCapabilities,
    perform: (intent, at, signal) =>
      performIntent(intent, { client, at, options: optionsOf(signal) }).catch(performedOf),
    read: (object, at, signal) => readObject(object, { client, at, options: optionsOf(signal) }).catch(readOf),
    quotaOf: (name) => quotas[operations[operationOfCall[name]].quota][account.environment],
  };
}
