// A shop's side of the scenarios: our client against a sandbox over real http, and what a buyer would do by hand.
import { yen } from "@noren-pay/base";
import { AmazonPayClient, type AmazonPayClientOptions, type AmazonPayError } from "@noren-pay/client";
import { type Sandbox, type SandboxOptions, startSandbox } from "@noren-pay/sandbox";
import { type AdminGiven, type SandboxAdmin, sandboxAdmin } from "@noren-pay/sandbox/admin";
import { afterAll, beforeAll } from "vitest";

export const orderTotal = yen(10_800);

/** Business time of the scenarios stands still until it is moved. */
export const start = Date.UTC(2026, 3, 1, 3);

/** What an order reference is to be made of. */
export type Wish = AdminGiven<"createOrderReference">;

export interface Shop {
  readonly sandbox: Sandbox;
  readonly amazon: AmazonPayClient;
  /** A further client of the same seller. */
  client(options?: Partial<AmazonPayClientOptions>): AmazonPayClient;
  /** The sandbox's admin API. */
  readonly admin: SandboxAdmin;
  /** A reference id that was not used before. */
  referenceId(): string;
  /** A Draft order reference with address and payment method chosen. */
  draft(wish?: Wish): Promise<string>;
  /** A Draft with its total set. */
  priced(wish?: Wish): Promise<string>;
  /** An Open order reference. */
  confirmed(wish?: Wish): Promise<string>;
  /** The id of an Open authorization of the whole total. */
  authorized(orderReferenceId?: string): Promise<string>;
  /** The id of a Completed capture of the whole total. */
  captured(): Promise<string>;
  /** Moves business time on, and lets happen what is due. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens one shop for a test file. */
export function openShop(options?: SandboxOptions): { readonly current: Shop } {
  let shop: Shop | undefined;
  beforeAll(async () => {
    shop = await shopAgainst(
      await startSandbox({ seed: "conformance", frozen: true, start, throttle: false, ...options }),
    );
  });
  afterAll(() => shop?.close());
  return {
    get current() {
      if (!shop) throw new Error("the shop is not open yet");
      return shop;
    },
  };
}

async function shopAgainst(sandbox: Sandbox): Promise<Shop> {
  const { url, sellerId, accessKey, secretKey } = sandbox;
  const keys = { sellerId, accessKey, secretKey };
  const clients: AmazonPayClient[] = [];
  const client = (options: Partial<AmazonPayClientOptions> = {}) => {
    const one = new AmazonPayClient({
      ...{ region: "jp", environment: "Sandbox", endpoint: url, throttle: false, retries: "none" },
      ...keys,
      ...options,
    } as AmazonPayClientOptions);
    clients.push(one);
    return one;
  };
  const amazon = client();
  let references = 0;
  const shop: Shop = {
    sandbox,
    amazon,
    client,
    admin: sandboxAdmin({ url }),
    referenceId: () => `ref-${++references}`,
    async draft(wish = {}) {
      return (await shop.admin.createOrderReference(wish)).amazonOrderReferenceId;
    },
    async priced(wish) {
      const AmazonOrderReferenceId = await shop.draft(wish);
      const OrderReferenceAttributes = { OrderTotal: orderTotal, SellerOrderAttributes: { SellerOrderId: "1001" } };
      await amazon.setOrderReferenceDetails({ AmazonOrderReferenceId, OrderReferenceAttributes });
      return AmazonOrderReferenceId;
    },
    async confirmed(wish) {
      const AmazonOrderReferenceId = await shop.priced(wish);
      await amazon.confirmOrderReference({ AmazonOrderReferenceId });
      return AmazonOrderReferenceId;
    },
    async authorized(orderReferenceId) {
      const { AuthorizationDetails } = await amazon.authorize({
        AmazonOrderReferenceId: orderReferenceId ?? (await shop.confirmed()),
        AuthorizationReferenceId: shop.referenceId(),
        AuthorizationAmount: orderTotal,
        TransactionTimeout: 0,
      });
      return AuthorizationDetails.AmazonAuthorizationId;
    },
    async captured() {
      const { CaptureDetails } = await amazon.capture({
        AmazonAuthorizationId: await shop.authorized(),
        CaptureReferenceId: shop.referenceId(),
        CaptureAmount: orderTotal,
      });
      return CaptureDetails.AmazonCaptureId;
    },
    async advance(ms) {
      await shop.admin.advanceClock({ ms });
    },
    async close() {
      await Promise.all(clients.map((one) => one.close()));
      await sandbox.close();
    },
  };
  return shop;
}

/** The code with which a call is refused. */
export const refusalOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "no refusal",
    (error: AmazonPayError) => error.code,
  );
