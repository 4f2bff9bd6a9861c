// Amazon's side: the sandbox's core behind the classic gateway, without http. Every call takes a while, and may be lost
// on the way there or back. Quota is counted here, where the calls leave, apart from the service's own buckets.
import { type Instant, type Random, yen } from "@noren-pay/base";
import { type AmazonPayClient, AmazonPayError } from "@noren-pay/client";
import { classicGateway } from "@noren-pay/gateways";
import type { AmazonAccount, Gateway } from "@noren-pay/payments";
import { type OperationName, operations, orderReferenceIdOf, quotas } from "@noren-pay/protocol";
import { isRefusal, SandboxCore } from "@noren-pay/sandbox";
import type { Bug, Faults } from "./faults.ts";
import type { Process } from "./process.ts";
import type { Scheduler } from "./scheduler.ts";

export interface AmazonOptions {
  readonly scheduler: Scheduler;
  readonly random: Random;
  faults: Faults;
  readonly bug: Bug | undefined;
}

interface Call {
  readonly process: Process;
  readonly account: AmazonAccount;
  readonly action: OperationName;
  readonly request: Record<string, unknown>;
}

export class Amazon {
  readonly core: SandboxCore;
  calls = 0;
  throttlesOfOurs = 0;
  /** Hears of each order on which a call has just taken effect. */
  onEffect: (orderReferenceId: string) => void = () => {};
  readonly #options: AmazonOptions;
  readonly #buckets = new Map<string, { tokens: number; at: Instant }>();
  /** Of the planted bugs: reference ids seen, and what was read at first. */
  readonly #seen = new Set<string>();
  readonly #firstReads = new Map<string, unknown>();
  #requests = 0;

  constructor(options: AmazonOptions) {
    this.#options = options;
    this.core = new SandboxCore({
      seed: "simulation",
      start: options.scheduler.now,
      settings: { timedOutCardDeclinesAsync: false, noticesKeptMax: 0 },
    });
  }

  set faults(faults: Faults) {
    this.#options.faults = faults;
  }

  gateway(process: Process, account: AmazonAccount): Gateway {
    const methods = Object.fromEntries(
      Object.keys(operations).map((name) => [
        name[0]!.toLowerCase() + name.slice(1),
        (request: Record<string, unknown>) => this.#call({ process, account, action: name as OperationName, request }),
      ]),
    );
    return classicGateway({ client: methods as unknown as AmazonPayClient, account });
  }

  #chance(share: number): boolean {
    return this.#options.random.next() < share;
  }

  async #call(call: Call): Promise<Record<string, unknown> & { requestId: string }> {
    const { scheduler, random, faults } = this.#options;
    const { process, action } = call;
    this.calls++;
    this.#countQuota(call);
    if (this.#chance(faults.crash)) process.die();
    await process.alive();
    await process.wait(5 + random.int(200));
    if (this.#chance(faults.callLost)) throw error("ConnectionFailed", action);
    if (this.#chance(faults.throttled)) throw error("RequestThrottled", action);
    if (this.#chance(faults.serverError)) throw error("InternalServerError", action);
    // A call that left arrives, whether its sender still lives or not.
    const answer = this.#effect(call);
    if (!action.startsWith("Get")) this.onEffect(orderReferenceOf(call.request));
    await process.wait(5 + random.int(this.#chance(0.01) ? 90_000 : 400));
    if (this.#chance(faults.crash)) process.die();
    await process.alive();
    if (this.#chance(faults.serverError)) throw error("InternalServerError", action);
    if (this.#chance(faults.answerLost)) throw error("AnswerLost", action);
    if (isRefusal(answer)) throw error(answer.code, action);
    this.#requests++;
    return { ...(answer as Record<string, unknown>), requestId: `request-${scheduler.now}-${this.#requests}` };
  }

  #effect(call: Call): unknown {
    const { scheduler, bug } = this.#options;
    const { account, action } = call;
    const at = { sellerId: account.sellerId, action, now: scheduler.now } as const;
    const ask = (request: unknown) => this.core.call({ ...at, request } as never);
    if (bug === undefined) return ask(call.request);
    return this.#wrong(call, ask);
  }

  /** The planted bugs that live between the books and Amazon. */
  #wrong({ action, request }: Call, ask: (request: unknown) => unknown): unknown {
    const { bug, random } = this.#options;
    const another = () => Buffer.from(random.bytes(16)).toString("hex");
    if (bug === "captureWholeAuthorization" && action === "Capture")
      return ask({ ...request, CaptureAmount: this.#authorizedAmount(String(request.AmazonAuthorizationId)) });
    if (bug === "captureGrows" && action === "Capture") return this.#grown(ask(request));
    if (bug === "newIdWhenRepeated" && action === "Authorize") {
      const id = String(request.AuthorizationReferenceId);
      const isRepeated = this.#seen.has(id);
      this.#seen.add(id);
      return ask(
        isRepeated ? { ...request, AuthorizationReferenceId: another(), AuthorizationAmount: yen(100) } : request,
      );
    }
    if (bug === "refundTwice" && action === "Refund") ask({ ...request, RefundReferenceId: another() });
    if (bug === "refundMore" && action === "Refund") {
      const { amount } = request.RefundAmount as { amount: number };
      return ask({ ...request, RefundAmount: yen(amount + 1) });
    }
    if (bug === "cancelInBooksOnly" && action === "CancelOrderReference") {
      this.#shipBehindTheBooks(String(request.AmazonOrderReferenceId));
      return {};
    }
    if (bug === "readOnce" && action.startsWith("Get")) {
      const name = JSON.stringify(request);
      if (!this.#firstReads.has(name)) this.#firstReads.set(name, ask(request));
      return this.#firstReads.get(name);
    }
    return ask(request);
  }

  #authorizedAmount(amazonId: string): unknown {
    return this.core.world.authorizations.get(amazonId)?.amount;
  }

  /** Amazon refuses such a capture, so its world is bent afterwards. */
  #grown(answer: unknown): unknown {
    for (const capture of this.core.world.captures.values()) {
      const held = this.#authorizedAmount(capture.authorizationId) as { readonly amount: number };
      if (capture.amount.amount <= held.amount) Object.assign(capture, { amount: yen(held.amount + 1) });
    }
    return answer;
  }

  #shipBehindTheBooks(orderReferenceId: string): void {
    const { scheduler, random } = this.#options;
    const order = this.core.world.orderReferences.get(orderReferenceId);
    for (const id of order?.authorizationIds ?? []) {
      const authorization = this.core.world.authorizations.get(id);
      if (order === undefined || authorization?.state !== "Open") continue;
      this.core.call({
        sellerId: order.sellerId,
        action: "Capture",
        now: scheduler.now,
        request: {
          AmazonAuthorizationId: id,
          CaptureReferenceId: Buffer.from(random.bytes(16)).toString("hex"),
          CaptureAmount: authorization.amount,
        },
      });
    }
  }

  /** Amazon's own count, by the published figures, where the call leaves us. */
  #countQuota({ account, action }: Call): void {
    const { now } = this.#options.scheduler;
    const { burst, perSecond } = quotas[operations[action].quota][account.environment];
    const name = `${account.sellerId} ${action}`;
    const held = this.#buckets.get(name) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, held.tokens + ((now - held.at) / 1000) * perSecond);
    if (tokens < 1 - 1e-6) this.throttlesOfOurs++;
    this.#buckets.set(name, { tokens: tokens - 1, at: now });
  }
}

function orderReferenceOf(request: Record<string, unknown>): string {
  const { AmazonOrderReferenceId, AmazonAuthorizationId, AmazonCaptureId } = request;
  const id = String(AmazonOrderReferenceId ?? AmazonAuthorizationId ?? AmazonCaptureId);
  return orderReferenceIdOf(id) ?? id;
}

const error = (code: ConstructorParameters<typeof AmazonPayError>[0], operation: string) =>
  new AmazonPayError(code, { operation });
