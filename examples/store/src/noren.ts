// The shop's calls to Noren's REST API. Nothing else of Noren is used on the server.

export interface CheckoutSettings {
  readonly sellerId: string;
  readonly clientId: string;
  readonly widgetsUrl: string;
}

export interface Answer<T> {
  readonly ok: boolean;
  readonly status: number;
  readonly body: T;
}

export interface PlacedOrder {
  readonly order: {
    readonly orderId: string;
    readonly sellerOrderId: string;
    readonly total: { readonly amount: number };
    readonly balances: {
      readonly captured: { readonly amount: number };
      readonly refunded: { readonly amount: number };
    };
  };
  readonly nextStep: string;
}

export interface Problem {
  readonly code?: string;
  readonly detail?: string;
}

export interface CheckoutDetails {
  readonly address?: { readonly stateOrRegion?: string; readonly countryCode?: string };
  readonly constraints: readonly string[];
}

export interface Noren {
  settings(): Promise<CheckoutSettings>;
  details(amazonOrderReferenceId: string, accessToken: string | undefined): Promise<Answer<CheckoutDetails & Problem>>;
  place(input: {
    amazonOrderReferenceId: string;
    sellerOrderId: string;
    total: number;
    storeName: string;
  }): Promise<Answer<PlacedOrder & Problem>>;
  payAgain(orderId: string, attempt: string): Promise<Answer<PlacedOrder & Problem>>;
  order(orderId: string): Promise<Answer<PlacedOrder["order"] & { nextStep: string } & Problem>>;
}

/** `apiUrl` without a trailing slash. Idempotency keys are made from what is asked, so that a second click is one order. */
export function noren({
  apiUrl,
  apiKey,
  language = "ja",
}: {
  apiUrl: string;
  apiKey: string;
  language?: string;
}): Noren {
  async function call<T>(method: "GET" | "POST", path: string, body?: unknown, key?: string): Promise<Answer<T>> {
    const response = await fetch(`${apiUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${apiKey}`,
        "accept-language": language,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    return { ok: response.ok, status: response.status, body: (await response.json()) as T };
  }

  return {
    async settings() {
      const answer = await call<CheckoutSettings>("GET", "/v1/checkout/settings");
      if (!answer.ok) throw new Error(`Noren answered ${answer.status} to /v1/checkout/settings`);
      return answer.body;
    },
    details: (amazonOrderReferenceId, accessToken) =>
      call("POST", "/v1/checkout/details", { amazonOrderReferenceId, ...(accessToken ? { accessToken } : {}) }),
    place: ({ total, ...input }) =>
      call(
        "POST",
        "/v1/orders",
        { ...input, total: { amount: total, currencyCode: "JPY" } },
        `place-${input.sellerOrderId}`,
      ),
    payAgain: (orderId, attempt) =>
      call("POST", `/v1/orders/${encodeURIComponent(orderId)}/authorizations`, {}, `pay-again-${orderId}-${attempt}`),
    order: (orderId) => call("GET", `/v1/orders/${encodeURIComponent(orderId)}`),
  };
}
