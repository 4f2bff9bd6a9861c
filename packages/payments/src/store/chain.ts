export { canonicalJson, chained, chainHash, chainStart } from "../model/hash.ts";
