// Token buckets per operation, seller and environment. Source: API reference, Throttling limits.

/** `burst`: the bucket's size. `perSecond`: tokens that come back each second. */
export interface Quota {
  readonly burst: number;
  readonly perSecond: number;
}

export const quotas = {
  read: { Live: { burst: 20, perSecond: 2 }, Sandbox: { burst: 5, perSecond: 1 } },
  write: { Live: { burst: 10, perSecond: 1 }, Sandbox: { burst: 2, perSecond: 0.5 } },
  status: { Live: { burst: 2, perSecond: 1 / 300 }, Sandbox: { burst: 2, perSecond: 1 / 300 } },
} as const satisfies Record<string, Record<"Live" | "Sandbox", Quota>>;

export type QuotaClass = keyof typeof quotas;
export type Environment = "Live" | "Sandbox";
