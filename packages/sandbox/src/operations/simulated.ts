import { readSimulation, type Simulation, simulationsAreHonoured } from "@noren-pay/protocol";
import { type AmazonRefusal, refuse } from "../refusal.ts";
import type { AuthenticationOutcome, OrderReference } from "../world/objects.ts";
import type { Caller } from "./handler.ts";

/** The simulation that a note asks for; undefined for ordinary text. Refused where it may not stand. */
export function simulationOf(
  caller: Caller,
  operation: string,
  note: string | undefined,
): Simulation | undefined | AmazonRefusal {
  const simulation = readSimulation(operation, note);
  if (simulation === undefined) return undefined;
  if (simulation !== "invalid" && simulationsAreHonoured(caller.environment)) return simulation;
  return refuse(
    "InvalidSandboxSimulationSpecified",
    simulation === "invalid"
      ? `The sandbox simulation is not valid for ${operation}.`
      : "Sandbox simulations are not allowed in production.",
  );
}

/** A SellerNote was set: what it simulates stands until it is overwritten. */
export function simulateOnDraft(order: OrderReference, simulation: Simulation | undefined): void {
  order.simulatedConstraint = simulation?.constraint === "PaymentMethodNotAllowed" ? simulation.constraint : undefined;
  order.simulatedAuthentication = simulation?.paymentAuthenticationStatus as AuthenticationOutcome | undefined;
}
