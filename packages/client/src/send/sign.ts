import type { Instant } from "@noren-pay/base";
import { commonParameters, encode, type OperationName, sign, stringToSign } from "@noren-pay/protocol";
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

/** The form body of a signed call. Each attempt is signed anew, because Amazon refuses old timestamps. */
export function signedBody(unsigned: Unsigned, credentials: Credentials, endpoint: Endpoint): string {
  const { operation, timestamp, parameters } = unsigned;
  const { sellerId, accessKey, secretKey, mwsAuthToken } = credentials;
  const common = commonParameters({ accessKey, sellerId, operation, timestamp, mwsAuthToken });
  const text = stringToSign({
    method: "POST",
    host: endpoint.host,
    path: endpoint.path,
    parameters: [...common, ...parameters],
  });
  // The canonical query, which is the string's last line, is a form body already.
  const query = text.slice(text.lastIndexOf("\n") + 1);
  return `${query}&Signature=${encode(sign(text, secretKey, "HmacSHA256"))}`;
}
