import type { Environment, OperationName, operations, RequestOf, ResponseOf } from "@noren-pay/protocol";
import type { AmazonRefusal } from "../refusal.ts";
import type { Seller } from "../world/objects.ts";
import type { World } from "../world/world.ts";

export type RequestFor<O extends OperationName> = RequestOf<(typeof operations)[O]>;
export type ResponseFor<O extends OperationName> = ResponseOf<(typeof operations)[O]>;

/** Who calls, and on which path. */
export interface Caller {
  readonly seller: Seller;
  readonly environment: Environment;
}

/**
 * Does one operation on the world at `world.now`, or refuses before anything has changed. The request has been read by
 * the operation's table: lengths, patterns and ranges hold.
 */
export type Handler<O extends OperationName> = (
  world: World,
  caller: Caller,
  request: RequestFor<O>,
) => ResponseFor<O> | AmazonRefusal;
