// Whole requests of a Japanese shop. Parameters by the API reference of each operation; strings to sign and signatures
// were computed by another implementation (Python's urllib and hmac) with the secret of the Japanese vectors.
import type { OperationName } from "../operations.ts";
import { accountRequests } from "./account-requests.ts";
import { agreementRequests } from "./agreement-requests.ts";

export interface CorpusRequest {
  readonly what: string;
  readonly operation: OperationName;
  readonly request: object;
  /** Fourth line of the string to sign. */
  readonly canonicalQuery: string;
  readonly signature: string;
}

/** What all of them are signed with. */
export const signedBy = {
  accessKey: "AKIDEXAMPLEJP",
  sellerId: "A1EXAMPLESELLER",
  secretKey: "secretKeyForTestsOnly",
  host: "mws.amazonservices.jp",
  path: "/OffAmazonPayments_Sandbox/2013-01-01",
  timestamp: Date.UTC(2020, 3, 1),
} as const;

const orderRequests: readonly CorpusRequest[] = [
  {
    what: "GetOrderReferenceDetails without a token",
    operation: "GetOrderReferenceDetails",
    request: { AmazonOrderReferenceId: "S03-1234567-7654321" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=GetOrderReferenceDetails&AmazonOrderReferenceId=S03-1234567-7654321&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "pHfFkVq9lQ1hQBTI3EUOrSpzS+8LLsq+X4ZoI4nCUJM=",
  },
  {
    what: "GetOrderReferenceDetails with the buyer's token",
    operation: "GetOrderReferenceDetails",
    request: { AmazonOrderReferenceId: "S03-1234567-7654321", AccessToken: "Atza|IwEBIExample+/=" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&AccessToken=Atza%7CIwEBIExample%2B%2F%3D&Action=GetOrderReferenceDetails&AmazonOrderReferenceId=S03-1234567-7654321&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "t/9y6YqRWvMt4661UNkxQl/IrxjH+GbAFYu03XyHdL0=",
  },
  {
    what: "SetOrderReferenceDetails with everything a Japanese shop sends",
    operation: "SetOrderReferenceDetails",
    request: {
      AmazonOrderReferenceId: "S03-1234567-7654321",
      OrderReferenceAttributes: {
        OrderTotal: { amount: 10800, currencyCode: "JPY" },
        SellerNote: "ご注文 ありがとう!~*()'+&=/",
        SellerOrderAttributes: {
          SellerOrderId: "0012345",
          StoreName: "テスト ストア",
          CustomInformation: "会員番号：0099 🎁",
          OrderItemCategories: ["Apparel", "Antiques"],
        },
      },
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=SetOrderReferenceDetails&AmazonOrderReferenceId=S03-1234567-7654321&OrderReferenceAttributes.OrderTotal.Amount=10800&OrderReferenceAttributes.OrderTotal.CurrencyCode=JPY&OrderReferenceAttributes.SellerNote=%E3%81%94%E6%B3%A8%E6%96%87%20%E3%81%82%E3%82%8A%E3%81%8C%E3%81%A8%E3%81%86%21~%2A%28%29%27%2B%26%3D%2F&OrderReferenceAttributes.SellerOrderAttributes.CustomInformation=%E4%BC%9A%E5%93%A1%E7%95%AA%E5%8F%B7%EF%BC%9A0099%20%F0%9F%8E%81&OrderReferenceAttributes.SellerOrderAttributes.OrderItemCategories.OrderItemCategory.1=Apparel&OrderReferenceAttributes.SellerOrderAttributes.OrderItemCategories.OrderItemCategory.2=Antiques&OrderReferenceAttributes.SellerOrderAttributes.SellerOrderId=0012345&OrderReferenceAttributes.SellerOrderAttributes.StoreName=%E3%83%86%E3%82%B9%E3%83%88%20%E3%82%B9%E3%83%88%E3%82%A2&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "/YHI0fApqFgXD5lBr97x1mIVT9gH8To3DplIJie5PqY=",
  },
  {
    what: "SetOrderAttributes after confirmation",
    operation: "SetOrderAttributes",
    request: {
      AmazonOrderReferenceId: "S03-1234567-7654321",
      OrderAttributes: { SellerOrderAttributes: { SellerOrderId: "注文-0012345" } },
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=SetOrderAttributes&AmazonOrderReferenceId=S03-1234567-7654321&OrderAttributes.SellerOrderAttributes.SellerOrderId=%E6%B3%A8%E6%96%87-0012345&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "6awl5D5mFljueQLwbEZycl+DJjzSjSkuv2cb+/jkvQs=",
  },
  {
    what: "ConfirmOrderReference",
    operation: "ConfirmOrderReference",
    request: { AmazonOrderReferenceId: "S03-1234567-7654321" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=ConfirmOrderReference&AmazonOrderReferenceId=S03-1234567-7654321&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "d7avMyao32IXlUt2tB+AEYUyFVGFC/MBZhhYGAXbr2E=",
  },
  {
    what: "CancelOrderReference with a reason",
    operation: "CancelOrderReference",
    request: { AmazonOrderReferenceId: "S03-1234567-7654321", CancelationReason: "お客様都合のため" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=CancelOrderReference&AmazonOrderReferenceId=S03-1234567-7654321&CancelationReason=%E3%81%8A%E5%AE%A2%E6%A7%98%E9%83%BD%E5%90%88%E3%81%AE%E3%81%9F%E3%82%81&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "tUMouZz3/fFd/SXCYNSK7Q0DA1Uri5LPCJsItUYq4j8=",
  },
  {
    what: "CloseOrderReference with a reason",
    operation: "CloseOrderReference",
    request: { AmazonOrderReferenceId: "S03-1234567-7654321", ClosureReason: "全品出荷済み" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=CloseOrderReference&AmazonOrderReferenceId=S03-1234567-7654321&ClosureReason=%E5%85%A8%E5%93%81%E5%87%BA%E8%8D%B7%E6%B8%88%E3%81%BF&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "z1bUzHnhgkA1cU5JOMXWPb7hd2koOO2lOZoBtMfu86w=",
  },
  {
    what: "Authorize, synchronous",
    operation: "Authorize",
    request: {
      AmazonOrderReferenceId: "S03-1234567-7654321",
      AuthorizationReferenceId: "auth-0001_A",
      AuthorizationAmount: { amount: 10800, currencyCode: "JPY" },
      TransactionTimeout: 0,
      CaptureNow: false,
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=Authorize&AmazonOrderReferenceId=S03-1234567-7654321&AuthorizationAmount.Amount=10800&AuthorizationAmount.CurrencyCode=JPY&AuthorizationReferenceId=auth-0001_A&CaptureNow=false&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&TransactionTimeout=0&Version=2013-01-01",
    signature: "onDxclCc4BO2daAeHkvzDPFUCjEYbgKniRH3KIdj2+w=",
  },
  {
    what: "Authorize with a simulated decline",
    operation: "Authorize",
    request: {
      AmazonOrderReferenceId: "S03-1234567-7654321",
      AuthorizationReferenceId: "auth-0002",
      AuthorizationAmount: { amount: 10800, currencyCode: "JPY" },
      SellerAuthorizationNote:
        '{"SandboxSimulation": {"State":"Declined", "ReasonCode":"InvalidPaymentMethod", "PaymentMethodUpdateTimeInMins":5}}',
      TransactionTimeout: 1440,
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=Authorize&AmazonOrderReferenceId=S03-1234567-7654321&AuthorizationAmount.Amount=10800&AuthorizationAmount.CurrencyCode=JPY&AuthorizationReferenceId=auth-0002&SellerAuthorizationNote=%7B%22SandboxSimulation%22%3A%20%7B%22State%22%3A%22Declined%22%2C%20%22ReasonCode%22%3A%22InvalidPaymentMethod%22%2C%20%22PaymentMethodUpdateTimeInMins%22%3A5%7D%7D&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&TransactionTimeout=1440&Version=2013-01-01",
    signature: "5wJ6FfGh9eH9Z/H/La4fECrjTkOGQ9wLC4YTgoEpOh8=",
  },
  {
    what: "CloseAuthorization with a reason",
    operation: "CloseAuthorization",
    request: { AmazonAuthorizationId: "S03-1234567-7654321-A012345", ClosureReason: "在庫切れ" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=CloseAuthorization&AmazonAuthorizationId=S03-1234567-7654321-A012345&ClosureReason=%E5%9C%A8%E5%BA%AB%E5%88%87%E3%82%8C&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "LkyzSC1nlytZVt2hYYzvQvc354JwvYoux2S6UZpDsBA=",
  },
  {
    what: "Capture with a note and a descriptor",
    operation: "Capture",
    request: {
      AmazonAuthorizationId: "S03-1234567-7654321-A012345",
      CaptureReferenceId: "cap-1001-1",
      CaptureAmount: { amount: 10800, currencyCode: "JPY" },
      SellerCaptureNote: "ヤマト 送り状 0000-1234-5678",
      SoftDescriptor: "ﾃｽﾄｼｮｯﾌﾟ",
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=Capture&AmazonAuthorizationId=S03-1234567-7654321-A012345&CaptureAmount.Amount=10800&CaptureAmount.CurrencyCode=JPY&CaptureReferenceId=cap-1001-1&SellerCaptureNote=%E3%83%A4%E3%83%9E%E3%83%88%20%E9%80%81%E3%82%8A%E7%8A%B6%200000-1234-5678&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&SoftDescriptor=%EF%BE%83%EF%BD%BD%EF%BE%84%EF%BD%BC%EF%BD%AE%EF%BD%AF%EF%BE%8C%EF%BE%9F&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "ClUaoeVGQ3wYp7mnvgh3UzeH0g2DpTGUVUj64pvrIis=",
  },
  {
    what: "Refund of a part",
    operation: "Refund",
    request: {
      AmazonCaptureId: "S03-1234567-7654321-C012345",
      RefundReferenceId: "ref-1001-1",
      RefundAmount: { amount: 1080, currencyCode: "JPY" },
      SellerRefundNote: "返品（サイズ違い）のため",
    },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=Refund&AmazonCaptureId=S03-1234567-7654321-C012345&RefundAmount.Amount=1080&RefundAmount.CurrencyCode=JPY&RefundReferenceId=ref-1001-1&SellerId=A1EXAMPLESELLER&SellerRefundNote=%E8%BF%94%E5%93%81%EF%BC%88%E3%82%B5%E3%82%A4%E3%82%BA%E9%81%95%E3%81%84%EF%BC%89%E3%81%AE%E3%81%9F%E3%82%81&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "K7CQOOawDO72g6GnEJC6Zsa+MYK6qxzamnXK4ccbwtQ=",
  },
  {
    what: "GetAuthorizationDetails",
    operation: "GetAuthorizationDetails",
    request: { AmazonAuthorizationId: "S03-1234567-7654321-A012345" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=GetAuthorizationDetails&AmazonAuthorizationId=S03-1234567-7654321-A012345&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "/V+/u5Nxl+eYJYSTipR9vnbtd2YHcIsCk8swMrBTNpE=",
  },
  {
    what: "GetCaptureDetails",
    operation: "GetCaptureDetails",
    request: { AmazonCaptureId: "S03-1234567-7654321-C012345" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=GetCaptureDetails&AmazonCaptureId=S03-1234567-7654321-C012345&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "Y/EWsVaiWVrfGuHuTe1HMs/dfkbY98ZIzvVL8lmI9ho=",
  },
  {
    what: "GetRefundDetails",
    operation: "GetRefundDetails",
    request: { AmazonRefundId: "S03-1234567-7654321-R072290" },
    canonicalQuery:
      "AWSAccessKeyId=AKIDEXAMPLEJP&Action=GetRefundDetails&AmazonRefundId=S03-1234567-7654321-R072290&SellerId=A1EXAMPLESELLER&SignatureMethod=HmacSHA256&SignatureVersion=2&Timestamp=2020-04-01T00%3A00%3A00.000Z&Version=2013-01-01",
    signature: "gJpxwnMVM9iGpniB5X3A7eXotxQIRP5wsyoWGs9yJx0=",
  },
];

export const requests: readonly CorpusRequest[] = [...orderRequests, ...agreementRequests, ...accountRequests];
