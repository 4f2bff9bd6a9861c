// Amazon's API on the front: verify, throttle, faults, call, answer.
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
import type { FaultRule } from "../faults/faults.ts";
import type { ResponseFor } from "../operations/handler.ts";
import { type AmazonRefusal, isRefusal, refuse } from "../refusal.ts";
import type { Shell } from "../shell.ts";
import type { Front, FrontAnswer, FrontRequest, NoAnswer } from "./front.ts";
import { readParameters, type VerifiedCall, verify } from "./wire-request.ts";

/** Adds both environments' paths, with and without a trailing slash, and what answers on paths like them. */
export function mountApi(front: Front, shell: Shell): void {
  for (const environment of ["Live", "Sandbox"] as const) {
    const path = apiPaths[environment];
    for (const method of ["GET", "POST"]) {
      for (const form of [path, `${path}/`]) {
        front.route(method, form, (request) => answerCall(shell, environment, request));
      }
    }
  }
  // Calls to a wrong section, version or path; what a browser asks for in vain gets a plain text.
  const noSuchPath = () => answerRefusal(shell, refuse("InvalidAddress"));
  front.route("GET", "/OffAmazonPayments_Sandbox/*", noSuchPath);
  front.route("GET", "/OffAmazonPayments/:version", noSuchPath);
  front.otherwise(({ method }) => (method === "POST" ? noSuchPath() : notFound));
}

const notFound: FrontAnswer = {
  status: 404,
  headers: { "content-type": "text/plain; charset=utf-8" },
  body: "Not found. This is the Noren sandbox, not Amazon.\n",
};

async function answerCall(
  shell: Shell,
  environment: Environment,
  request: FrontRequest,
): Promise<FrontAnswer | NoAnswer> {
  const body = await request.body();
  if (body === "tooLarge") return answerRefusal(shell, refuse("InvalidParameterValue", "The request is too large."));
  const arrived = {
    method: request.method,
    path: request.path,
    query: request.query,
    body: body.toString("latin1"),
    host: request.headers.host ?? "",
    wall: shell.clock.wall(),
  };
  const read = readParameters(arrived);
  if (isRefusal(read)) return answerRefusal(shell, read);
  const verified = verify(shell.core.world, arrived, read);
  if (isRefusal(verified)) return answerRefusal(shell, verified);
  return answerVerified(shell, environment, verified);
}

async function answerVerified(
  shell: Shell,
  environment: Environment,
  call: VerifiedCall,
): Promise<FrontAnswer | NoAnswer> {
  const { sellerId } = call.seller;
  const fault = shell.faults.strike({ operation: call.action, sellerId });
  if (fault?.kind === "resetBefore") return "reset";
  if (fault?.kind === "throttle") return answerRefusal(shell, throttled);
  if (fault?.kind === "refuse") {
    return answerRefusal(shell, refuse(fault.code ?? "InternalServerError"), fault.status);
  }
  const now = shell.clock.now();
  if (shell.throttle && isOperationName(call.action)) {
    const isAllowed = shell.throttle.take({ sellerId, environment, action: call.action, now });
    if (!isAllowed) return answerRefusal(shell, throttled);
  }
  const { action, parameters } = call;
  const answer = shell.core.call({ sellerId, action, parameters, environment, now });
  if (isRefusal(answer)) return afterFault(shell, fault, answerRefusal(shell, answer));
  if (isTimedOut(call, answer)) await shell.sleep(shell.core.settings.synchronousTimeoutMs);
  return afterFault(shell, fault, answerResponse(shell, action as OperationName, answer));
}

const throttled = refuse("RequestThrottled", "Request is throttled");

/** A synchronous authorization that timed out took its time: callers' next ids may hang on it. */
function isTimedOut({ action, parameters }: VerifiedCall, answer: object): boolean {
  if (action !== "Authorize" || parameters.get("TransactionTimeout") !== "0") return false;
  const { AuthorizationDetails } = answer as ResponseFor<"Authorize">;
  return AuthorizationDetails.AuthorizationStatus.ReasonCode === "TransactionTimedOut";
}

async function afterFault(
  shell: Shell,
  fault: FaultRule | undefined,
  answer: FrontAnswer,
): Promise<FrontAnswer | NoAnswer> {
  if (fault?.kind === "resetAfter") return "reset";
  if (fault?.kind === "slow" || fault?.kind === "answerLost") await shell.sleep(fault.ms ?? 0);
  return fault?.kind === "answerLost" ? "close" : answer;
}

function answerResponse(shell: Shell, action: OperationName, response: object): FrontAnswer {
  const requestId = shell.nextRequestId();
  const body = writeResponse(operations[action], response as never, requestId);
  return { status: 200, headers: headersOf(shell, requestId), body };
}

function answerRefusal(shell: Shell, refusal: AmazonRefusal, status?: number): FrontAnswer {
  const requestId = shell.nextRequestId();
  return {
    status: status ?? shell.core.settings.errorStatuses[refusal.code] ?? errors[refusal.code].status,
    headers: headersOf(shell, requestId),
    body: writeError({ code: refusal.code, message: printable(refusal.message), requestId }),
  };
}

const messageLengthMax = 1_000;

/** Messages repeat what was sent; what XML cannot carry, or nobody would read, is left out for the code's own text. */
function printable(message: string): string | undefined {
  return message.length <= messageLengthMax && isXmlText(message) ? message : undefined;
}

const headersOf = (shell: Shell, requestId: string) => ({
  "content-type": "text/xml",
  "x-mws-request-id": requestId,
  "x-mws-timestamp": new Date(shell.clock.wall()).toISOString(),
  "x-mws-response-context": requestId,
});
