// What callbacks get. Both getters stand on one object; the one that does not apply gives nothing.

export const contractOf = ({ contractId, isAgreement }) => ({
  getAmazonOrderReferenceId: () => (isAgreement ? undefined : contractId),
  getAmazonBillingAgreementId: () => (isAgreement ? contractId : undefined),
});

/** Amazon gives the consent as a text, "true" or "false". */
export const consentOf = (billingAgreementId, given) => ({
  getConsentStatus: () => String(given),
  getAmazonOrderReferenceId: () => undefined,
  getAmazonBillingAgreementId: () => billingAgreementId,
});

export const widgetError = (code, message) => ({ getErrorCode: () => code, getErrorMessage: () => message });
