// The EU's strong customer authentication: whether a confirmation asks for a challenge.
import { type AmazonRefusal, refuse } from "../refusal.ts";
import type { PaymentAuthentication } from "../world/objects.ts";
import type { World } from "../world/world.ts";

interface Addresses {
  readonly SuccessUrl?: string | undefined;
  readonly FailureUrl?: string | undefined;
}

export const isChallengedRegion = ({ settings }: World) => settings.region === "de" || settings.region === "uk";

/** Without addresses there is no challenge; elsewhere than in the EU they only tell a page where to go on. */
export function authenticationOf(
  world: World,
  addresses: Addresses,
): PaymentAuthentication | undefined | AmazonRefusal {
  const isChallenged = isChallengedRegion(world);
  const isRequired = isChallenged && world.settings.requireAuthenticationUrls;
  for (const name of ["SuccessUrl", "FailureUrl"] as const) {
    const address = addresses[name];
    if (address === undefined && !isRequired) continue;
    const isAddress = address !== undefined && URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
    // Where nobody is challenged, Amazon takes and ignores whatever stands there.
    if (!isAddress && !isChallenged) return undefined;
    if (!isAddress) {
      return refuse("InvalidParameterValue", `The parameter ${name} ${address ? "is no web address" : "is missing"}.`);
    }
  }
  const { SuccessUrl: successUrl, FailureUrl: failureUrl } = addresses;
  if (successUrl === undefined || failureUrl === undefined) return undefined;
  return { state: isChallenged ? "REQUIRED" : "NOT_REQUIRED", successUrl, failureUrl };
}
