// Requests about accounts, lists, solution providers and notification settings. Written down and signed as those in requests.ts.
import type { CorpusRequest } from "./requests.ts";

export const accountRequests: readonly CorpusRequest[] = [
  {
    what: "GetServiceStatus",
    operation: "GetServiceStatus",
    request: {},
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=GetServiceStatus&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "vGitrN6iSy7ovoTWhDovUyiq4kAs9JoZ2+/GgCB6rEc=",
  },
  {
    what: "GetMerchantAccountStatus",
    operation: "GetMerchantAccountStatus",
    request: {},
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=GetMerchantAccountStatus&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "hJvtZ3nUrWDGPIfIAszJmNsQMZarP9vPyp1TjmIStwY=",
  },
  {
    what: "ListOrderReference with every narrowing",
    operation: "ListOrderReference",
    request: {
      QueryId: "ORDER-1001",
      QueryIdType: "SellerOrderId",
      PaymentDomain: "FE_JPY",
      CreatedTimeRange: { StartTime: Date.UTC(2020, 2, 1), EndTime: Date.UTC(2020, 2, 31, 23, 59, 59, 999) },
      SortOrder: "Descending",
      PageSize: 2,
      OrderReferenceStatusListFilter: ["OPEN", "SUSPENDED"],
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=ListOrderReference&CreatedTimeRange.EndTime=2020-03-31T23%3A59%3A59.999Z&CreatedTimeRange.StartTime=2020-03-01T00%3A00%3A00.000Z&OrderReferenceStatusListFilter.OrderReferenceStatus.1=OPEN&OrderReferenceStatusListFilter.OrderReferenceStatus.2=SUSPENDED&PageSize=2&PaymentDomain=FE_JPY&QueryId=ORDER-1001&QueryIdType=SellerOrderId&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&SortOrder=Descending&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "86zaV10vGz31AVga5LaEsXoawBOtVWSFW9DwGxT+bGc=",
  },
  {
    what: "ListOrderReferenceByNextToken",
    operation: "ListOrderReferenceByNextToken",
    request: { NextPageToken: "bm9yZW4+L3Rva2Vu==" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=ListOrderReferenceByNextToken&NextPageToken=bm9yZW4%2BL3Rva2Vu%3D%3D&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "R2UPQ50396NfmyIhPBSMN+UsSdenaWFNmDXpLOd4rKo=",
  },
  {
    what: "GetProviderCreditDetails",
    operation: "GetProviderCreditDetails",
    request: { AmazonProviderCreditId: "S03-1234567-7654321-P012345" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=GetProviderCreditDetails&AmazonProviderCreditId=S03-1234567-7654321-P012345&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "6ThorXxIctS1SXmuNWopEth0g0TE2Lr8M6RZrKu6Tgc=",
  },
  {
    what: "GetProviderCreditReversalDetails",
    operation: "GetProviderCreditReversalDetails",
    request: { AmazonProviderCreditReversalId: "S03-1234567-7654321-Q012345" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=GetProviderCreditReversalDetails&AmazonProviderCreditReversalId=S03-1234567-7654321-Q012345&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "vejtWUkL+qn7QDwz25HfVbJTfX7hs6zuVruawKedTA4=",
  },
  {
    what: "ReverseProviderCredit of a part",
    operation: "ReverseProviderCredit",
    request: {
      AmazonProviderCreditId: "S03-1234567-7654321-P012345",
      CreditReversalReferenceId: "creditrev-1001-1",
      CreditReversalAmount: { amount: 100, currencyCode: "JPY" },
      CreditReversalNote: "返品のため",
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=ReverseProviderCredit&AmazonProviderCreditId=S03-1234567-7654321-P012345&CreditReversalAmount.Amount=100&CreditReversalAmount.CurrencyCode=JPY&CreditReversalNote=%E8%BF%94%E5%93%81%E3%81%AE%E3%81%9F%E3%82%81&CreditReversalReferenceId=creditrev-1001-1&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "LycxQRBDzpqQbVtUGfnachErR3YEh/jkvdGGoQeyhOI=",
  },
  {
    what: "GetMerchantNotificationConfiguration",
    operation: "GetMerchantNotificationConfiguration",
    request: {},
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=GetMerchantNotificationConfiguration&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "MItmxttRiW4jNXcJdNpLcGMj9US+ALjBXZiwhRBZmcE=",
  },
  {
    what: "SetMerchantNotificationConfiguration of two addresses",
    operation: "SetMerchantNotificationConfiguration",
    request: {
      NotificationConfigurationList: [
        { NotificationUrl: "https://shop.example/amazonpay/ipn", EventTypes: ["ORDER_REFERENCE", "PAYMENT_AUTHORIZE"] },
        { NotificationUrl: "https://books.example/ipn?shop=1", EventTypes: ["CHARGEBACK_DETAILED"] },
      ],
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=SetMerchantNotificationConfiguration&NotificationConfigurationList.NotificationConfiguration.1.EventTypes.EventTypeList.1=ORDER_REFERENCE&NotificationConfigurationList.NotificationConfiguration.1.EventTypes.EventTypeList.2=PAYMENT_AUTHORIZE&NotificationConfigurationList.NotificationConfiguration.1.NotificationUrl=https%3A%2F%2Fshop.example%2Famazonpay%2Fipn&NotificationConfigurationList.NotificationConfiguration.2.EventTypes.EventTypeList.1=CHARGEBACK_DETAILED&NotificationConfigurationList.NotificationConfiguration.2.NotificationUrl=https%3A%2F%2Fbooks.example%2Fipn%3Fshop%3D1&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "QLnruDMC2iiWHbk9Lm3+5hthf3ECC3Erwa+md4MHGRA=",
  },
];
