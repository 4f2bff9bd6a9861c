import { readSimulation, type Simulation, simulationsAreHonoured } from "@noren-pay/protocol";
import { type AmazonRefusal, refuse } from "../refusal.ts";
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
