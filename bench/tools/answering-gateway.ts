// A gateway that answers at once and always well: what is left to measure is the service and its database.
import type { Instant } from "@noren-pay/base";
import type {
  Addressed,
  Gateway,
  Intent,
  ObjectRef,
  OrderReferenceSnapshot,
  Performed,
  Read,
  Snapshot,
} from "@noren-pay/payments";

const capabilities = {
  nothingToCall: [],
  severalAuthorizations: true,
  overcharge: true,
  amazonHandlesDeclines: false,
  pendingAuthorizations: true,
} as const;

/** `now`: business time that the answers carry. */
export function answeringGateway(now: () => Instant): Gateway {
  let given = 0;
  const orderReference = (at: Addressed, state: "Draft" | "Open"): OrderReferenceSnapshot => ({
    kind: "OrderReference",
    amazonId: at.amazonOrderReferenceId,
    state,
    constraints: [],
    authorizationIds: [],
    lastUpdateAt: now(),
    buyer: { name: "山田 太郎", email: "taro.yamada@example.com", address: { stateOrRegion: "東京都" } },
  });
  return {
    capabilities,
    async perform({ parameters }: Intent, at: Addressed): Promise<Performed> {
      const done = (...snapshots: Snapshot[]): Performed => ({ outcome: "done", snapshots, requestId: "bench" });
      switch (parameters.kind) {
        case "setDetails":
          return done(orderReference(at, "Draft"));
        case "authorize":
          return done({
            kind: "Authorization",
            amazonId: `${at.amazonOrderReferenceId}-A${String(++given % 1_000_000).padStart(6, "0")}`,
            referenceId: parameters.authorizationId,
            state: "Open",
            amount: parameters.amount,
            capturedAmount: { ...parameters.amount, amount: 0 },
            captureIds: [],
            createdAt: now(),
            lastUpdateAt: now(),
          });
        default:
          return done();
      }
    },
    async read(object: ObjectRef, at: Addressed): Promise<Read> {
      if (object.kind !== "OrderReference") throw new Error(`placing an order reads no ${object.kind}`);
      return { outcome: "found", snapshot: orderReference(at, "Open"), requestId: "bench" };
    },
    quotaOf: () => ({ burst: 1_000_000, perSecond: 1_000_000 }),
  };
}
