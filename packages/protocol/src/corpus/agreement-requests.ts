// Requests about billing agreements of a Japanese and a German shop. Written down and signed as those in requests.ts.
import type { CorpusRequest } from "./requests.ts";

export const agreementRequests: readonly CorpusRequest[] = [
  {
    what: "GetBillingAgreementDetails with the buyer's token",
    operation: "GetBillingAgreementDetails",
    request: { AmazonBillingAgreementId: "C03-2345678-8765432", AccessToken: "Atza|IwEBIExample+/=" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&AccessToken=Atza%7CIwEBIExample%2B%2F%3D&Action=GetBillingAgreementDetails&AmazonBillingAgreementId=C03-2345678-8765432&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "OGjHKR/Sy4mgNTZd62czQ8ToeLLtrEaGr1xhRwi4sx0=",
  },
  {
    what: "SetBillingAgreementDetails of a monthly delivery",
    operation: "SetBillingAgreementDetails",
    request: {
      AmazonBillingAgreementId: "C03-2345678-8765432",
      BillingAgreementAttributes: {
        SellerNote: "毎月25日にお届け",
        SellerBillingAgreementAttributes: {
          SellerBillingAgreementId: "SUBSCR-77",
          StoreName: "テスト ストア",
          CustomInformation: "コース=松&回=1",
        },
      },
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=SetBillingAgreementDetails&AmazonBillingAgreementId=C03-2345678-8765432&BillingAgreementAttributes.SellerBillingAgreementAttributes.CustomInformation=%E3%82%B3%E3%83%BC%E3%82%B9%3D%E6%9D%BE%26%E5%9B%9E%3D1&BillingAgreementAttributes.SellerBillingAgreementAttributes.SellerBillingAgreementId=SUBSCR-77&BillingAgreementAttributes.SellerBillingAgreementAttributes.StoreName=%E3%83%86%E3%82%B9%E3%83%88%20%E3%82%B9%E3%83%88%E3%82%A2&BillingAgreementAttributes.SellerNote=%E6%AF%8E%E6%9C%8825%E6%97%A5%E3%81%AB%E3%81%8A%E5%B1%8A%E3%81%91&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "aG7JNPQOeOIftTMs++sl5qxF2b5rJw0E86tkm/IELKw=",
  },
  {
    what: "SetBillingAgreementDetails with what Europe's authentication needs",
    operation: "SetBillingAgreementDetails",
    request: {
      AmazonBillingAgreementId: "C02-2345678-8765432",
      BillingAgreementAttributes: {
        BillingAgreementType: "MerchantInitiatedTransaction",
        SubscriptionAmount: { amount: 19_95, currencyCode: "EUR" },
      },
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=SetBillingAgreementDetails&AmazonBillingAgreementId=C02-2345678-8765432&BillingAgreementAttributes.BillingAgreementType=MerchantInitiatedTransaction&BillingAgreementAttributes.SubscriptionAmount.Amount=19.95&BillingAgreementAttributes.SubscriptionAmount.CurrencyCode=EUR&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "ykvEPaFWvOQ1RmDgrh0Q/mhw3VdazGQ//bemv3ylcb0=",
  },
  {
    what: "ConfirmBillingAgreement, which needs no more in Japan",
    operation: "ConfirmBillingAgreement",
    request: { AmazonBillingAgreementId: "C03-2345678-8765432" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=ConfirmBillingAgreement&AmazonBillingAgreementId=C03-2345678-8765432&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "E4eiSeitOCz+Lqdt4dE1ZaNLIKmsAVXMhzG0N06tFiM=",
  },
  {
    what: "ConfirmBillingAgreement with addresses to come back to",
    operation: "ConfirmBillingAgreement",
    request: {
      AmazonBillingAgreementId: "C02-2345678-8765432",
      SuccessUrl: "https://shop.example/done?id=1",
      FailureUrl: "https://shop.example/failed?id=1",
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=ConfirmBillingAgreement&AmazonBillingAgreementId=C02-2345678-8765432&FailureUrl=https%3A%2F%2Fshop.example%2Ffailed%3Fid%3D1&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&SuccessUrl=https%3A%2F%2Fshop.example%2Fdone%3Fid%3D1&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "jW7iN5FmzHanIfCZDYz/jIQUC4V9xuZOKGIce3+kPL8=",
  },
  {
    what: "ValidateBillingAgreement",
    operation: "ValidateBillingAgreement",
    request: { AmazonBillingAgreementId: "C03-2345678-8765432" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=ValidateBillingAgreement&AmazonBillingAgreementId=C03-2345678-8765432&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "7rdkplWyEADpn6f0RxfRCH51MEZ/WDRXKyX4C1oEQXs=",
  },
  {
    what: "AuthorizeOnBillingAgreement with everything an order has",
    operation: "AuthorizeOnBillingAgreement",
    request: {
      AmazonBillingAgreementId: "C03-2345678-8765432",
      AuthorizationReferenceId: "subscr-77_2020-05",
      AuthorizationAmount: { amount: 3_980, currencyCode: "JPY" },
      SellerAuthorizationNote: "5月分",
      TransactionTimeout: 0,
      CaptureNow: true,
      SoftDescriptor: "TESTSHOP",
      SellerNote: "定期便 5月",
      SellerOrderAttributes: {
        SellerOrderId: "ORDER-2005",
        StoreName: "テスト ストア",
        CustomInformation: "第2回",
      },
      InheritShippingAddress: true,
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=AuthorizeOnBillingAgreement&AmazonBillingAgreementId=C03-2345678-8765432&AuthorizationAmount.Amount=3980&AuthorizationAmount.CurrencyCode=JPY&AuthorizationReferenceId=subscr-77_2020-05&CaptureNow=true&InheritShippingAddress=true&SellerAuthorizationNote=5%E6%9C%88%E5%88%86&SellerId=A1EXAMPLESELLER&SellerNote=%E5%AE%9A%E6%9C%9F%E4%BE%BF%205%E6%9C%88&SellerOrderAttributes.CustomInformation=%E7%AC%AC2%E5%9B%9E&SellerOrderAttributes.SellerOrderId=ORDER-2005&SellerOrderAttributes.StoreName=%E3%83%86%E3%82%B9%E3%83%88%20%E3%82%B9%E3%83%88%E3%82%A2&SignatureMethod=HmacSHA256&SignatureVersion=2&SoftDescriptor=TESTSHOP&Timestamp=2020-04-01T00%3A00%3A00.000Z&TransactionTimeout=0&Version=2013-01-01",
    signature: "0CJE6XRawyqHUw/8lC/m3CFiuXWgY7xErSC6yMa2BrM=",
  },
  {
    what: "CreateOrderReferenceForId, confirmed at once",
    operation: "CreateOrderReferenceForId",
    request: {
      Id: "C03-2345678-8765432",
      IdType: "BillingAgreement",
      InheritShippingAddress: true,
      ConfirmNow: true,
      OrderReferenceAttributes: {
        OrderTotal: { amount: 3_980, currencyCode: "JPY" },
        SellerNote: "定期便 5月",
        SellerOrderAttributes: { SellerOrderId: "ORDER-2005", OrderItemCategories: ["Apparel"] },
      },
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=CreateOrderReferenceForId&ConfirmNow=true&Id=C03-2345678-8765432&IdType=BillingAgreement&InheritShippingAddress=true&OrderReferenceAttributes.OrderTotal.Amount=3980&OrderReferenceAttributes.OrderTotal.CurrencyCode=JPY&OrderReferenceAttributes.SellerNote=%E5%AE%9A%E6%9C%9F%E4%BE%BF%205%E6%9C%88&OrderReferenceAttributes.SellerOrderAttributes.OrderItemCategories.OrderItemCategory.1=Apparel&OrderReferenceAttributes.SellerOrderAttributes.SellerOrderId=ORDER-2005&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "ua+YSyUw1EBF/t54+9StTPYhJc0tOaRpBZaw22pa7as=",
  },
  {
    what: "CloseBillingAgreement with a reason",
    operation: "CloseBillingAgreement",
    request: { AmazonBillingAgreementId: "C03-2345678-8765432", ClosureReason: "お客様のご希望による解約" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=CloseBillingAgreement&AmazonBillingAgreementId=C03-2345678-8765432&ClosureReason=%E3%81%8A%E5%AE%A2%E6%A7%98%E3%81%AE%E3%81%94%E5%B8%8C%E6%9C%9B%E3%81%AB%E3%82%88%E3%82%8B%E8%A7%A3%E7%B4%84&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "PQvRNZIBughb27iABePADqZJPSaiDYlnCkqqcXIf4iw=",
  },
];
