// Answers about billing agreements: element names and presence from the API reference's data types and the recorded
// answers of Amazon's SDKs, order shuffled as recorded ones are, ids and people made up.
import { type CorpusAnswer, meta, requestId, xmlns } from "./frame.ts";

const yen = (amount: number) => ({ amount, currencyCode: "JPY" });
const at = (text: string) => Date.parse(text);

export const agreementAnswers: readonly CorpusAnswer[] = [
  {
    what: "a billing agreement in Draft, with two constraints",
    source: "API reference, BillingAgreementDetails; constraints' texts and the limits' whole seconds as recorded",
    operation: "GetBillingAgreementDetails",
    requestId,
    xml: `<GetBillingAgreementDetailsResponse ${xmlns}>
  <GetBillingAgreementDetailsResult>
    <BillingAgreementDetails>
      <BillingAgreementStatus><State>Draft</State></BillingAgreementStatus>
      <BillingAgreementConsent>false</BillingAgreementConsent>
      <BillingAgreementLimits>
        <AmountLimitPerTimePeriod><CurrencyCode>JPY</CurrencyCode><Amount>50000</Amount></AmountLimitPerTimePeriod>
        <TimePeriodEndDate>2020-05-01T00:00:00Z</TimePeriodEndDate>
        <CurrentRemainingBalance><CurrencyCode>JPY</CurrencyCode><Amount>50000.00</Amount></CurrentRemainingBalance>
        <TimePeriodStartDate>2020-04-01T00:00:00Z</TimePeriodStartDate>
      </BillingAgreementLimits>
      <Constraints>
        <Constraint>
          <Description>The buyer has not been able to select a Payment method for the given Order Reference.</Description>
          <ConstraintID>PaymentPlanNotSet</ConstraintID>
        </Constraint>
        <Constraint>
          <ConstraintID>BuyerConsentNotSet</ConstraintID>
          <Description>The buyer has not given consent for this billing agreement.</Description>
        </Constraint>
      </Constraints>
      <Destination>
        <DestinationType>Physical</DestinationType>
        <PhysicalDestination>
          <PostalCode>900-0000</PostalCode>
          <StateOrRegion>沖縄県</StateOrRegion>
          <CountryCode>JP</CountryCode>
        </PhysicalDestination>
      </Destination>
      <ReleaseEnvironment>Sandbox</ReleaseEnvironment>
      <CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp>
      <AmazonBillingAgreementId>C03-2345678-8765432</AmazonBillingAgreementId>
    </BillingAgreementDetails>
  </GetBillingAgreementDetailsResult>
  ${meta}
</GetBillingAgreementDetailsResponse>`,
    reads: {
      BillingAgreementDetails: {
        AmazonBillingAgreementId: "C03-2345678-8765432",
        BillingAgreementStatus: { State: "Draft" },
        BillingAgreementConsent: false,
        BillingAgreementLimits: {
          AmountLimitPerTimePeriod: yen(50_000),
          TimePeriodStartDate: at("2020-04-01T00:00:00Z"),
          TimePeriodEndDate: at("2020-05-01T00:00:00Z"),
          CurrentRemainingBalance: yen(50_000),
        },
        Constraints: [
          {
            ConstraintID: "PaymentPlanNotSet",
            Description: "The buyer has not been able to select a Payment method for the given Order Reference.",
          },
          {
            ConstraintID: "BuyerConsentNotSet",
            Description: "The buyer has not given consent for this billing agreement.",
          },
        ],
        Destination: {
          DestinationType: "Physical",
          PhysicalDestination: { PostalCode: "900-0000", StateOrRegion: "沖縄県", CountryCode: "JP" },
        },
        ReleaseEnvironment: "Sandbox",
        CreationTimestamp: at("2020-04-01T02:10:00.500Z"),
      },
    },
  },
  {
    what: "a billing agreement in Suspended, whose status spells LastUpdatedTimestamp",
    source: "API reference, BillingAgreementStatus; recorded answers of Amazon's SDKs",
    operation: "GetBillingAgreementDetails",
    requestId,
    xml: `<?xml version="1.0"?>
<GetBillingAgreementDetailsResponse ${xmlns}><GetBillingAgreementDetailsResult><BillingAgreementDetails><AmazonBillingAgreementId>C03-2345678-8765432</AmazonBillingAgreementId><BillingAgreementStatus><LastUpdatedTimestamp>2020-05-01T00:00:31.000Z</LastUpdatedTimestamp><ReasonCode>InvalidPaymentMethod</ReasonCode><State>Suspended</State></BillingAgreementStatus><Buyer><Email>hanako.suzuki@example.com</Email><Name>鈴木　花子</Name></Buyer><SellerBillingAgreementAttributes><StoreName>テスト ストア</StoreName><SellerBillingAgreementId>SUBSCR-77</SellerBillingAgreementId><CustomInformation>コース=松&amp;回=1</CustomInformation></SellerBillingAgreementAttributes><SellerNote>毎月25日にお届け</SellerNote><PlatformId/><BillingAddress><AddressType>Physical</AddressType><PhysicalAddress><CountryCode>JP</CountryCode><PostalCode>153-0064</PostalCode></PhysicalAddress></BillingAddress><BillingAgreementConsent>true</BillingAgreementConsent><OrderLanguage>ja-JP</OrderLanguage><ReleaseEnvironment>Sandbox</ReleaseEnvironment><CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp></BillingAgreementDetails></GetBillingAgreementDetailsResult>${meta}</GetBillingAgreementDetailsResponse>`,
    reads: {
      BillingAgreementDetails: {
        AmazonBillingAgreementId: "C03-2345678-8765432",
        BillingAgreementStatus: {
          State: "Suspended",
          ReasonCode: "InvalidPaymentMethod",
          LastUpdatedTimestamp: at("2020-05-01T00:00:31.000Z"),
        },
        Buyer: { Name: "鈴木　花子", Email: "hanako.suzuki@example.com" },
        SellerBillingAgreementAttributes: {
          SellerBillingAgreementId: "SUBSCR-77",
          StoreName: "テスト ストア",
          CustomInformation: "コース=松&回=1",
        },
        SellerNote: "毎月25日にお届け",
        PlatformId: "",
        BillingAddress: { AddressType: "Physical", PhysicalAddress: { CountryCode: "JP", PostalCode: "153-0064" } },
        BillingAgreementConsent: true,
        OrderLanguage: "ja-JP",
        ReleaseEnvironment: "Sandbox",
        CreationTimestamp: at("2020-04-01T02:10:00.500Z"),
      },
    },
  },
  {
    what: "a billing agreement with what Europe's authentication needs",
    source: "API reference, SetBillingAgreementDetails",
    operation: "SetBillingAgreementDetails",
    requestId,
    xml: `<SetBillingAgreementDetailsResponse ${xmlns}><SetBillingAgreementDetailsResult><BillingAgreementDetails><AmazonBillingAgreementId>C02-2345678-8765432</AmazonBillingAgreementId><BillingAgreementStatus><State>Draft</State></BillingAgreementStatus><BillingAgreementType>MerchantInitiatedTransaction</BillingAgreementType><SubscriptionAmount><CurrencyCode>EUR</CurrencyCode><Amount>19.95</Amount></SubscriptionAmount><BillingAgreementConsent>true</BillingAgreementConsent><ReleaseEnvironment>Sandbox</ReleaseEnvironment><CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp></BillingAgreementDetails></SetBillingAgreementDetailsResult>${meta}</SetBillingAgreementDetailsResponse>`,
    reads: {
      BillingAgreementDetails: {
        AmazonBillingAgreementId: "C02-2345678-8765432",
        BillingAgreementStatus: { State: "Draft" },
        BillingAgreementType: "MerchantInitiatedTransaction",
        SubscriptionAmount: { amount: 19_95, currencyCode: "EUR" },
        BillingAgreementConsent: true,
        ReleaseEnvironment: "Sandbox",
        CreationTimestamp: at("2020-04-01T02:10:00.500Z"),
      },
    },
  },
  {
    what: "a billing agreement's confirmation",
    source: "API reference, ConfirmBillingAgreement: empty result element",
    operation: "ConfirmBillingAgreement",
    requestId,
    xml: `<ConfirmBillingAgreementResponse ${xmlns}><ConfirmBillingAgreementResult/>${meta}</ConfirmBillingAgreementResponse>`,
    reads: {},
  },
  {
    what: "a validation that failed and suspended the agreement",
    source: "API reference, ValidateBillingAgreement",
    operation: "ValidateBillingAgreement",
    requestId,
    xml: `<ValidateBillingAgreementResponse ${xmlns}><ValidateBillingAgreementResult><FailureReasonCode>InvalidPaymentMethod</FailureReasonCode><ValidationResult>Failure</ValidationResult><BillingAgreementStatus><LastUpdatedTimestamp>2020-05-01T00:00:31.000Z</LastUpdatedTimestamp><State>Suspended</State><ReasonCode>InvalidPaymentMethod</ReasonCode></BillingAgreementStatus></ValidateBillingAgreementResult>${meta}</ValidateBillingAgreementResponse>`,
    reads: {
      ValidationResult: "Failure",
      FailureReasonCode: "InvalidPaymentMethod",
      BillingAgreementStatus: {
        State: "Suspended",
        ReasonCode: "InvalidPaymentMethod",
        LastUpdatedTimestamp: at("2020-05-01T00:00:31.000Z"),
      },
    },
  },
  {
    what: "a validation that succeeded",
    source: "API reference, ValidateBillingAgreement",
    operation: "ValidateBillingAgreement",
    requestId,
    xml: `<ValidateBillingAgreementResponse ${xmlns}><ValidateBillingAgreementResult><ValidationResult>Success</ValidationResult><BillingAgreementStatus><State>Open</State><LastUpdatedTimestamp>2020-04-01T02:14:59.999Z</LastUpdatedTimestamp></BillingAgreementStatus></ValidateBillingAgreementResult>${meta}</ValidateBillingAgreementResponse>`,
    reads: {
      ValidationResult: "Success",
      BillingAgreementStatus: { State: "Open", LastUpdatedTimestamp: at("2020-04-01T02:14:59.999Z") },
    },
  },
  {
    what: "an authorization on a billing agreement, captured at once",
    source: "API reference, AuthorizeOnBillingAgreement; CapturedAmount 0 in the answer itself as recorded",
    operation: "AuthorizeOnBillingAgreement",
    requestId,
    xml: `<AuthorizeOnBillingAgreementResponse ${xmlns}>
  <AuthorizeOnBillingAgreementResult>
    <AmazonOrderReferenceId>S03-1234567-7654321</AmazonOrderReferenceId>
    <AuthorizationDetails>
      <AuthorizationAmount><CurrencyCode>JPY</CurrencyCode><Amount>3980</Amount></AuthorizationAmount>
      <CapturedAmount><CurrencyCode>JPY</CurrencyCode><Amount>0</Amount></CapturedAmount>
      <SoftDescriptor>AMZ*TESTSHOP</SoftDescriptor>
      <ExpirationTimestamp>2020-05-31T00:00:00.000Z</ExpirationTimestamp>
      <IdList><member>S03-1234567-7654321-C012345</member></IdList>
      <AuthorizationStatus>
        <LastUpdateTimestamp>2020-05-01T00:00:01.123Z</LastUpdateTimestamp>
        <ReasonCode>MaxCapturesProcessed</ReasonCode>
        <State>Closed</State>
      </AuthorizationStatus>
      <AuthorizationFee><CurrencyCode>JPY</CurrencyCode><Amount>0.00</Amount></AuthorizationFee>
      <CaptureNow>true</CaptureNow>
      <SellerAuthorizationNote>5月分</SellerAuthorizationNote>
      <CreationTimestamp>2020-05-01T00:00:00.000Z</CreationTimestamp>
      <AmazonAuthorizationId>S03-1234567-7654321-A012345</AmazonAuthorizationId>
      <AuthorizationReferenceId>subscr-77_2020-05</AuthorizationReferenceId>
    </AuthorizationDetails>
  </AuthorizeOnBillingAgreementResult>
  ${meta}
</AuthorizeOnBillingAgreementResponse>`,
    reads: {
      AmazonOrderReferenceId: "S03-1234567-7654321",
      AuthorizationDetails: {
        AuthorizationAmount: yen(3_980),
        CapturedAmount: yen(0),
        AuthorizationFee: yen(0),
        SoftDescriptor: "AMZ*TESTSHOP",
        ExpirationTimestamp: at("2020-05-31T00:00:00.000Z"),
        IdList: ["S03-1234567-7654321-C012345"],
        AuthorizationStatus: {
          State: "Closed",
          ReasonCode: "MaxCapturesProcessed",
          LastUpdateTimestamp: at("2020-05-01T00:00:01.123Z"),
        },
        CaptureNow: true,
        SellerAuthorizationNote: "5月分",
        CreationTimestamp: at("2020-05-01T00:00:00.000Z"),
        AmazonAuthorizationId: "S03-1234567-7654321-A012345",
        AuthorizationReferenceId: "subscr-77_2020-05",
      },
    },
  },
  {
    what: "an order reference made of a billing agreement",
    source: "API reference, CreateOrderReferenceForId, ParentDetails",
    operation: "CreateOrderReferenceForId",
    requestId,
    xml: `<CreateOrderReferenceForIdResponse ${xmlns}><CreateOrderReferenceForIdResult><OrderReferenceDetails><AmazonOrderReferenceId>S03-1234567-7654321</AmazonOrderReferenceId><ParentDetails><Type>BillingAgreement</Type><Id>C03-2345678-8765432</Id></ParentDetails><OrderTotal><CurrencyCode>JPY</CurrencyCode><Amount>3980</Amount></OrderTotal><OrderReferenceStatus><LastUpdateTimestamp>2020-05-01T00:00:00.200Z</LastUpdateTimestamp><State>Open</State></OrderReferenceStatus><IdList/><ReleaseEnvironment>Sandbox</ReleaseEnvironment><RequestPaymentAuthorization>false</RequestPaymentAuthorization><CreationTimestamp>2020-05-01T00:00:00.100Z</CreationTimestamp><ExpirationTimestamp>2020-10-28T00:00:00.100Z</ExpirationTimestamp></OrderReferenceDetails></CreateOrderReferenceForIdResult>${meta}</CreateOrderReferenceForIdResponse>`,
    reads: {
      OrderReferenceDetails: {
        AmazonOrderReferenceId: "S03-1234567-7654321",
        ParentDetails: { Id: "C03-2345678-8765432", Type: "BillingAgreement" },
        OrderTotal: yen(3_980),
        OrderReferenceStatus: { State: "Open", LastUpdateTimestamp: at("2020-05-01T00:00:00.200Z") },
        IdList: [],
        ReleaseEnvironment: "Sandbox",
        RequestPaymentAuthorization: false,
        CreationTimestamp: at("2020-05-01T00:00:00.100Z"),
        ExpirationTimestamp: at("2020-10-28T00:00:00.100Z"),
      },
    },
  },
  {
    what: "a billing agreement's closing",
    source: "API reference, CloseBillingAgreement: empty result element",
    operation: "CloseBillingAgreement",
    requestId,
    xml: `<CloseBillingAgreementResponse ${xmlns}><CloseBillingAgreementResult></CloseBillingAgreementResult>${meta}</CloseBillingAgreementResponse>`,
    reads: {},
  },
];
