// Notifications, written down from the documents and recordings that the reference names; ids are made up. Each XML is the
// whole NotificationData, byte for byte as the recordings indent it.

/** By wire type. */
export const notificationData: readonly { readonly wireType: string; readonly xml: string }[] = [
  {
    wireType: "OrderReferenceNotification",
    xml: `<?xml version="1.0" encoding="UTF-8"?><OrderReferenceNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01">
    <OrderReference>
        <AmazonOrderReferenceId>S03-1234567-7654321</AmazonOrderReferenceId>
        <OrderTotal>
            <Amount>10800</Amount>
            <CurrencyCode>JPY</CurrencyCode>
        </OrderTotal>
        <SellerOrderAttributes>
            <SellerId>A1SELLEREXMPL</SellerId>
            <SellerOrderId>ORDER-1001</SellerOrderId>
            <OrderItemCategories/>
        </SellerOrderAttributes>
        <OrderReferenceStatus>
            <State>Closed</State>
            <LastUpdateTimestamp>2020-04-02T03:00:12.120Z</LastUpdateTimestamp>
            <ReasonCode>SellerClosed</ReasonCode>
            <ReasonDescription>shipped in full</ReasonDescription>
        </OrderReferenceStatus>
        <CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp>
        <ExpirationTimestamp>2020-09-28T02:10:00.500Z</ExpirationTimestamp>
    </OrderReference>
</OrderReferenceNotification>`,
  },
  {
    wireType: "PaymentAuthorize",
    xml: `<?xml version="1.0" encoding="UTF-8"?><AuthorizationNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01">
    <AuthorizationDetails>
        <AmazonAuthorizationId>S03-1234567-7654321-A012345</AmazonAuthorizationId>
        <AuthorizationReferenceId>auth-1001-1</AuthorizationReferenceId>
        <AuthorizationAmount>
            <Amount>10800.0</Amount>
            <CurrencyCode>JPY</CurrencyCode>
        </AuthorizationAmount>
        <CapturedAmount>
            <Amount>0.0</Amount>
            <CurrencyCode>JPY</CurrencyCode>
        </CapturedAmount>
        <AuthorizationFee>
            <Amount>0.0</Amount>
            <CurrencyCode>JPY</CurrencyCode>
        </AuthorizationFee>
        <IdList/>
        <CreationTimestamp>2020-04-01T02:15:00.100Z</CreationTimestamp>
        <ExpirationTimestamp>2020-05-01T02:15:00.100Z</ExpirationTimestamp>
        <AuthorizationStatus>
            <State>Declined</State>
            <LastUpdateTimestamp>2020-04-01T02:15:31.100Z</LastUpdateTimestamp>
            <ReasonCode>InvalidPaymentMethod</ReasonCode>
        </AuthorizationStatus>
        <SoftDecline>false</SoftDecline>
        <OrderItemCategories/>
        <CaptureNow>false</CaptureNow>
        <SoftDescriptor/>
    </AuthorizationDetails>
</AuthorizationNotification>`,
  },
  {
    wireType: "PaymentCapture",
    xml: `<?xml version="1.0" encoding="UTF-8"?><CaptureNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01">
    <CaptureDetails>
        <AmazonCaptureId>S03-1234567-7654321-C012345</AmazonCaptureId>
        <CaptureReferenceId>cap-1001-1</CaptureReferenceId>
        <CaptureAmount>
            <Amount>10800.0</Amount>
            <CurrencyCode>JPY</CurrencyCode>
        </CaptureAmount>
        <RefundedAmount>
            <Amount>0.0</Amount>
            <CurrencyCode>JPY</CurrencyCode>
        </RefundedAmount>
        <CaptureFee>
            <Amount>0.0</Amount>
            <CurrencyCode>JPY</CurrencyCode>
        </CaptureFee>
        <IdList/>
        <CreationTimestamp>2020-04-02T03:00:00.250Z</CreationTimestamp>
        <CaptureStatus>
            <State>Completed</State>
            <LastUpdateTimestamp>2020-04-02T03:00:00.250Z</LastUpdateTimestamp>
        </CaptureStatus>
        <SoftDescriptor>AMZ*TESTSHOP</SoftDescriptor>
    </CaptureDetails>
</CaptureNotification>`,
  },
  {
    wireType: "PaymentRefund",
    xml: `<?xml version="1.0" encoding="UTF-8"?><RefundNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01">
    <RefundDetails>
        <AmazonRefundId>S03-1234567-7654321-R054321</AmazonRefundId>
        <RefundReferenceId>ref-1001-1</RefundReferenceId>
        <RefundType>SellerInitiated</RefundType>
        <RefundAmount>
            <Amount>1080.0</Amount>
            <CurrencyCode>JPY</CurrencyCode>
        </RefundAmount>
        <FeeRefunded>
            <Amount>0.0</Amount>
            <CurrencyCode>JPY</CurrencyCode>
        </FeeRefunded>
        <CreationTimestamp>2020-04-10T01:00:00.000Z</CreationTimestamp>
        <RefundStatus>
            <State>Completed</State>
            <LastUpdateTimestamp>2020-04-10T01:00:30.000Z</LastUpdateTimestamp>
        </RefundStatus>
        <SoftDescriptor>AMZ*TESTSHOP</SoftDescriptor>
    </RefundDetails>
</RefundNotification>`,
  },
  {
    wireType: "BillingAgreementNotification",
    xml: `<?xml version="1.0" encoding="UTF-8"?><BillingAgreementNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01">
    <BillingAgreement>
        <AmazonBillingAgreementId>C03-2345678-8765432</AmazonBillingAgreementId>
        <SellerBillingAgreementAttributes>
            <SellerId>A1SELLEREXMPL</SellerId>
            <SellerBillingAgreementId>SUBSCR-77</SellerBillingAgreementId>
        </SellerBillingAgreementAttributes>
        <BillingAgreementStatus>
            <State>Suspended</State>
            <LastUpdateTimestamp>2020-05-01T00:00:31.000Z</LastUpdateTimestamp>
            <ReasonCode>InvalidPaymentMethod</ReasonCode>
        </BillingAgreementStatus>
        <CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp>
        <BillingAgreementLimits>
            <AmountLimitPerTimePeriod>
                <Amount>50000.0</Amount>
                <CurrencyCode>JPY</CurrencyCode>
            </AmountLimitPerTimePeriod>
            <TimePeriodStartDate>2020-05-01T00:00:00.000Z</TimePeriodStartDate>
            <TimePeriodEndDate>2020-06-01T00:00:00.000Z</TimePeriodEndDate>
            <CurrentRemainingBalance>
                <Amount>50000.0</Amount>
                <CurrencyCode>JPY</CurrencyCode>
            </CurrentRemainingBalance>
        </BillingAgreementLimits>
        <BillingAgreementConsent>true</BillingAgreementConsent>
    </BillingAgreement>
</BillingAgreementNotification>`,
  },
  {
    wireType: "Chargeback Detailed Notification",
    xml: `<?xml version="1.0" encoding="UTF-8"?><ChargebackNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01">
    <ChargebackDetails>
        <AmazonChargebackId>CB0EXAMPLE001</AmazonChargebackId>
        <AmazonOrderReferenceId>P03-1234567-7654321</AmazonOrderReferenceId>
        <AmazonCaptureReferenceId>cap-1001-1</AmazonCaptureReferenceId>
        <CreationTimestamp>2020-06-01T09:00:00.000Z</CreationTimestamp>
        <ChargebackAmount>
            <Amount>10800.0</Amount>
            <CurrencyCode>JPY</CurrencyCode>
        </ChargebackAmount>
        <ChargebackState>RECEIVED</ChargebackState>
        <ChargebackReason>Unauthorized Transaction Chargeback</ChargebackReason>
    </ChargebackDetails>
</ChargebackNotification>`,
  },
  {
    wireType: "ProviderCredit",
    xml: `<?xml version="1.0" encoding="UTF-8"?><ProviderCreditNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01">
    <ProviderCreditDetails>
        <AmazonProviderCreditId>S03-1234567-7654321-P012345</AmazonProviderCreditId>
        <SellerId>A1SELLEREXMPL</SellerId>
        <ProviderSellerId>A2PROVIDEREXM</ProviderSellerId>
        <CreditReferenceId>credit-1001-1</CreditReferenceId>
        <CreditAmount>
            <Amount>500.0</Amount>
            <CurrencyCode>JPY</CurrencyCode>
        </CreditAmount>
        <CreditReversalAmount>
            <Amount>500.0</Amount>
            <CurrencyCode>JPY</CurrencyCode>
        </CreditReversalAmount>
        <CreditReversalIdList>
            <Id>S03-1234567-7654321-Q012345</Id>
        </CreditReversalIdList>
        <CreationTimestamp>2020-04-02T03:00:05.000Z</CreationTimestamp>
        <CreditStatus>
            <State>Closed</State>
            <LastUpdateTimestamp>2020-04-10T01:00:30.000Z</LastUpdateTimestamp>
            <ReasonCode>MaxAmountReversed</ReasonCode>
        </CreditStatus>
    </ProviderCreditDetails>
</ProviderCreditNotification>`,
  },
  {
    wireType: "ProviderCreditReversal",
    xml: `<?xml version="1.0" encoding="UTF-8"?><ProviderCreditReversalNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01">
    <ProviderCreditReversalDetails>
        <AmazonProviderCreditReversalId>S03-1234567-7654321-Q012345</AmazonProviderCreditReversalId>
        <SellerId>A1SELLEREXMPL</SellerId>
        <ProviderSellerId>A2PROVIDEREXM</ProviderSellerId>
        <CreditReversalReferenceId>creditrev-1001-1</CreditReversalReferenceId>
        <CreditReversalAmount>
            <Amount>100.0</Amount>
            <CurrencyCode>JPY</CurrencyCode>
        </CreditReversalAmount>
        <CreationTimestamp>2020-04-10T01:00:05.000Z</CreationTimestamp>
        <CreditReversalStatus>
            <State>Completed</State>
            <LastUpdateTimestamp>2020-04-10T01:00:30.000Z</LastUpdateTimestamp>
        </CreditReversalStatus>
        <CreditReversalNote>returned item</CreditReversalNote>
    </ProviderCreditReversalDetails>
</ProviderCreditReversalNotification>`,
  },
  {
    wireType: "SolutionProviderEvent",
    xml: `<?xml version="1.0" encoding="UTF-8"?><SolutionProviderMerchantNotification xmlns="https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01">
    <MerchantRegistrationDetails>
        <SellerId>A1SELLEREXMPL</SellerId>
        <Type>EXAMPLE_TYPE</Type>
        <Options>
            <SolutionProviderOption>
                <name>exampleName</name>
                <value>exampleValue</value>
            </SolutionProviderOption>
        </Options>
    </MerchantRegistrationDetails>
</SolutionProviderMerchantNotification>`,
  },
];

/** A whole delivery as SNS posts it. */
export const envelope = String.raw`{
  "Type" : "Notification",
  "MessageId" : "7c9e6679-7425-50de-944b-e07fc1f90ae7",
  "TopicArn" : "arn:aws:sns:ap-northeast-1:291180941288:XXXXXXXXXXXXXXA1SELLEREXMPL",
  "Message" : "{\"ReleaseEnvironment\":\"Sandbox\",\"MarketplaceID\":\"000000\",\"Version\":\"2013-01-01\",\"NotificationType\":\"PaymentCapture\",\"SellerId\":\"A1SELLEREXMPL\",\"NotificationReferenceId\":\"1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed\",\"Timestamp\":\"2020-04-02T03:00:00.900Z\",\"NotificationData\":\"<?xml version=\\\"1.0\\\" encoding=\\\"UTF-8\\\"?><CaptureNotification xmlns=\\\"https://mws.amazonservices.com/ipn/OffAmazonPayments/2013-01-01\\\">\\n    <CaptureDetails>\\n        <AmazonCaptureId>S03-1234567-7654321-C012345<\\/AmazonCaptureId>\\n        <CaptureReferenceId>cap-1001-1<\\/CaptureReferenceId>\\n        <CaptureAmount>\\n            <Amount>10800.0<\\/Amount>\\n            <CurrencyCode>JPY<\\/CurrencyCode>\\n        <\\/CaptureAmount>\\n        <RefundedAmount>\\n            <Amount>0.0<\\/Amount>\\n            <CurrencyCode>JPY<\\/CurrencyCode>\\n        <\\/RefundedAmount>\\n        <CaptureFee>\\n            <Amount>0.0<\\/Amount>\\n            <CurrencyCode>JPY<\\/CurrencyCode>\\n        <\\/CaptureFee>\\n        <IdList/>\\n        <CreationTimestamp>2020-04-02T03:00:00.250Z<\\/CreationTimestamp>\\n        <CaptureStatus>\\n            <State>Completed<\\/State>\\n            <LastUpdateTimestamp>2020-04-02T03:00:00.250Z<\\/LastUpdateTimestamp>\\n        <\\/CaptureStatus>\\n        <SoftDescriptor>AMZ*TESTSHOP<\\/SoftDescriptor>\\n    <\\/CaptureDetails>\\n<\\/CaptureNotification>\"}",
  "Timestamp" : "2020-04-02T03:00:00.950Z",
  "SignatureVersion" : "1",
  "Signature" : "BASE64-OF-256-BYTES",
  "SigningCertURL" : "https://sns.ap-northeast-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem",
  "UnsubscribeURL" : "https://sns.ap-northeast-1.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=arn:aws:sns:ap-northeast-1:291180941288:XXXXXXXXXXXXXXA1SELLEREXMPL:9f8e7d6c-1111-4222-8333-444455556666"
}`;

/** Vector for the string to sign: 250 bytes, signed with a throw-away key by another implementation. */
export const signedVector = {
  envelope: {
    Type: "Notification",
    MessageId: "00000000-0000-5000-8000-000000000001",
    Timestamp: "2020-01-02T03:04:05.678Z",
    TopicArn: "arn:aws:sns:ap-northeast-1:000000000000:MKTPLACEXXXXXXA1SELLEREXMPL",
    Message: '{"NotificationType":"PaymentCapture","SellerId":"A1SELLEREXMPL"}',
  },
  bytes: 250,
  sha1: "b8e3b3930c3630486e4d33aafccbf2d153b341ca",
  sha256: "1fb6e9b1b84b0abe8e9849628551fa89decf308e45f02aa66ff1c7bb59a362df",
  publicKey: `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA3NgcPfgIgs2+MIkta7vz
Wf9WClMSYfWtFZSATOxcaSrlK2OLbed9gTLFHR+W9zgA3mksr2vZmFqTD8/bJiaz
JuY8KzMRbiEyc6eq+flOcVJpaXoRGYJWbnnjpMw/eqLfUKXvyrlLWV38muYjjILE
AZGnKSscZFCDLBnRFFnYMYzPc81UM22kLi3gPv80UAPKFPGfeVz7F+C7mgPmdZ9a
qJQ/ZyoaLaUXmha4kA7RLnwAanGk3HYY0V6XhMsQDplm3BHPoLaJ8Ys7uhK8BA+l
278OsuvwzKXOA7I6nYxaaVnI1l5dE+2GMNnHZmBGQO9fGhI3x8SRo6PCVm/6M8U/
vwIDAQAB
-----END PUBLIC KEY-----`,
  signatures: {
    "1": "ZAU8iYy1CJOdRiziLSTFdMh12HsqRTmBmC2i7boQOBwkrGWzeiGnoM2D43Q5GYKK/IT7lQ13dYp5vmp4sf6PDR4fZRoOQpj9MH6l+eZFGFaA+kO4JDotW+UH/k0ZtMRNssuFHpGsZixWC2tfblqJqKf03KWHcFoFN0d0feU3Ij08kEmOjr+1MnA0oEWNDTHbg4ND54InO/eY8ZyNUTskaZUwMW3OoalIzbHrO0ig1YuBwlu18JxWpxEQUPJb2MH3ZdZ3dyXbq6UKJpd82rF5TOiu6pVhvZKLiQwbznzJ8vljkeWuA2syJEZcW/ACxhV+yhSQLaHS+gzJCXkIUPxR5A==",
    "2": "LQBlvFvFJw4CcMjXmRsd9ex1Kqulb3yIG29gl8iS4Sxpd/djez1Tf+T9pF6Q1qfJc46W+gVbx5kVloK9KKHCA1WvxQ7fzzZnIixBJCjq+DdqgJ1cVPIlUDPTwR/CvqpdwM/ykY4ixl/FnSyyS7lFFiZjRgNi4m8bK7yEh3iv142fS0TrM5Azj+kppiJ+1ZVdvmS4vR34XV6QTO9EsVAHbZ2IeMFoOmyFjOXZQeC3/QbtG3RvUU/Ey3WObXdZ6zRE81Uiujt3oEhZ8yTSPDKrWO4a+W6r5ngxzO7vjR8CDg3//kvtOufKRQngBSGRsQtDLe5eQ+QLjyzZR7i+2sUv9w==",
  },
} as const;
