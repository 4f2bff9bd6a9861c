// Bodies of errors, written down by hand.
import type { ReadError } from "../wire/response.ts";

export interface CorpusError {
  readonly what: string;
  readonly source: string;
  readonly body: string;
  readonly reads: ReadError | undefined;
}

const xmlns = 'xmlns="http://mws.amazonservices.com/schema/OffAmazonPayments/2013-01-01"';

export const errorBodies: readonly CorpusError[] = [
  {
    what: "an error of the section",
    source: "recorded error; the message's form is the recorded one",
    body: `<ErrorResponse ${xmlns}>
  <Error>
    <Type>Sender</Type>
    <Code>OrderReferenceNotModifiable</Code>
    <Message>OrderReference S03-1234567-7654321 is not in draft state and cannot be modified with the request submitted by you.</Message>
  </Error>
  <RequestId>00000000-0000-4000-8000-000000000002</RequestId>
</ErrorResponse>`,
    reads: {
      code: "OrderReferenceNotModifiable",
      type: "Sender",
      message:
        "OrderReference S03-1234567-7654321 is not in draft state and cannot be modified with the request submitted by you.",
      requestId: "00000000-0000-4000-8000-000000000002",
    },
  },
  {
    what: "a throttled call",
    source: "recorded error of the front end: empty Type, RequestID with a capital D",
    body: `<?xml version="1.0"?>
<ErrorResponse ${xmlns}>
  <Error>
    <Type></Type>
    <Code>RequestThrottled</Code>
    <Message>Request is throttled</Message>
  </Error>
  <RequestID>00000000-0000-4000-8000-000000000003</RequestID>
</ErrorResponse>`,
    reads: {
      code: "RequestThrottled",
      type: "",
      message: "Request is throttled",
      requestId: "00000000-0000-4000-8000-000000000003",
    },
  },
  {
    what: "an error of MWS with an empty detail",
    source: "MWS developer guide, Response format",
    body: `<ErrorResponse xmlns="http://mws.amazonaws.com/doc/2009-01-01/"><Error><Type>Sender</Type><Code>InvalidAccessKeyId</Code><Message>The AWS Access Key Id you provided does not exist in our records.</Message><Detail/></Error><RequestId>00000000-0000-4000-8000-000000000004</RequestId></ErrorResponse>`,
    reads: {
      code: "InvalidAccessKeyId",
      type: "Sender",
      message: "The AWS Access Key Id you provided does not exist in our records.",
      requestId: "00000000-0000-4000-8000-000000000004",
    },
  },
  {
    what: "an error whose code nobody here knows",
    source: "composed",
    body: `<ErrorResponse ${xmlns}><Error><Type>Receiver</Type><Code>SomethingNew</Code><Message>新しい &amp; 未知</Message></Error><RequestId>5</RequestId></ErrorResponse>`,
    reads: { code: "SomethingNew", type: "Receiver", message: "新しい & 未知", requestId: "5" },
  },
  {
    what: "a bare code, which is no XML",
    source: "seen by an integration: Authorize before Confirm",
    body: "InvalidOrderReferenceStatus: The OrderReferenceId S03-1234567-7654321 is in an invalid state",
    reads: {
      code: "InvalidOrderReferenceStatus",
      type: "Sender",
      message: "The operation is not allowed in the order reference's state.",
      requestId: undefined,
    },
  },
  {
    what: "a proxy's page",
    source: "composed",
    body: "<html><head><title>502 Bad Gateway</title></head><body><hr>nginx</body></html>",
    reads: undefined,
  },
  { what: "an empty body", source: "composed", body: "", reads: undefined },
  { what: "half an answer", source: "composed", body: `<ErrorResponse ${xmlns}><Error><Co`, reads: undefined },
  {
    what: "an error without a code",
    source: "composed",
    body: "<ErrorResponse><Error/></ErrorResponse>",
    reads: undefined,
  },
];
