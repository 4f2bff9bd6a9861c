// One POST to a shop's endpoint. The name is resolved here and every address it has is judged; the connection goes to
// the address that was judged, so that a name cannot mean another place a moment later.
import { type LookupAddress, type LookupOptions, lookup as resolve } from "node:dns";
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { isIP } from "node:net";
import { hostOf, isPublicAddress, type UrlRules } from "./addresses.ts";

/** Words for what went wrong, as people see them. */
export type PostFault = "addressRefused" | "nameUnknown" | "notReached" | "tlsFailed" | "tooSlow" | "answerLost";

export type Posted =
  | { readonly answered: true; readonly status: number; readonly retryAfter: string | undefined }
  | { readonly answered: false; readonly fault: PostFault };

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PostRules extends UrlRules {
  /** Wall time for the whole exchange, in ms. */
  readonly timeoutMs: number;
  /** How names are resolved; the system's resolver unless a test brings its own. */
  readonly resolve?: typeof resolve;
}

/** An answer's body is of no interest; so much of it is read before the connection is cut. */
const bodyBytesMax = 16_384;

/** Never throws for what the other side or the network did. Redirects are answers like any other: not followed. */
export function post({ url, headers, body }: Post, rules: PostRules): Promise<Posted> {
  const to = new URL(url);
  const host = hostOf(to);
  if (!rules.anywhere && isIP(host) !== 0 && !isPublicAddress(host)) return Promise.resolve(fault("addressRefused"));
  return new Promise((done) => {
    const outgoing = (to.protocol === "https:" ? tlsRequest : plainRequest)(
      to,
      {
        method: "POST",
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
        agent: false,
        lookup: checkedLookup(rules),
        signal: AbortSignal.timeout(rules.timeoutMs),
      },
      (answer) => readBounded(answer, done),
    );
    outgoing.on("error", (error) => done(fault(faultOf(error))));
    outgoing.end(body);
  });
}

const fault = (what: PostFault): Posted => ({ answered: false, fault: what });

function readBounded(answer: IncomingMessage, done: (posted: Posted) => void): void {
  const status = answer.statusCode ?? 0;
  const retryAfter = answer.headers["retry-after"];
  let bytes = 0;
  // The status is the answer; a body that is long or breaks off changes nothing of it.
  const end = () => {
    done({ answered: true, status, retryAfter });
    answer.destroy();
  };
  answer.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > bodyBytesMax) end();
  });
  answer.on("end", end);
  answer.on("error", () => done(fault("answerLost")));
  answer.on("aborted", () => done(fault("answerLost")));
}

type LookupDone = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

const checkedLookup =
  ({ anywhere, resolve: resolver = resolve }: PostRules) =>
  (hostname: string, options: LookupOptions, done: LookupDone): void => {
    resolver(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(named("ENOTFOUND", error), []);
      if (!anywhere && !found.every(({ address }) => isPublicAddress(address)))
        return done(named("EREFUSEDADDRESS"), []);
      const [first] = found;
      if (first === undefined) return done(named("ENOTFOUND"), []);
      if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };

const named = (code: string, cause?: unknown): Error => Object.assign(new Error(code, { cause }), { code });

function faultOf(error: Error): PostFault {
  const code = "code" in error ? String(error.code) : "";
  if (error.name === "AbortError" || error.name === "TimeoutError" || code === "ABORT_ERR") return "tooSlow";
  if (code === "EREFUSEDADDRESS") return "addressRefused";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "nameUnknown";
  if (code === "ECONNRESET" || code === "EPIPE" || code.startsWith("HPE_")) return "answerLost";
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(code)) return "tlsFailed";
  return "notReached";
}
