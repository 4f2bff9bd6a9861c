import type { Instant } from "@noren-pay/base";
import type { SandboxCore } from "./core.ts";
import { prepare, type ReadyDraft } from "./ready-draft.ts";
import type { BillingAgreement } from "./world/billing-agreement.ts";

export interface ReadyAgreement extends ReadyDraft {
  /** Whether the buyer has ticked the Consent widget's box. Default true. */
  readonly consent?: boolean | undefined;
}

/** A Draft billing agreement to which the buyer has agreed, so that no browser is needed. Throws as `readyDraft` does. */
export function readyAgreement(core: SandboxCore, wanted: ReadyAgreement, now: Instant): BillingAgreement {
  const { addressId, cardId, ...rest } = prepare(core, wanted);
  const agreement = core.command("createAgreement", { ...rest, now });
  const billingAgreementId = agreement.id;
  if (addressId !== undefined) core.command("selectAgreementAddress", { billingAgreementId, addressId, now });
  if (cardId !== undefined) core.command("selectAgreementPaymentMethod", { billingAgreementId, cardId, now });
  if (wanted.consent ?? true) core.command("setConsent", { billingAgreementId, consent: true, now });
  return agreement;
}
