// Inner messages about billing agreements, one for each EventType. Source: recorded notifications of Amazon's SDKs (a
// closed agreement; a payment method updated while Open); the others are composed likewise. Ids are made up.

export interface CorpusAgreementNotice {
  readonly eventType: string;
  readonly state: string;
  readonly reasonCode: string | undefined;
  /** The `Message` of an envelope, byte for byte. */
  readonly message: string;
}

export const agreementNotices: readonly CorpusAgreementNotice[] = [
  {
    eventType: "BillingAgreementStatusUpdated",
    state: "Closed",
    reasonCode: "SellerClosed",
    message: String.raw`{"ReleaseEnvironment":"Sandbox","MarketplaceID":"000000","Version":"2013-01-01","EventType":"BillingAgreementStatusUpdated","NotificationType":"BillingAgreementNotification","SellerId":"A1SELLEREXMPL","NotificationReferenceId":"1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed","Timestamp":"2020-05-20T03:00:00.900Z","NotificationData":"<?xml version=\"1.0\" encoding=\"UTF-8\"?><BillingAgreementNotification xmlns=\"https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01\">\n    <BillingAgreement>\n        <AmazonBillingAgreementId>C03-2345678-8765432<\/AmazonBillingAgreementId>\n        <SellerBillingAgreementAttributes>\n            <SellerId>A1SELLEREXMPL<\/SellerId>\n            <SellerBillingAgreementId>SUBSCR-77<\/SellerBillingAgreementId>\n        <\/SellerBillingAgreementAttributes>\n        <BillingAgreementStatus>\n            <State>Closed<\/State>\n            <LastUpdateTimestamp>2020-05-20T03:00:00.100Z<\/LastUpdateTimestamp>\n            <ReasonCode>SellerClosed<\/ReasonCode>\n            <ReasonDescription>お客様のご希望による解約<\/ReasonDescription>\n        <\/BillingAgreementStatus>\n        <CreationTimestamp>2020-04-01T02:10:00.500Z<\/CreationTimestamp>\n        <BillingAgreementLimits>\n            <AmountLimitPerTimePeriod>\n                <Amount>50000.0<\/Amount>\n                <CurrencyCode>JPY<\/CurrencyCode>\n            <\/AmountLimitPerTimePeriod>\n            <TimePeriodStartDate>2020-05-01T00:00:00.000Z<\/TimePeriodStartDate>\n            <TimePeriodEndDate>2020-06-01T00:00:00.000Z<\/TimePeriodEndDate>\n            <CurrentRemainingBalance>\n                <Amount>46020.0<\/Amount>\n                <CurrencyCode>JPY<\/CurrencyCode>\n            <\/CurrentRemainingBalance>\n        <\/BillingAgreementLimits>\n        <BillingAgreementConsent>true<\/BillingAgreementConsent>\n    <\/BillingAgreement>\n<\/BillingAgreementNotification>"}`,
  },
  ...["PaymentMethodUpdated", "AddressUpdated", "AddressAndPaymentMethodUpdated"].map((eventType) => ({
    eventType,
    state: "Open",
    reasonCode: undefined,
    message: String.raw`{"ReleaseEnvironment":"Sandbox","MarketplaceID":"000000","Version":"2013-01-01","EventType":"${eventType}","NotificationType":"BillingAgreementNotification","SellerId":"A1SELLEREXMPL","NotificationReferenceId":"1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed","Timestamp":"2020-05-20T03:00:00.900Z","NotificationData":"<?xml version=\"1.0\" encoding=\"UTF-8\"?><BillingAgreementNotification xmlns=\"https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01\">\n    <BillingAgreement>\n        <AmazonBillingAgreementId>C03-2345678-8765432<\/AmazonBillingAgreementId>\n        <SellerBillingAgreementAttributes/>\n        <BillingAgreementStatus>\n            <State>Open<\/State>\n            <LastUpdateTimestamp>2020-05-20T03:00:00.100Z<\/LastUpdateTimestamp>\n        <\/BillingAgreementStatus>\n        <CreationTimestamp>2020-04-01T02:10:00.500Z<\/CreationTimestamp>\n        <BillingAgreementConsent>true<\/BillingAgreementConsent>\n    <\/BillingAgreement>\n<\/BillingAgreementNotification>"}`,
  })),
];
