import { apiPaths, apiVersion, type Environment, type Region, regions } from "@noren-pay/protocol";
import { AmazonPayError } from "./errors.ts";

/** Where calls go. */
export interface Endpoint {
  /** Scheme, host and port. */
  readonly origin: string;
  /** As it stands in the Host header: without a default port. It is signed. */
  readonly host: string;
  /** The path of the API. It is signed. */
  readonly path: string;
}

/**
 * The endpoint of a region, or `override`: an address such as `http://localhost:9080`, to which the API's path is
 * added unless it ends with it already. Plain http is possible only here. Throws `InvalidOptions`.
 */
export function endpointOf(region: Region, environment: Environment, override?: string): Endpoint {
  const path = apiPaths[environment];
  if (override === undefined) {
    const { host } = regions[region];
    return { origin: `https://${host}`, host, path };
  }
  const url = originOf(override);
  const prefix = url.pathname.replace(/\/+$/, "");
  return { origin: url.origin, host: url.host, path: prefix.endsWith(`/${apiVersion}`) ? prefix : prefix + path };
}

/** Reads an `endpoint` option. Throws `InvalidOptions`. */
export function originOf(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const plain = url && (url.protocol === "https:" || url.protocol === "http:");
  if (!plain || url.username || url.password || url.search || url.hash)
    throw new AmazonPayError("InvalidOptions", {
      operation: "endpoint",
      field: "endpoint",
      problem: "give an http or https address without user, query or fragment, such as http://localhost:9080",
    });
  return url;
}
