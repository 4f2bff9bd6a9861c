import type { Handler } from "./handler.ts";

export const getServiceStatus: Handler<"GetServiceStatus"> = (world) => ({ Status: "GREEN", Timestamp: world.now });
