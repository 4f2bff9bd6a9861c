import { isRefusal } from "../refusal.ts";
import type { Handler } from "./handler.ts";
import { pageOf, readNextToken } from "./order-reference-pages.ts";

export const listOrderReferenceByNextToken: Handler<"ListOrderReferenceByNextToken"> = (world, caller, request) => {
  const query = readNextToken(request.NextPageToken);
  return isRefusal(query) ? query : pageOf(world, caller, query);
};
