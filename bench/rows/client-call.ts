// Our client and npm `amazon-payments` call one server that answers fixed bytes: what a call costs the shop.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemClock } from "@noren-pay/base";
import { AmazonPayClient } from "@noren-pay/client";
import { type Figure, measurePair } from "../figure.ts";
import { startChild } from "../tools/child.ts";

const calls = 2_000;
const together = 16;
const orderReferenceId = "S03-1234567-7654321";

export async function clientCall(): Promise<readonly Figure[]> {
  const answer = join(tmpdir(), `noren-bench-answer-${process.pid}.xml`);
  writeFileSync(answer, authorizeAnswer);
  const server = await startChild("bare-server", [answer]);
  const endpoint = `http://127.0.0.1:${server.line}`;
  const keys = { sellerId: "A1EXAMPLESELLER", accessKey: "AKIDEXAMPLEJP", secretKey: "secretKeyForTestsOnly" };

  const ours = new AmazonPayClient({
    region: "jp",
    environment: "Sandbox",
    ...keys,
    endpoint,
    throttle: false,
  });
  const theirs = peer(endpoint, keys);
  const { value, ratio } = await measurePair({
    ours: () =>
      rateOf((n) =>
        ours.authorize({
          AmazonOrderReferenceId: orderReferenceId,
          AuthorizationReferenceId: `auth-${n}`,
          AuthorizationAmount: { amount: 10_800, currencyCode: "JPY" },
          TransactionTimeout: 0,
        }),
      ),
    theirs: () => rateOf(theirs),
  });
  await ours.close();
  await server.stop();
  return [{ name: "client.call", value, unit: "calls/s", against: "npm amazon-payments, same server", ratio }];
}

async function rateOf(call: (n: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const begun = systemClock.wall();
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (next < calls) await call(next++);
    }),
  );
  return calls / ((systemClock.wall() - begun) / 1000);
}

interface PeerApi {
  offAmazonPayments: { authorize(params: object, done: (error: unknown, answer: unknown) => void): void };
}

function peer(endpoint: string, keys: { sellerId: string; accessKey: string; secretKey: string }) {
  const require = createRequire(import.meta.url);
  const amazonPayments = require("amazon-payments") as { connect(config: object): PeerApi };
  const api = amazonPayments.connect({
    environment: { mwsEndpoint: `${endpoint}/OffAmazonPayments_Sandbox/2013-01-01`, apiEndpoint: endpoint },
    sellerId: keys.sellerId,
    mwsAccessKey: keys.accessKey,
    mwsSecretKey: keys.secretKey,
    clientId: "amzn1.application-oa2-client.example",
  });
  return (n: number) =>
    new Promise((resolve, reject) =>
      api.offAmazonPayments.authorize(
        {
          AmazonOrderReferenceId: orderReferenceId,
          AuthorizationReferenceId: `auth-${n}`,
          AuthorizationAmount: { Amount: 10_800, CurrencyCode: "JPY" },
          TransactionTimeout: 0,
        },
        (error, result) => (error ? reject(error) : resolve(result)),
      ),
    );
}

const authorizeAnswer = `<AuthorizeResponse xmlns="http://mws.amazonservices.com/schema/OffAmazonPayments/2013-01-01"><AuthorizeResult><AuthorizationDetails><AuthorizationAmount><CurrencyCode>JPY</CurrencyCode><Amount>10800</Amount></AuthorizationAmount><CapturedAmount><CurrencyCode>JPY</CurrencyCode><Amount>0</Amount></CapturedAmount><SoftDescriptor>AMZ*TESTSHOP</SoftDescriptor><ExpirationTimestamp>2020-05-01T00:00:00.000Z</ExpirationTimestamp><IdList/><AuthorizationStatus><LastUpdateTimestamp>2020-04-01T00:00:01.123Z</LastUpdateTimestamp><State>Open</State></AuthorizationStatus><AuthorizationFee><CurrencyCode>JPY</CurrencyCode><Amount>0</Amount></AuthorizationFee><CaptureNow>false</CaptureNow><SellerAuthorizationNote/><CreationTimestamp>2020-04-01T00:00:00.000Z</CreationTimestamp><AmazonAuthorizationId>S03-1234567-7654321-A012345</AmazonAuthorizationId><AuthorizationReferenceId>auth-0001_A</AuthorizationReferenceId></AuthorizationDetails></AuthorizeResult><ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000001</RequestId></ResponseMetadata></AuthorizeResponse>`;
