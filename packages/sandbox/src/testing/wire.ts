// Signed calls over http, for tests; every part of them can be bent.
import { connect } from "node:net";
import {
  apiPaths,
  commonParameters,
  formatForm,
  type OperationName,
  operations,
  type SignatureMethod,
  sign,
  stringToSign,
  writeRequest,
} from "@noren-pay/protocol";
import type { RequestFor } from "../operations/handler.ts";
import type { Sandbox, SandboxOptions } from "../start-sandbox.ts";
import { startSandbox } from "../start-sandbox.ts";

/** A frozen sandbox without quota, whose synchronous time-outs take no time. */
export const quickSandbox = (options: SandboxOptions = {}): Promise<Sandbox> =>
  startSandbox({
    frozen: true,
    throttle: false,
    ...options,
    settings: { synchronousTimeoutMs: 0, ...options.settings },
  });

export interface Bent {
  readonly method?: "GET" | "POST";
  readonly path?: string;
  /** What is signed instead of the Host header. */
  readonly signedHost?: string;
  readonly signatureMethod?: SignatureMethod;
  readonly secretKey?: string;
  /** Parameters instead of, or beside, the ordinary ones; undefined takes one away. */
  readonly set?: Readonly<Record<string, string | undefined>>;
  /** Added after signing. */
  readonly unsigned?: readonly (readonly [string, string])[];
  /** Where the parameters go. */
  readonly where?: "body" | "query";
  /** The last word on the encoded form. */
  readonly encode?: (form: string) => string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The error's code, or undefined. */
  readonly code: string | undefined;
}

/** Calls `action` as the default seller, with whatever is bent. */
export async function signedCall<O extends OperationName>(
  sandbox: Sandbox,
  action: O,
  request: RequestFor<O>,
  bent: Bent = {},
): Promise<Answered> {
  const { method = "POST", path = apiPaths.Sandbox, where = method === "GET" ? "query" : "body" } = bent;
  const signatureMethod = bent.signatureMethod ?? "HmacSHA256";
  const { accessKey, sellerId } = sandbox;
  const timestamp = sandbox.clock.wall();
  const common = commonParameters({ accessKey, sellerId, operation: action, timestamp, signatureMethod });
  const given = new Map([...common, ...writeRequest(operations[action], request as never)]);
  for (const [name, value] of Object.entries(bent.set ?? {})) {
    if (value === undefined) given.delete(name);
    else given.set(name, value);
  }
  const host = bent.signedHost ?? new URL(sandbox.url).host;
  const text = stringToSign({ method, host, path, parameters: given });
  const signature = sign(text, bent.secretKey ?? sandbox.secretKey, signatureMethod);
  const pairs: (readonly [string, string])[] = [...given, ["Signature", signature], ...(bent.unsigned ?? [])];
  const form = (bent.encode ?? ((encoded) => encoded))(formatForm(pairs));
  const answer = await fetch(`${sandbox.url}${path}${where === "query" ? `?${form}` : ""}`, {
    method,
    ...(where === "body" ? { headers: { "content-type": "application/x-www-form-urlencoded" }, body: form } : {}),
  });
  const body = await answer.text();
  return { status: answer.status, headers: answer.headers, text: body, code: /<Code>(\w+)</.exec(body)?.[1] };
}

/** Sends `bytes` to the sandbox as they are; gives all that comes back until the connection ends. */
export function raw(sandbox: Sandbox, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(sandbox.url).port), "127.0.0.1");
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("latin1")));
    socket.end(bytes);
  });
}

/** Calls the admin API. */
export async function admin(sandbox: Sandbox, method: string, path: string, body?: unknown) {
  const answer = await fetch(`${sandbox.adminUrl}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
  return { status: answer.status, body: (await answer.json()) as any };
}
