// Amazon's API on the front: verify, throttle, faults, call, answer; and a line in the log of requests for each.
import {
  apiPaths,
  type Environment,
  errors,
  isOperationName,
  isXmlText,
  type OperationName,
  operations,
  writeError,
  writeResponse,
} from "@noren-pay/protocol";
import { type FaultRule, hasEffect } from "../faults/faults.ts";
import { type LoggedRequest, withoutTokens } from "../log/request-log.ts";
import { whyFault, whyHeader, whyThrottled } from "../log/why.ts";
import type { ResponseFor } from "../operations/handler.ts";
import { type AmazonRefusal, isRefusal, refuse } from "../refusal.ts";
import type { Shell } from "../shell.ts";
import type { Front, FrontAnswer, FrontRequest, NoAnswer } from "./front.ts";
import { garbled } from "./garbled.ts";
import { readParameters, type VerifiedCall, verify } from "./wire-request.ts";

/** Adds both environments' paths, with and without a trailing slash, and what answers on paths like them. */
export function mountApi(front: Front, shell: Shell): void {
  for (const environment of ["Live", "Sandbox"] as const) {
    const path = apiPaths[environment];
    for (const method of ["GET", "POST"]) {
      for (const form of [path, `${path}/`]) {
        front.route(method, form, (request) => logged(shell, { environment, request }, answerCall));
      }
    }
  }
  // Calls to a wrong section, version or path; what a browser asks for in vain gets a plain text.
  const noSuchPath = (request: FrontRequest) =>
    logged(shell, { environment: undefined, request }, async (call) => refusalOf(call, refuse("InvalidAddress")));
  front.route("GET", "/OffAmazonPayments_Sandbox/*", noSuchPath);
  front.route("GET", "/OffAmazonPayments/:version", noSuchPath);
  front.otherwise((request) => (request.method === "POST" ? noSuchPath(request) : notFound));
}

const notFound: FrontAnswer = {
  status: 404,
  headers: { "content-type": "text/plain; charset=utf-8" },
  body: "Not found. This is the Noren sandbox, not Amazon.\n",
};

interface Came {
  readonly environment: Environment | undefined;
  readonly request: FrontRequest;
}

/** A call on its way, with its line of the log. */
interface Call extends Came {
  readonly shell: Shell;
  readonly log: LoggedRequest;
}

type Outcome = FrontAnswer | NoAnswer;

async function logged(shell: Shell, came: Came, answer: (call: Call) => Promise<Outcome>): Promise<Outcome> {
  const { method, path, headers } = came.request;
  const wall = shell.clock.wall();
  const log: LoggedRequest = {
    requestId: shell.nextRequestId(),
    at: shell.clock.now(),
    wall,
    tookMs: 0,
    method,
    path,
    host: headers.host ?? "",
    userAgent: headers["user-agent"] ?? "",
    environment: came.environment,
    requestBytes: 0,
    answer: "",
  };
  const outcome = await answer({ ...came, shell, log });
  log.tookMs = shell.clock.wall() - wall;
  if (typeof outcome === "string") log.noAnswer = outcome;
  else {
    log.status = outcome.status;
    log.answer = typeof outcome.body === "string" ? outcome.body : "";
  }
  shell.requests.add(log);
  return outcome;
}

async function answerCall(call: Call): Promise<Outcome> {
  const { request, shell, log } = call;
  const body = await request.body();
  if (body === "tooLarge") return refusalOf(call, refuse("InvalidParameterValue", "The request is too large."));
  log.requestBytes = body.length + request.query.length;
  const arrived = {
    method: request.method,
    path: request.path,
    query: request.query,
    body: body.toString("latin1"),
    host: log.host,
    wall: log.wall,
  };
  const read = readParameters(arrived);
  if (isRefusal(read)) return refusalOf(call, read);
  log.parameters = withoutTokens(read);
  const verified = verify({ world: shell.core.world, arrived, read, noted: log });
  return isRefusal(verified) ? refusalOf(call, verified) : answerVerified(call, verified);
}

async function answerVerified(call: Call, { seller, signer, action, parameters }: VerifiedCall): Promise<Outcome> {
  const { shell, log, environment = "Sandbox" } = call;
  const { sellerId } = seller;
  const fault = shell.faults.strike({ operation: action, sellerId, environment, parameters });
  if (fault) {
    log.faultId = fault.faultId;
    log.why = whyFault(fault.faultId);
    if (!hasEffect(fault)) return befallen(call, fault, responseOf(call, undefined));
  }
  const now = shell.clock.now();
  if (shell.throttle && isOperationName(action)) {
    const isAllowed = shell.throttle.take({ sellerId, callerId: signer.sellerId, environment, action, now });
    if (!isAllowed) {
      log.why = whyThrottled(action);
      return refusalOf(call, throttled);
    }
  }
  const answer = shell.core.call({ sellerId, action, parameters, environment, now });
  if (!isRefusal(answer) && isTimedOut(action, parameters, answer)) {
    await shell.sleep(shell.core.settings.synchronousTimeoutMs);
  }
  const written = isRefusal(answer) ? refusalOf(call, answer) : responseOf(call, answer, action as OperationName);
  return fault ? befallen(call, fault, written) : written;
}

const throttled = refuse("RequestThrottled", "Request is throttled");

const authorizing: ReadonlySet<string> = new Set(["Authorize", "AuthorizeOnBillingAgreement"]);

/** A synchronous authorization that timed out took its time: callers' next ids may hang on it. */
function isTimedOut(action: string, parameters: ReadonlyMap<string, string>, answer: object): boolean {
  if (!authorizing.has(action) || parameters.get("TransactionTimeout") !== "0") return false;
  const { AuthorizationDetails } = answer as ResponseFor<"Authorize">;
  return AuthorizationDetails.AuthorizationStatus.ReasonCode === "TransactionTimedOut";
}

/** What the fault makes of the answer. */
async function befallen(call: Call, fault: FaultRule, answer: FrontAnswer): Promise<Outcome> {
  const refused = (code: AmazonRefusal, status?: number) => refusalOf(call, code, status);
  switch (fault.kind) {
    case "resetBefore":
    case "resetAfter":
      return "reset";
    case "throttle":
      return refused(throttled);
    case "refuse":
      return refused(refuse(fault.code ?? "InternalServerError"), fault.status);
    case "internalError":
      return refused(refuse("InternalServerError"), fault.status);
    case "unavailable":
      return refused(refuse("ServiceUnavailable"), fault.status);
    case "garbled":
      return garbled(fault, answer);
    case "slow":
      await call.shell.sleep(fault.ms ?? 0);
      return answer;
    case "answerLost":
      await call.shell.sleep(fault.ms ?? 0);
      return "close";
  }
}

/** Without an answer to write: an empty one, for a fault to garble. */
function responseOf(call: Call, answer: object | undefined, action?: OperationName): FrontAnswer {
  const { requestId } = call.log;
  const body = answer && action ? writeResponse(operations[action], answer as never, requestId) : "";
  return { status: 200, headers: headersOf(call), body };
}

function refusalOf(call: Call, refusal: AmazonRefusal, status?: number): FrontAnswer {
  const { shell, log } = call;
  log.code = refusal.code;
  return {
    status: status ?? shell.core.settings.errorStatuses[refusal.code] ?? errors[refusal.code].status,
    headers: headersOf(call),
    body: writeError({ code: refusal.code, message: printable(refusal.message), requestId: log.requestId }),
  };
}

const messageLengthMax = 1_000;

/** Messages repeat what was sent; what XML cannot carry, or nobody would read, is left out for the code's own text. */
function printable(message: string): string | undefined {
  return message.length <= messageLengthMax && isXmlText(message) ? message : undefined;
}

const headersOf = ({ shell, log }: Call) => ({
  "content-type": "text/xml",
  "x-mws-request-id": log.requestId,
  "x-mws-timestamp": new Date(shell.clock.wall()).toISOString(),
  "x-mws-response-context": log.requestId,
  ...(log.why && shell.core.settings.explainRefusals ? { "x-noren-sandbox-why": whyHeader(log.why) } : {}),
});
