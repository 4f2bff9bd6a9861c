// Answers about accounts, lists, solution providers and notification settings. Source: classes and recorded answers of
// Amazon's SDKs; ids and addresses made up.
import { type CorpusAnswer, meta, requestId, xmlns } from "./frame.ts";

const yen = (amount: number) => ({ amount, currencyCode: "JPY" });
const at = (text: string) => Date.parse(text);

export const accountAnswers: readonly CorpusAnswer[] = [
  {
    what: "an account that is active",
    source: "recorded answer of Amazon's SDKs",
    operation: "GetMerchantAccountStatus",
    requestId,
    xml: `<GetMerchantAccountStatusResponse ${xmlns}><GetMerchantAccountStatusResult><AccountStatus>ACTIVE</AccountStatus></GetMerchantAccountStatusResult>${meta}</GetMerchantAccountStatusResponse>`,
    reads: { AccountStatus: "ACTIVE" },
  },
  {
    what: "a first page of order references",
    source: "classes of Amazon's SDKs, ListOrderReference; the token is opaque base64",
    operation: "ListOrderReference",
    requestId,
    xml: `<ListOrderReferenceResponse ${xmlns}>
  <ListOrderReferenceResult>
    <OrderReferenceList>
      <OrderReference>
        <ReleaseEnvironment>Sandbox</ReleaseEnvironment>
        <OrderReferenceStatus>
          <LastUpdateTimestamp>2020-04-01T02:14:59.999Z</LastUpdateTimestamp>
          <State>Open</State>
        </OrderReferenceStatus>
        <AmazonOrderReferenceId>S03-1234567-7654321</AmazonOrderReferenceId>
        <CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp>
        <SellerOrderAttributes><SellerOrderId>ORDER-1001</SellerOrderId><StoreName>テスト ストア</StoreName></SellerOrderAttributes>
        <OrderTotal><CurrencyCode>JPY</CurrencyCode><Amount>10800</Amount></OrderTotal>
        <SellerNote>ご注文 ありがとう</SellerNote>
        <OrderLanguage>ja-JP</OrderLanguage>
      </OrderReference>
      <OrderReference>
        <AmazonOrderReferenceId>S03-1234567-7654322</AmazonOrderReferenceId>
        <OrderReferenceStatus>
          <State>Canceled</State>
          <ReasonCode>Stale</ReasonCode>
          <LastUpdateTimestamp>2020-04-01T05:10:00.500Z</LastUpdateTimestamp>
        </OrderReferenceStatus>
        <CreationTimestamp>2020-04-01T02:10:00.500Z</CreationTimestamp>
        <ReleaseEnvironment>Sandbox</ReleaseEnvironment>
      </OrderReference>
    </OrderReferenceList>
    <NextPageToken>bm9yZW4+L3Rva2Vu==</NextPageToken>
  </ListOrderReferenceResult>
  ${meta}
</ListOrderReferenceResponse>`,
    reads: {
      OrderReferenceList: [
        {
          ReleaseEnvironment: "Sandbox",
          OrderReferenceStatus: { State: "Open", LastUpdateTimestamp: at("2020-04-01T02:14:59.999Z") },
          AmazonOrderReferenceId: "S03-1234567-7654321",
          CreationTimestamp: at("2020-04-01T02:10:00.500Z"),
          SellerOrderAttributes: { SellerOrderId: "ORDER-1001", StoreName: "テスト ストア" },
          OrderTotal: yen(10_800),
          SellerNote: "ご注文 ありがとう",
          OrderLanguage: "ja-JP",
        },
        {
          AmazonOrderReferenceId: "S03-1234567-7654322",
          OrderReferenceStatus: {
            State: "Canceled",
            ReasonCode: "Stale",
            LastUpdateTimestamp: at("2020-04-01T05:10:00.500Z"),
          },
          CreationTimestamp: at("2020-04-01T02:10:00.500Z"),
          ReleaseEnvironment: "Sandbox",
        },
      ],
      NextPageToken: "bm9yZW4+L3Rva2Vu==",
    },
  },
  {
    what: "a last page without order references",
    source: "classes of Amazon's SDKs, ListOrderReferenceByNextToken: no token",
    operation: "ListOrderReferenceByNextToken",
    requestId,
    xml: `<ListOrderReferenceByNextTokenResponse ${xmlns}><ListOrderReferenceByNextTokenResult><OrderReferenceList/></ListOrderReferenceByNextTokenResult>${meta}</ListOrderReferenceByNextTokenResponse>`,
    reads: { OrderReferenceList: [] },
  },
  {
    what: "a provider credit that was reversed whole",
    source: "classes of Amazon's SDKs, ProviderCreditDetails",
    operation: "GetProviderCreditDetails",
    requestId,
    xml: `<GetProviderCreditDetailsResponse ${xmlns}><GetProviderCreditDetailsResult><ProviderCreditDetails><AmazonProviderCreditId>S03-1234567-7654321-P012345</AmazonProviderCreditId><SellerId>A1SELLEREXMPL</SellerId><ProviderId>A2PROVIDEREXM</ProviderId><CreditReferenceId>credit-1001-1</CreditReferenceId><CreditAmount><CurrencyCode>JPY</CurrencyCode><Amount>500</Amount></CreditAmount><CreditReversalAmount><CurrencyCode>JPY</CurrencyCode><Amount>500</Amount></CreditReversalAmount><CreditReversalIdList><member>S03-1234567-7654321-Q012345</member></CreditReversalIdList><CreationTimestamp>2020-04-02T03:00:05.000Z</CreationTimestamp><CreditStatus><LastUpdateTimestamp>2020-04-10T01:00:30.000Z</LastUpdateTimestamp><ReasonCode>MaxAmountReversed</ReasonCode><State>Closed</State></CreditStatus></ProviderCreditDetails></GetProviderCreditDetailsResult>${meta}</GetProviderCreditDetailsResponse>`,
    reads: {
      ProviderCreditDetails: {
        AmazonProviderCreditId: "S03-1234567-7654321-P012345",
        SellerId: "A1SELLEREXMPL",
        ProviderId: "A2PROVIDEREXM",
        CreditReferenceId: "credit-1001-1",
        CreditAmount: yen(500),
        CreditReversalAmount: yen(500),
        CreditReversalIdList: ["S03-1234567-7654321-Q012345"],
        CreationTimestamp: at("2020-04-02T03:00:05.000Z"),
        CreditStatus: {
          State: "Closed",
          ReasonCode: "MaxAmountReversed",
          LastUpdateTimestamp: at("2020-04-10T01:00:30.000Z"),
        },
      },
    },
  },
  ...(["GetProviderCreditReversalDetails", "ReverseProviderCredit"] as const).map((operation) => ({
    what: `a reversal, as ${operation} answers it`,
    source: "classes of Amazon's SDKs, ProviderCreditReversalDetails",
    operation,
    requestId,
    xml: `<${operation}Response ${xmlns}><${operation}Result><ProviderCreditReversalDetails><AmazonProviderCreditReversalId>S03-1234567-7654321-Q012345</AmazonProviderCreditReversalId><SellerId>A1SELLEREXMPL</SellerId><ProviderId>A2PROVIDEREXM</ProviderId><CreditReversalReferenceId>creditrev-1001-1</CreditReversalReferenceId><CreditReversalAmount><CurrencyCode>JPY</CurrencyCode><Amount>100</Amount></CreditReversalAmount><CreationTimestamp>2020-04-10T01:00:05.000Z</CreationTimestamp><CreditReversalStatus><State>Pending</State><LastUpdateTimestamp>2020-04-10T01:00:05.000Z</LastUpdateTimestamp></CreditReversalStatus><CreditReversalNote>返品のため</CreditReversalNote></ProviderCreditReversalDetails></${operation}Result>${meta}</${operation}Response>`,
    reads: {
      ProviderCreditReversalDetails: {
        AmazonProviderCreditReversalId: "S03-1234567-7654321-Q012345",
        SellerId: "A1SELLEREXMPL",
        ProviderId: "A2PROVIDEREXM",
        CreditReversalReferenceId: "creditrev-1001-1",
        CreditReversalAmount: yen(100),
        CreationTimestamp: at("2020-04-10T01:00:05.000Z"),
        CreditReversalStatus: { State: "Pending", LastUpdateTimestamp: at("2020-04-10T01:00:05.000Z") },
        CreditReversalNote: "返品のため",
      },
    },
  })),
  {
    what: "two addresses of notifications",
    source: "classes of Amazon's SDKs, NotificationConfiguration: members, where the request has other names",
    operation: "GetMerchantNotificationConfiguration",
    requestId,
    xml: `<GetMerchantNotificationConfigurationResponse ${xmlns}><GetMerchantNotificationConfigurationResult><NotificationConfigurationList><member><EventTypes><member>ORDER_REFERENCE</member><member>PAYMENT_AUTHORIZE</member></EventTypes><NotificationUrl>https://shop.example/amazonpay/ipn</NotificationUrl></member><member><NotificationUrl>https://books.example/ipn?shop=1&amp;type=2</NotificationUrl><EventTypes/></member></NotificationConfigurationList></GetMerchantNotificationConfigurationResult>${meta}</GetMerchantNotificationConfigurationResponse>`,
    reads: {
      NotificationConfigurationList: [
        { NotificationUrl: "https://shop.example/amazonpay/ipn", EventTypes: ["ORDER_REFERENCE", "PAYMENT_AUTHORIZE"] },
        { NotificationUrl: "https://books.example/ipn?shop=1&type=2", EventTypes: [] },
      ],
    },
  },
  {
    what: "notification settings that were taken",
    source: "classes of Amazon's SDKs: no result element recorded",
    operation: "SetMerchantNotificationConfiguration",
    requestId,
    xml: `<SetMerchantNotificationConfigurationResponse ${xmlns}>${meta}</SetMerchantNotificationConfigurationResponse>`,
    reads: {},
  },
];
