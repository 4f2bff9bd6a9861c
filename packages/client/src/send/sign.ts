import type { Instant } from "@noren-pay/base";
import { commonParameters, encode, type OperationName, sign } from "@noren-pay/protocol";
import type { Endpoint } from "../endpoint.ts";

/** Who calls. */
export interface Credentials {
  readonly sellerId: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly mwsAuthToken?: string | undefined;
}

interface Unsigned {
  readonly operation: OperationName;
  /** The operation's own parameters. */
  readonly parameters: readonly (readonly [string, string])[];
  /** Wall time. */
  readonly timestamp: Instant;
}

/** Gives the form body of a signed call. Each attempt is signed anew, because Amazon refuses old timestamps. */
export type Signer = (unsigned: Unsigned) => string;

/** Signature Version 2. The canonical query is a form body already, so each value is encoded once for both. */
export function signer(credentials: Credentials, endpoint: Endpoint): Signer {
  const { secretKey, ...caller } = credentials;
  const head = `POST\n${endpoint.host.toLowerCase()}\n${endpoint.path}\n`;
  return ({ operation, timestamp, parameters }) => {
    const values = new Map<string, string>(commonParameters({ ...caller, operation, timestamp }));
    for (const [name, value] of parameters) values.set(name, value);
    // Names are ASCII, so the order of code units is the order of bytes that the signature wants.
    const names = [...values.keys()].sort();
    let query = "";
    for (const name of names) query += `${query === "" ? "" : "&"}${encode(name)}=${encode(values.get(name) ?? "")}`;
    return `${query}&Signature=${encode(sign(head + query, secretKey, "HmacSHA256"))}`;
  };
}
