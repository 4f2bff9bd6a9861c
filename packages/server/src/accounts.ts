// The Amazon accounts of the store with what speaks for each: client, gateway, Login with Amazon.
import type { Clock } from "@noren-pay/base";
import { AmazonPayClient, LoginWithAmazon } from "@noren-pay/client";
import { classicGateway } from "@noren-pay/gateways";
import { type AmazonAccount, canonicalJson, type Gateway, type Merchant, type Store } from "@noren-pay/payments";
import { ServerError } from "./problem/problem.ts";

export interface Connection {
  readonly client: AmazonPayClient;
  readonly gateway: Gateway;
  readonly login: LoginWithAmazon;
}

export interface Accounts {
  /** A merchant and its account. Throws `notFound`. */
  ofMerchant(merchantId: string): Promise<{ readonly merchant: Merchant; readonly account: AmazonAccount }>;
  /** Made once per account, and anew when its keys or addresses change. */
  connection(account: AmazonAccount): Connection;
  all(): Promise<readonly AmazonAccount[]>;
}

interface Options {
  readonly store: Store;
  readonly clock: Clock;
  /** Wall time of one call, in ms. A lease lasts longer. */
  readonly callTimeoutMs: number;
}

export function accountsOf({ store, clock, callTimeoutMs }: Options): Accounts {
  const connections = new Map<string, { readonly key: string; readonly connection: Connection }>();
  return {
    async ofMerchant(merchantId) {
      const merchant = await store.merchant(merchantId);
      const account = merchant && (await store.account(merchant.accountId));
      if (merchant === undefined || account === undefined) throw new ServerError("notFound");
      return { merchant, account };
    },
    connection(account) {
      const key = canonicalJson([account.endpoint, account.secrets, account.sellerId, account.clientId]);
      const known = connections.get(account.accountId);
      if (known?.key === key) return known.connection;
      const connection = connect(account, { clock, callTimeoutMs });
      connections.set(account.accountId, { key, connection });
      return connection;
    },
    async all() {
      const ids = new Set((await store.merchants()).map((merchant) => merchant.accountId));
      const accounts = await Promise.all([...ids].map((id) => store.account(id)));
      return accounts.filter((account) => account !== undefined);
    },
  };
}

function connect(account: AmazonAccount, { clock, callTimeoutMs }: Omit<Options, "store">): Connection {
  const { region, environment, sellerId, clientId, endpoint } = account;
  const shared = {
    region,
    environment,
    clock,
    timeoutMs: callTimeoutMs,
    totalTimeoutMs: callTimeoutMs,
    retries: "none" as const,
  };
  const client = new AmazonPayClient({
    ...shared,
    sellerId,
    ...account.secrets,
    throttle: false,
    ...(endpoint === undefined ? {} : { endpoint: endpoint.api }),
  });
  const login = new LoginWithAmazon({
    ...shared,
    clientId,
    ...(endpoint === undefined ? {} : { endpoint: endpoint.login }),
  });
  return { client, login, gateway: classicGateway({ client, account }) };
}

const loopback = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether an account's API is one on this machine: a sandbox whose time may be moved. */
export const isLocalSandbox = (account: AmazonAccount): boolean =>
  account.environment === "Sandbox" &&
  account.endpoint !== undefined &&
  loopback.test(new URL(account.endpoint.api).hostname);

/**
 * Live and sandbox are never mixed in one service. Throws `liveAtSandbox` when a Live account is reached at another
 * address than Amazon's or trusts a sandbox's certificates, `liveWithSandbox` when one stands beside a local sandbox,
 * `liveTimeMoved` when business time was ever moved.
 */
export function checkAccounts(accounts: readonly AmazonAccount[], timeOffsetMs: number): void {
  const live = accounts.filter((account) => account.environment === "Live");
  if (live.length === 0) return;
  if (live.some((account) => account.endpoint !== undefined || account.notices.certificateUrls.length > 0)) {
    throw new ServerError("liveAtSandbox");
  }
  if (accounts.some(isLocalSandbox)) throw new ServerError("liveWithSandbox");
  if (timeOffsetMs !== 0) throw new ServerError("liveTimeMoved");
}
