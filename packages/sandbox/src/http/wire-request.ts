// From bytes to a verified call: steps 1 to 6 of the order in which Amazon Pay refuses (integration guide; the order
// itself is unconfirmed).
import type { Instant } from "@noren-pay/base";
import {
  apiVersion,
  type FormParameter,
  formParametersMax,
  ProtocolError,
  parseForm,
  parseTimestamp,
  type SignatureMethod,
  sign,
  signatureMethods,
  stringToSignOf,
} from "@noren-pay/protocol";
import type { Why } from "../log/request-log.ts";
import { whyMismatch, whyNoKey, whyOtherSeller, whyTimestamp } from "../log/why.ts";
import { type AmazonRefusal, isRefusal, refuse } from "../refusal.ts";
import type { Seller } from "../world/objects.ts";
import type { World } from "../world/world.ts";

/** What arrived, before anything is believed. */
export interface Arrived {
  readonly method: string;
  /** Exactly as sent: it was signed so. */
  readonly path: string;
  readonly query: string;
  /** The body, one character per byte. */
  readonly body: string;
  readonly host: string;
  /** Wall time. */
  readonly wall: Instant;
}

/** A call whose signature is right. */
export interface VerifiedCall {
  /** Whose account is meant. */
  readonly seller: Seller;
  /** Whose keys have signed: another one's when a solution provider acts for a merchant. */
  readonly signer: Seller;
  readonly action: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const required = [
  "AWSAccessKeyId",
  "Action",
  "SellerId",
  "SignatureMethod",
  "SignatureVersion",
  "Timestamp",
  "Version",
  "Signature",
] as const;

/** Query and body together. Refuses what cannot be read, and a name that stands there twice. */
export function readParameters(arrived: Arrived): FormParameter[] | AmazonRefusal {
  let read: FormParameter[];
  try {
    read = [...parseForm(arrived.query), ...parseForm(arrived.body)];
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return refuse("InvalidParameterValue", "The parameters cannot be read.");
  }
  if (read.length > formParametersMax) return refuse("InvalidParameterValue", "There are too many parameters.");
  return read;
}

/** What is learnt of a call on the way, whatever comes of it. */
export interface Noted {
  sellerId?: string | undefined;
  accessKey?: string | undefined;
  operation?: string | undefined;
  /** Why it was refused, where that takes more words than Amazon's. */
  why?: Why | undefined;
}

export interface Verifying {
  readonly world: World;
  readonly arrived: Arrived;
  readonly read: readonly FormParameter[];
  readonly noted: Noted;
}

/** Checks everything that does not depend on the operation. */
export function verify({ world, arrived, read, noted }: Verifying): VerifiedCall | AmazonRefusal {
  const parameters = new Map<string, string>();
  for (const { name, value } of read) {
    if (parameters.has(name)) return invalid(name, "is sent more than once");
    parameters.set(name, value);
  }
  // MWS at large knows the seller id by this older name too.
  const merchant = parameters.get("Merchant");
  if (merchant !== undefined && !parameters.has("SellerId")) parameters.set("SellerId", merchant);
  if (parameters.get("Version") !== undefined && parameters.get("Version") !== apiVersion) {
    return refuse("InvalidAddress", "The version is not known.");
  }
  for (const name of required) if (!parameters.get(name)) return invalid(name, "is missing");
  const common = (name: (typeof required)[number]) => parameters.get(name) as string;
  noted.operation = common("Action").slice(0, notedLengthMax);
  noted.accessKey = common("AWSAccessKeyId").slice(0, notedLengthMax);
  noted.sellerId = common("SellerId").slice(0, notedLengthMax);
  if (common("SignatureVersion") !== "2") return invalid("SignatureVersion", "is not 2");
  const method = signatureMethods.find((each) => each === common("SignatureMethod"));
  if (!method) return invalid("SignatureMethod", "is neither HmacSHA256 nor HmacSHA1");
  const seller = world.sellersByAccessKey.get(common("AWSAccessKeyId"));
  const key = seller?.keys.find(({ accessKey }) => accessKey === common("AWSAccessKeyId"));
  if (!seller || !key?.active) {
    noted.why = whyNoKey(key !== undefined);
    return refuse("InvalidAccessKeyId");
  }
  const refusal = refusalOfTimestamp(world, common("Timestamp"), arrived.wall);
  if (refusal) {
    noted.why = whyTimestamp(common("Timestamp"), arrived.wall);
    return refusal;
  }
  const signed = { signature: common("Signature"), method, arrived, read };
  if (!isSignedBy(key.secretKey, signed)) {
    noted.why = whyMismatch(world, key, signed);
    return refuse("SignatureDoesNotMatch");
  }
  const account = actedFor(world, {
    signer: seller,
    sellerId: common("SellerId"),
    token: parameters.get("MWSAuthToken"),
  });
  if (isRefusal(account)) {
    noted.why = whyOtherSeller(seller.sellerId, common("SellerId"));
    return account;
  }
  return { seller: account, signer: seller, action: common("Action"), parameters };
}

/** Names that callers make up are cut for the log. */
const notedLengthMax = 100;

const invalid = (name: string, problem: string) =>
  refuse("InvalidParameterValue", `The parameter ${name.slice(0, 100)} ${problem}.`);

function refusalOfTimestamp(world: World, text: string, wall: Instant): AmazonRefusal | undefined {
  const timestamp = parseTimestamp(text);
  if (timestamp === undefined) return invalid("Timestamp", "is not an ISO 8601 timestamp with a zone");
  return Math.abs(timestamp - wall) > world.settings.timestampSkewMs ? invalid("Timestamp", "has expired") : undefined;
}

interface Acting {
  readonly signer: Seller;
  readonly sellerId: string;
  /** An empty one is as good as none. */
  readonly token: string | undefined;
}

/**
 * The account that a call is for: the signer's own, for which it needs no token, or that of a merchant who has given it
 * one. Which code answers what is unconfirmed.
 */
function actedFor(world: World, { signer, sellerId, token }: Acting): Seller | AmazonRefusal {
  if (signer.sellerId === sellerId) return signer;
  const given = world.authTokens.get(token ?? "");
  const merchant = world.sellers.get(sellerId);
  if (!given || !merchant || given.sellerId !== sellerId) return refuse("AccessDenied");
  return given.revoked || given.providerId !== signer.sellerId ? refuse("UnauthorizedSolutionProvider") : merchant;
}

export interface Signed {
  readonly signature: string;
  readonly method: SignatureMethod;
  readonly arrived: Arrived;
  readonly read: readonly FormParameter[];
}

/**
 * Clients sign the Host header, the host without its port, or, by a slip of one SDK's, `http://` and the host. These
 * are keys of a sandbox, so the comparison need not hide how far it got.
 */
function isSignedBy(secretKey: string, { signature, method, arrived, read }: Signed): boolean {
  const canonical = read.map((parameter) => parameter.canonical);
  const matches = (host: string) => {
    const text = stringToSignOf({ method: arrived.method, host, path: arrived.path, canonical });
    return sign(text, secretKey, method) === signature;
  };
  const { host } = arrived;
  return matches(host) || matches(host.replace(/:\d+$/, "")) || matches(`http://${host}`);
}
