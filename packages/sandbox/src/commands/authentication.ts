// The page to which `confirmationFlow.success()` sends the buyer: the challenge, and where it leads.
import { SandboxError } from "../errors.ts";
import { suspendAgreement } from "../world/agreement-changes.ts";
import type { BillingAgreement } from "../world/billing-agreement.ts";
import { suspend } from "../world/changes.ts";
import type { AuthenticationOutcome, OrderReference, PaymentAuthentication } from "../world/objects.ts";
import type { World } from "../world/world.ts";

export interface FinishAuthentication {
  /** An order reference or a billing agreement that was confirmed with addresses to go on to. */
  readonly id: string;
  /** Left out: what the note of SetOrderReferenceDetails simulates, or else Success. */
  readonly outcome?: AuthenticationOutcome | undefined;
}

export interface Authenticated {
  readonly outcome: AuthenticationOutcome;
  /** Where the buyer's browser goes on. */
  readonly url: string;
}

/**
 * Ends the challenge. Success lets the merchant authorize; Failure suspends, until the buyer has chosen another payment
 * method; Abandoned changes nothing. [U] Once it has ended it stays so. Throws UnknownObject, NotInThisState.
 */
export function finishAuthentication(world: World, args: FinishAuthentication): Authenticated {
  const object = world.orderReferences.get(args.id) ?? world.billingAgreements.get(args.id);
  if (!object) throw new SandboxError("UnknownObject", { field: "id" });
  const { paymentAuthentication } = object;
  if (!paymentAuthentication) {
    throw new SandboxError("NotInThisState", {
      field: "id",
      detail: "It was not confirmed with addresses to go on to.",
    });
  }
  if (paymentAuthentication.state === "NOT_REQUIRED") return answer(paymentAuthentication, "Success");
  if (paymentAuthentication.state === "SUCCESS") return answer(paymentAuthentication, "Success");
  if (paymentAuthentication.state === "FAILURE") return answer(paymentAuthentication, "Failure");
  const outcome = args.outcome ?? simulated(object) ?? "Success";
  if (outcome === "Success") paymentAuthentication.state = "SUCCESS";
  if (outcome === "Failure") fail(world, object, paymentAuthentication);
  return answer(paymentAuthentication, outcome);
}

const simulated = (object: OrderReference | BillingAgreement) =>
  object.kind === "OrderReference" ? object.simulatedAuthentication : undefined;

function fail(world: World, object: OrderReference | BillingAgreement, authentication: PaymentAuthentication): void {
  authentication.state = "FAILURE";
  if (object.state !== "Open") return;
  if (object.kind === "OrderReference") suspend(world, object, "sync");
  else suspendAgreement(world, object, { reason: "InvalidPaymentMethod" });
}

function answer({ successUrl, failureUrl }: PaymentAuthentication, outcome: AuthenticationOutcome): Authenticated {
  const url = new URL(outcome === "Success" ? successUrl : failureUrl);
  url.searchParams.append("AuthenticationStatus", outcome);
  return { outcome, url: url.href };
}
