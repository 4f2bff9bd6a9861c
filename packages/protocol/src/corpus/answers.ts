// Whole answers, written down by hand: element names and presence from the API reference's data types, the shuffled order
// of children and the empty elements from recorded answers, names and numbers made up. `reads`: what must be read from
// each, typed out rather than computed.
import { accountAnswers } from "./account-answers.ts";
import { agreementAnswers } from "./agreement-answers.ts";
import { type CorpusAnswer, meta, requestId, xmlns } from "./frame.ts";

const yen = (amount: number) => ({ amount, currencyCode: "JPY" });
const at = (text: string) => Date.parse(text);

const times = {
  CreationTimestamp: at("2020-04-01T02:10:00.500Z"),
  ExpirationTimestamp: at("2020-09-28T02:10:00.500Z"),
};

const orderAnswers: readonly CorpusAnswer[] = [
  {
    what: "an order reference in Draft, without a token",
    source: "API reference, OrderReferenceDetails; visibility table: only prefecture, postal code and country",
    operation: "GetOrderReferenceDetails",
    requestId,
    xml: `<GetOrderReferenceDetailsResponse ${xmlns}>
  <GetOrderReferenceDetailsResult>
    <OrderReferenceDetails>
      <AmazonOrderReferenceId>S03-1234567-7654321</AmazonOrderReferenceId>
      <ExpirationTimestamp>2020-09-28T02:10:00.500Z</ExpirationTimestamp>
      <IdList/>
      <OrderLanguage>ja-JP</OrderLanguage>
      <Destination>
        <DestinationType>Physical</DestinationType>
        <PhysicalDestination>
          <StateOrRegion>東京都</StateOrRegion>
          <CountryCode>JP</CountryCode>
          <PostalCode>153-0064</PostalCode>
        </PhysicalDestination>
      </Destination>
      <OrderReferenceStatus><State>Draft</State></OrderReferenceStatus>
      <Constraints>
        <Constraint>
          <Description>The seller has not set the amount for the given Order Reference.</Description>
          <ConstraintID>AmountNotSet</ConstraintID>
        </Constraint>
      </Constraints>
      <ReleaseEnvironment>Sandbox</ReleaseEnvironment>
      <CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp>
    </OrderReferenceDetails>
  </GetOrderReferenceDetailsResult>
  ${meta}
</GetOrderReferenceDetailsResponse>`,
    reads: {
      OrderReferenceDetails: {
        AmazonOrderReferenceId: "S03-1234567-7654321",
        ...times,
        IdList: [],
        OrderLanguage: "ja-JP",
        Destination: {
          DestinationType: "Physical",
          PhysicalDestination: { StateOrRegion: "東京都", CountryCode: "JP", PostalCode: "153-0064" },
        },
        OrderReferenceStatus: { State: "Draft" },
        Constraints: [
          {
            ConstraintID: "AmountNotSet",
            Description: "The seller has not set the amount for the given Order Reference.",
          },
        ],
        ReleaseEnvironment: "Sandbox",
      },
    },
  },
  {
    what: "an order reference in Draft, with the buyer's token",
    source: "API reference, OrderReferenceDetails; Japanese address use: no City, AddressLine3 is the company's line",
    operation: "GetOrderReferenceDetails",
    requestId,
    xml: `<GetOrderReferenceDetailsResponse ${xmlns}><GetOrderReferenceDetailsResult><OrderReferenceDetails><IdList/><Destination><PhysicalDestination><Phone>0300000000</Phone><AddressLine3>㈱見本商事</AddressLine3><AddressLine2>サンプルビル10F</AddressLine2><AddressLine1>目黒区下目黒9-9-9</AddressLine1><StateOrRegion>東京都</StateOrRegion><PostalCode>153-0064</PostalCode><CountryCode>JP</CountryCode><Name>山田 太郎</Name></PhysicalDestination><DestinationType>Physical</DestinationType></Destination><OrderReferenceStatus><State>Draft</State></OrderReferenceStatus><CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp><ExpirationTimestamp>2020-09-28T02:10:00.500Z</ExpirationTimestamp><ReleaseEnvironment>Sandbox</ReleaseEnvironment><AmazonOrderReferenceId>S03-1234567-7654321</AmazonOrderReferenceId></OrderReferenceDetails></GetOrderReferenceDetailsResult>${meta}</GetOrderReferenceDetailsResponse>`,
    reads: {
      OrderReferenceDetails: {
        AmazonOrderReferenceId: "S03-1234567-7654321",
        ...times,
        IdList: [],
        Destination: {
          DestinationType: "Physical",
          PhysicalDestination: {
            Name: "山田 太郎",
            AddressLine1: "目黒区下目黒9-9-9",
            AddressLine2: "サンプルビル10F",
            AddressLine3: "㈱見本商事",
            StateOrRegion: "東京都",
            PostalCode: "153-0064",
            CountryCode: "JP",
            Phone: "0300000000",
          },
        },
        OrderReferenceStatus: { State: "Draft" },
        ReleaseEnvironment: "Sandbox",
      },
    },
  },
  {
    what: "an order reference in Open, with buyer, notes and one authorization",
    source: "API reference, OrderReferenceDetails; order totals print whole yen [U]",
    operation: "GetOrderReferenceDetails",
    requestId,
    xml: `<?xml version="1.0"?>
<GetOrderReferenceDetailsResponse ${xmlns}>
  <GetOrderReferenceDetailsResult>
    <OrderReferenceDetails>
      <AmazonOrderReferenceId>S03-1234567-7654321</AmazonOrderReferenceId>
      <OrderTotal><CurrencyCode>JPY</CurrencyCode><Amount>10800</Amount></OrderTotal>
      <SellerNote>ご注文 ありがとう!~*()'+&amp;=/ &lt;b&gt; 🎁</SellerNote>
      <SellerOrderAttributes>
        <StoreName>テスト ストア</StoreName>
        <SellerOrderId>0012345</SellerOrderId>
        <CustomInformation/>
        <OrderItemCategories><OrderItemCategory>Apparel</OrderItemCategory></OrderItemCategories>
      </SellerOrderAttributes>
      <Buyer><Name>鈴木　花子</Name><Email>hanako.suzuki@example.com</Email><Phone>090-0000-0000</Phone></Buyer>
      <Destination>
        <DestinationType>Physical</DestinationType>
        <PhysicalDestination>
          <Name>ﾔﾏﾀﾞ ﾀﾛｳ</Name>
          <AddressLine1>那覇市架空9-9-9</AddressLine1>
          <StateOrRegion>沖縄県</StateOrRegion>
          <PostalCode>900-0000</PostalCode>
          <CountryCode>JP</CountryCode>
          <Phone>0980000000</Phone>
        </PhysicalDestination>
      </Destination>
      <PaymentDescriptor><FullDescriptor>Amazon Pay (Visa **11)</FullDescriptor><UseAmazonBalanceFirst>false</UseAmazonBalanceFirst></PaymentDescriptor>
      <OrderReferenceStatus>
        <LastUpdateTimestamp>2020-04-01T02:14:59.999Z</LastUpdateTimestamp>
        <State>Open</State>
      </OrderReferenceStatus>
      <IdList><member>S03-1234567-7654321-A012345</member></IdList>
      <RequestPaymentAuthorization>false</RequestPaymentAuthorization>
      <SomethingAmazonMayAddLater><Inside>1</Inside></SomethingAmazonMayAddLater>
      <ReleaseEnvironment>Sandbox</ReleaseEnvironment>
      <CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp>
      <ExpirationTimestamp>2020-09-28T02:10:00.500Z</ExpirationTimestamp>
    </OrderReferenceDetails>
  </GetOrderReferenceDetailsResult>
  ${meta}
</GetOrderReferenceDetailsResponse>`,
    reads: {
      OrderReferenceDetails: {
        AmazonOrderReferenceId: "S03-1234567-7654321",
        OrderTotal: yen(10_800),
        SellerNote: "ご注文 ありがとう!~*()'+&=/ <b> 🎁",
        SellerOrderAttributes: {
          StoreName: "テスト ストア",
          SellerOrderId: "0012345",
          CustomInformation: "",
          OrderItemCategories: ["Apparel"],
        },
        Buyer: { Name: "鈴木　花子", Email: "hanako.suzuki@example.com", Phone: "090-0000-0000" },
        Destination: {
          DestinationType: "Physical",
          PhysicalDestination: {
            Name: "ﾔﾏﾀﾞ ﾀﾛｳ",
            AddressLine1: "那覇市架空9-9-9",
            StateOrRegion: "沖縄県",
            PostalCode: "900-0000",
            CountryCode: "JP",
            Phone: "0980000000",
          },
        },
        PaymentDescriptor: { FullDescriptor: "Amazon Pay (Visa **11)", UseAmazonBalanceFirst: false },
        OrderReferenceStatus: { State: "Open", LastUpdateTimestamp: at("2020-04-01T02:14:59.999Z") },
        IdList: ["S03-1234567-7654321-A012345"],
        RequestPaymentAuthorization: false,
        ReleaseEnvironment: "Sandbox",
        ...times,
      },
    },
  },
  {
    what: "a confirmation",
    source: "recorded answer: no result element",
    operation: "ConfirmOrderReference",
    requestId,
    xml: `<ConfirmOrderReferenceResponse ${xmlns}>${meta}</ConfirmOrderReferenceResponse>`,
    reads: {},
  },
  {
    what: "a cancellation",
    source: "recorded answer: empty result element",
    operation: "CancelOrderReference",
    requestId,
    xml: `<CancelOrderReferenceResponse ${xmlns}><CancelOrderReferenceResult/>${meta}</CancelOrderReferenceResponse>`,
    reads: {},
  },
  {
    what: "a closing without a result element",
    source: "sample of the API reference, which omits it",
    operation: "CloseOrderReference",
    requestId,
    xml: `<CloseOrderReferenceResponse ${xmlns}>${meta}</CloseOrderReferenceResponse>`,
    reads: {},
  },
  {
    what: "a synchronous authorization that is open",
    source: "API reference, AuthorizationDetails; recorded answers print untouched totals as 0",
    operation: "Authorize",
    requestId,
    xml: `<AuthorizeResponse ${xmlns}>
  <AuthorizeResult>
    <AuthorizationDetails>
      <AuthorizationAmount><Amount>10800</Amount><CurrencyCode>JPY</CurrencyCode></AuthorizationAmount>
      <CapturedAmount><Amount>0</Amount><CurrencyCode>JPY</CurrencyCode></CapturedAmount>
      <SoftDescriptor>AMZ*ﾃｽﾄｼｮｯﾌﾟ</SoftDescriptor>
      <ExpirationTimestamp>2020-05-01T00:00:00.000Z</ExpirationTimestamp>
      <IdList/>
      <AuthorizationStatus>
        <LastUpdateTimestamp>2020-04-01T00:00:01.123Z</LastUpdateTimestamp>
        <State>Open</State>
      </AuthorizationStatus>
      <AuthorizationFee><Amount>0.00</Amount><CurrencyCode>JPY</CurrencyCode></AuthorizationFee>
      <CaptureNow>false</CaptureNow>
      <SellerAuthorizationNote>初回分</SellerAuthorizationNote>
      <CreationTimestamp>2020-04-01T00:00:00.000Z</CreationTimestamp>
      <AmazonAuthorizationId>S03-1234567-7654321-A012345</AmazonAuthorizationId>
      <AuthorizationReferenceId>0001</AuthorizationReferenceId>
    </AuthorizationDetails>
  </AuthorizeResult>
  ${meta}
</AuthorizeResponse>`,
    reads: {
      AuthorizationDetails: {
        AuthorizationAmount: yen(10_800),
        CapturedAmount: yen(0),
        AuthorizationFee: yen(0),
        SoftDescriptor: "AMZ*ﾃｽﾄｼｮｯﾌﾟ",
        ExpirationTimestamp: at("2020-05-01T00:00:00.000Z"),
        IdList: [],
        AuthorizationStatus: { State: "Open", LastUpdateTimestamp: at("2020-04-01T00:00:01.123Z") },
        CaptureNow: false,
        SellerAuthorizationNote: "初回分",
        CreationTimestamp: at("2020-04-01T00:00:00.000Z"),
        AmazonAuthorizationId: "S03-1234567-7654321-A012345",
        AuthorizationReferenceId: "0001",
      },
    },
  },
  {
    what: "a declined authorization",
    source: "wire sample composed from the API reference and recorded answers",
    operation: "Authorize",
    requestId,
    xml: `<AuthorizeResponse ${xmlns}>
  <AuthorizeResult>
    <AuthorizationDetails>
      <AuthorizationAmount><CurrencyCode>JPY</CurrencyCode><Amount>10800</Amount></AuthorizationAmount>
      <CapturedAmount><CurrencyCode>JPY</CurrencyCode><Amount>0</Amount></CapturedAmount>
      <SoftDescriptor>AMZ*TESTSHOP</SoftDescriptor>
      <ExpirationTimestamp>2020-05-01T00:00:00.000Z</ExpirationTimestamp>
      <IdList/>
      <SoftDecline>false</SoftDecline>
      <AuthorizationStatus>
        <LastUpdateTimestamp>2020-04-01T00:00:01.123Z</LastUpdateTimestamp>
        <ReasonCode>InvalidPaymentMethod</ReasonCode>
        <State>Declined</State>
      </AuthorizationStatus>
      <AuthorizationFee><CurrencyCode>JPY</CurrencyCode><Amount>0</Amount></AuthorizationFee>
      <CaptureNow>false</CaptureNow>
      <SellerAuthorizationNote/>
      <CreationTimestamp>2020-04-01T00:00:00.000Z</CreationTimestamp>
      <AmazonAuthorizationId>S03-1234567-7654321-A012345</AmazonAuthorizationId>
      <AuthorizationReferenceId>auth-0001_A</AuthorizationReferenceId>
    </AuthorizationDetails>
  </AuthorizeResult>
  ${meta}
</AuthorizeResponse>`,
    reads: {
      AuthorizationDetails: {
        AuthorizationAmount: yen(10_800),
        CapturedAmount: yen(0),
        AuthorizationFee: yen(0),
        SoftDescriptor: "AMZ*TESTSHOP",
        ExpirationTimestamp: at("2020-05-01T00:00:00.000Z"),
        IdList: [],
        SoftDecline: false,
        AuthorizationStatus: {
          State: "Declined",
          ReasonCode: "InvalidPaymentMethod",
          LastUpdateTimestamp: at("2020-04-01T00:00:01.123Z"),
        },
        CaptureNow: false,
        SellerAuthorizationNote: "",
        CreationTimestamp: at("2020-04-01T00:00:00.000Z"),
        AmazonAuthorizationId: "S03-1234567-7654321-A012345",
        AuthorizationReferenceId: "auth-0001_A",
      },
    },
  },
  {
    what: "a capture",
    source: "API reference, CaptureDetails; ids of CaptureNow repeat the authorization's digits",
    operation: "Capture",
    requestId,
    xml: `<CaptureResponse ${xmlns}><CaptureResult><CaptureDetails><CaptureReferenceId>cap-1001-1</CaptureReferenceId><CaptureFee><CurrencyCode>JPY</CurrencyCode><Amount>0.00</Amount></CaptureFee><AmazonCaptureId>S03-1234567-7654321-C012345</AmazonCaptureId><CreationTimestamp>2020-04-02T03:00:00.250Z</CreationTimestamp><IdList></IdList><SoftDescriptor>AMZ*TESTSHOP</SoftDescriptor><CaptureStatus><LastUpdateTimestamp>2020-04-02T03:00:00.250Z</LastUpdateTimestamp><State>Completed</State></CaptureStatus><SellerCaptureNote>ヤマト 送り状 0000-1234-5678</SellerCaptureNote><RefundedAmount><CurrencyCode>JPY</CurrencyCode><Amount>0</Amount></RefundedAmount><CaptureAmount><CurrencyCode>JPY</CurrencyCode><Amount>10800.00</Amount></CaptureAmount></CaptureDetails></CaptureResult>${meta}</CaptureResponse>`,
    reads: {
      CaptureDetails: {
        AmazonCaptureId: "S03-1234567-7654321-C012345",
        CaptureReferenceId: "cap-1001-1",
        SellerCaptureNote: "ヤマト 送り状 0000-1234-5678",
        CaptureAmount: yen(10_800),
        RefundedAmount: yen(0),
        CaptureFee: yen(0),
        IdList: [],
        CreationTimestamp: at("2020-04-02T03:00:00.250Z"),
        CaptureStatus: { State: "Completed", LastUpdateTimestamp: at("2020-04-02T03:00:00.250Z") },
        SoftDescriptor: "AMZ*TESTSHOP",
      },
    },
  },
  {
    what: "a refund, which is always pending first",
    source: "API reference, RefundDetails",
    operation: "Refund",
    requestId,
    xml: `<RefundResponse ${xmlns}><RefundResult><RefundDetails><AmazonRefundId>S03-1234567-7654321-R072290</AmazonRefundId><RefundReferenceId>ref-1001-1</RefundReferenceId><RefundType>SellerInitiated</RefundType><RefundAmount><CurrencyCode>JPY</CurrencyCode><Amount>1080</Amount></RefundAmount><FeeRefunded><CurrencyCode>JPY</CurrencyCode><Amount>0.00</Amount></FeeRefunded><SellerRefundNote>返品（サイズ違い）のため</SellerRefundNote><CreationTimestamp>2020-04-10T01:00:00.000Z</CreationTimestamp><RefundStatus><State>Pending</State><LastUpdateTimestamp>2020-04-10T01:00:00.000Z</LastUpdateTimestamp></RefundStatus><SoftDescriptor>AMZ*TESTSHOP</SoftDescriptor></RefundDetails></RefundResult>${meta}</RefundResponse>`,
    reads: {
      RefundDetails: {
        AmazonRefundId: "S03-1234567-7654321-R072290",
        RefundReferenceId: "ref-1001-1",
        SellerRefundNote: "返品（サイズ違い）のため",
        RefundType: "SellerInitiated",
        RefundAmount: yen(1_080),
        FeeRefunded: yen(0),
        CreationTimestamp: at("2020-04-10T01:00:00.000Z"),
        RefundStatus: { State: "Pending", LastUpdateTimestamp: at("2020-04-10T01:00:00.000Z") },
        SoftDescriptor: "AMZ*TESTSHOP",
      },
    },
  },
  {
    what: "a service status with messages",
    source: "API reference, GetServiceStatus",
    operation: "GetServiceStatus",
    requestId,
    xml: `<GetServiceStatusResponse ${xmlns}><GetServiceStatusResult><Status>GREEN_I</Status><Timestamp>2020-04-01T00:00:00Z</Timestamp><MessageId>m-1</MessageId><Messages><Message><Locale>ja_JP</Locale><Text>定期メンテナンスのお知らせ</Text></Message></Messages></GetServiceStatusResult>${meta}</GetServiceStatusResponse>`,
    reads: {
      Status: "GREEN_I",
      Timestamp: at("2020-04-01T00:00:00Z"),
      MessageId: "m-1",
      Messages: [{ Locale: "ja_JP", Text: "定期メンテナンスのお知らせ" }],
    },
  },
  {
    what: "an order reference whose total was just set",
    source: "API reference, SetOrderReferenceDetails: the details as they are now",
    operation: "SetOrderReferenceDetails",
    requestId,
    xml: `<SetOrderReferenceDetailsResponse ${xmlns}><SetOrderReferenceDetailsResult><OrderReferenceDetails><OrderTotal><CurrencyCode>JPY</CurrencyCode><Amount>10800</Amount></OrderTotal><AmazonOrderReferenceId>S03-1234567-7654321</AmazonOrderReferenceId><OrderReferenceStatus><State>Draft</State></OrderReferenceStatus><CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp><ExpirationTimestamp>2020-09-28T02:10:00.500Z</ExpirationTimestamp><ReleaseEnvironment>Sandbox</ReleaseEnvironment></OrderReferenceDetails></SetOrderReferenceDetailsResult>${meta}</SetOrderReferenceDetailsResponse>`,
    reads: {
      OrderReferenceDetails: {
        AmazonOrderReferenceId: "S03-1234567-7654321",
        OrderTotal: yen(10_800),
        OrderReferenceStatus: { State: "Draft" },
        IdList: [],
        ReleaseEnvironment: "Sandbox",
        ...times,
      },
    },
  },
  {
    what: "an order reference of a solution provider, its authentication required",
    source: "API reference, SetOrderAttributes, PaymentAuthenticationStatus (Europe)",
    operation: "SetOrderAttributes",
    requestId,
    xml: `<SetOrderAttributesResponse ${xmlns}><SetOrderAttributesResult><OrderReferenceDetails><AmazonOrderReferenceId>S02-1234567-7654321</AmazonOrderReferenceId><PlatformId>A2PROVIDEREXM</PlatformId><PaymentAuthenticationStatus><State>REQUIRED</State></PaymentAuthenticationStatus><PaymentServiceProviderAttributes><PaymentServiceProviderOrderId>psp-1</PaymentServiceProviderOrderId><PaymentServiceProviderId>A3PSPEXAMPLE1</PaymentServiceProviderId></PaymentServiceProviderAttributes><OrderReferenceStatus><State>Draft</State></OrderReferenceStatus><IdList/><CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp><ExpirationTimestamp>2020-09-28T02:10:00.500Z</ExpirationTimestamp><ReleaseEnvironment>Live</ReleaseEnvironment></OrderReferenceDetails></SetOrderAttributesResult>${meta}</SetOrderAttributesResponse>`,
    reads: {
      OrderReferenceDetails: {
        AmazonOrderReferenceId: "S02-1234567-7654321",
        PlatformId: "A2PROVIDEREXM",
        PaymentAuthenticationStatus: { State: "REQUIRED" },
        PaymentServiceProviderAttributes: {
          PaymentServiceProviderId: "A3PSPEXAMPLE1",
          PaymentServiceProviderOrderId: "psp-1",
        },
        OrderReferenceStatus: { State: "Draft" },
        IdList: [],
        ReleaseEnvironment: "Live",
        ...times,
      },
    },
  },
  {
    what: "an authorization that ran out, read again",
    source: "API reference, AuthorizationDetails; Authorization states and reason codes",
    operation: "GetAuthorizationDetails",
    requestId,
    xml: `<GetAuthorizationDetailsResponse ${xmlns}><GetAuthorizationDetailsResult><AuthorizationDetails><AmazonAuthorizationId>S03-1234567-7654321-A012345</AmazonAuthorizationId><AuthorizationReferenceId>auth-1001-1</AuthorizationReferenceId><SellerAuthorizationNote/><AuthorizationAmount><CurrencyCode>JPY</CurrencyCode><Amount>10800</Amount></AuthorizationAmount><CapturedAmount><CurrencyCode>JPY</CurrencyCode><Amount>0</Amount></CapturedAmount><AuthorizationFee><CurrencyCode>JPY</CurrencyCode><Amount>0.00</Amount></AuthorizationFee><IdList/><CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp><AuthorizationStatus><State>Closed</State><ReasonCode>ExpiredUnused</ReasonCode><LastUpdateTimestamp>2020-05-01T02:10:00.500Z</LastUpdateTimestamp></AuthorizationStatus><CaptureNow>false</CaptureNow></AuthorizationDetails></GetAuthorizationDetailsResult>${meta}</GetAuthorizationDetailsResponse>`,
    reads: {
      AuthorizationDetails: {
        AmazonAuthorizationId: "S03-1234567-7654321-A012345",
        AuthorizationReferenceId: "auth-1001-1",
        SellerAuthorizationNote: "",
        AuthorizationAmount: yen(10_800),
        CapturedAmount: yen(0),
        AuthorizationFee: yen(0),
        IdList: [],
        CreationTimestamp: times.CreationTimestamp,
        AuthorizationStatus: {
          State: "Closed",
          ReasonCode: "ExpiredUnused",
          LastUpdateTimestamp: at("2020-05-01T02:10:00.500Z"),
        },
        CaptureNow: false,
      },
    },
  },
  {
    what: "an authorization's closing",
    source: "recorded answer: empty result element",
    operation: "CloseAuthorization",
    requestId,
    xml: `<CloseAuthorizationResponse ${xmlns}><CloseAuthorizationResult/>${meta}</CloseAuthorizationResponse>`,
    reads: {},
  },
  {
    what: "a capture in another currency, a part of it a provider's",
    source: "API reference, CaptureDetails: ConvertedAmount, ConversionRate, ProviderCreditSummaryList",
    operation: "GetCaptureDetails",
    requestId,
    xml: `<GetCaptureDetailsResponse ${xmlns}><GetCaptureDetailsResult><CaptureDetails><AmazonCaptureId>P02-1234567-7654321-C012345</AmazonCaptureId><CaptureReferenceId>cap-1</CaptureReferenceId><CaptureAmount><CurrencyCode>CHF</CurrencyCode><Amount>94.50</Amount></CaptureAmount><ConvertedAmount><CurrencyCode>EUR</CurrencyCode><Amount>87.32</Amount></ConvertedAmount><ConversionRate>0.924</ConversionRate><RefundedAmount><CurrencyCode>CHF</CurrencyCode><Amount>0</Amount></RefundedAmount><CaptureFee><CurrencyCode>CHF</CurrencyCode><Amount>0.00</Amount></CaptureFee><IdList><member>P02-1234567-7654321-R072290</member></IdList><ProviderCreditSummaryList><member><ProviderCreditId>P02-1234567-7654321-P012345</ProviderCreditId><ProviderId>A2PROVIDEREXM</ProviderId></member></ProviderCreditSummaryList><CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp><CaptureStatus><State>Closed</State><ReasonCode>MaxRefundsProcessed</ReasonCode><LastUpdateTimestamp>2020-05-01T02:10:00.500Z</LastUpdateTimestamp></CaptureStatus></CaptureDetails></GetCaptureDetailsResult>${meta}</GetCaptureDetailsResponse>`,
    reads: {
      CaptureDetails: {
        AmazonCaptureId: "P02-1234567-7654321-C012345",
        CaptureReferenceId: "cap-1",
        CaptureAmount: { amount: 94_50, currencyCode: "CHF" },
        ConvertedAmount: { amount: 87_32, currencyCode: "EUR" },
        ConversionRate: "0.924",
        RefundedAmount: { amount: 0, currencyCode: "CHF" },
        CaptureFee: { amount: 0, currencyCode: "CHF" },
        IdList: ["P02-1234567-7654321-R072290"],
        ProviderCreditSummaryList: [{ ProviderId: "A2PROVIDEREXM", ProviderCreditId: "P02-1234567-7654321-P012345" }],
        CreationTimestamp: times.CreationTimestamp,
        CaptureStatus: {
          State: "Closed",
          ReasonCode: "MaxRefundsProcessed",
          LastUpdateTimestamp: at("2020-05-01T02:10:00.500Z"),
        },
      },
    },
  },
  {
    what: "a chargeback, which is a refund of its own type",
    source: "API reference, RefundDetails, RefundType",
    operation: "GetRefundDetails",
    requestId,
    xml: `<GetRefundDetailsResponse ${xmlns}><GetRefundDetailsResult><RefundDetails><AmazonRefundId>P03-1234567-7654321-R072290</AmazonRefundId><RefundReferenceId>cb-1</RefundReferenceId><RefundType>Chargeback</RefundType><RefundAmount><CurrencyCode>JPY</CurrencyCode><Amount>10800</Amount></RefundAmount><FeeRefunded><CurrencyCode>JPY</CurrencyCode><Amount>0</Amount></FeeRefunded><CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp><RefundStatus><State>Completed</State><LastUpdateTimestamp>2020-05-01T02:10:00.500Z</LastUpdateTimestamp></RefundStatus></RefundDetails></GetRefundDetailsResult>${meta}</GetRefundDetailsResponse>`,
    reads: {
      RefundDetails: {
        AmazonRefundId: "P03-1234567-7654321-R072290",
        RefundReferenceId: "cb-1",
        RefundType: "Chargeback",
        RefundAmount: yen(10_800),
        FeeRefunded: yen(0),
        CreationTimestamp: times.CreationTimestamp,
        RefundStatus: { State: "Completed", LastUpdateTimestamp: at("2020-05-01T02:10:00.500Z") },
      },
    },
  },
];

export const answers: readonly CorpusAnswer[] = [...orderAnswers, ...agreementAnswers, ...accountAnswers];
