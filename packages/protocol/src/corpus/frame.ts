// What every answer of the corpus has around it.
import type { OperationName } from "../operations.ts";

export interface CorpusAnswer {
  readonly what: string;
  readonly source: string;
  readonly operation: OperationName;
  readonly xml: string;
  readonly reads: object;
  readonly requestId: string;
}

export const xmlns = 'xmlns="http://mws.amazonservices.com/schema/OffAmazonPayments/2013-01-01"';
export const requestId = "00000000-0000-4000-8000-000000000001";
export const meta = `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata>`;
