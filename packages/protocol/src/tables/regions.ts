// Hosts and paths. Source: integration guide, prerequisites; regional tables of Amazon's SDKs.
import type { CurrencyCode } from "@noren-pay/base";
import type { Environment } from "./quotas.ts";

export const regions = {
  jp: {
    host: "mws.amazonservices.jp",
    currency: "JPY",
    paymentDomain: "FE_JPY",
    profileHost: { Live: "api.amazon.co.jp", Sandbox: "api.sandbox.amazon.co.jp" },
    loginHost: "apac.account.amazon.com",
    widgets: {
      Live: "https://static-fe.payments-amazon.com/OffAmazonPayments/jp/lpa/js/Widgets.js",
      Sandbox: "https://static-fe.payments-amazon.com/OffAmazonPayments/jp/sandbox/lpa/js/Widgets.js",
    },
    idDigit: 3,
  },
  na: {
    host: "mws.amazonservices.com",
    currency: "USD",
    paymentDomain: "NA_USD",
    profileHost: { Live: "api.amazon.com", Sandbox: "api.sandbox.amazon.com" },
    loginHost: "www.amazon.com",
    widgets: {
      Live: "https://static-na.payments-amazon.com/OffAmazonPayments/us/js/Widgets.js",
      Sandbox: "https://static-na.payments-amazon.com/OffAmazonPayments/us/sandbox/js/Widgets.js",
    },
    idDigit: 1,
  },
  de: {
    host: "mws-eu.amazonservices.com",
    currency: "EUR",
    paymentDomain: "EU_EUR",
    profileHost: { Live: "api.amazon.de", Sandbox: "api.sandbox.amazon.de" },
    loginHost: "eu.account.amazon.com",
    widgets: {
      Live: "https://static-eu.payments-amazon.com/OffAmazonPayments/eur/lpa/js/Widgets.js",
      Sandbox: "https://static-eu.payments-amazon.com/OffAmazonPayments/eur/sandbox/lpa/js/Widgets.js",
    },
    idDigit: 2,
  },
  uk: {
    host: "mws-eu.amazonservices.com",
    currency: "GBP",
    paymentDomain: "EU_GBP",
    profileHost: { Live: "api.amazon.co.uk", Sandbox: "api.sandbox.amazon.co.uk" },
    loginHost: "eu.account.amazon.com",
    widgets: {
      Live: "https://static-eu.payments-amazon.com/OffAmazonPayments/gbp/lpa/js/Widgets.js",
      Sandbox: "https://static-eu.payments-amazon.com/OffAmazonPayments/gbp/sandbox/lpa/js/Widgets.js",
    },
    idDigit: 2,
  },
} as const satisfies Record<string, RegionFacts>;

interface RegionFacts {
  readonly host: string;
  readonly currency: CurrencyCode;
  readonly paymentDomain: string;
  readonly profileHost: Readonly<Record<Environment, string>>;
  readonly loginHost: string;
  readonly widgets: Readonly<Record<Environment, string>>;
  /** Second character of an id's number: 1 NA, 2 EU, 3 FE. */
  readonly idDigit: number;
}

export type Region = keyof typeof regions;

/** Every payment domain, once. */
export const paymentDomains = [...new Set(Object.values(regions).map(({ paymentDomain }) => paymentDomain))];

export const apiVersion = "2013-01-01";

/** Paths of the API. Documents print a trailing slash; SDKs sign the path without it. */
export const apiPaths = {
  Live: `/OffAmazonPayments/${apiVersion}`,
  Sandbox: `/OffAmazonPayments_Sandbox/${apiVersion}`,
} as const satisfies Record<Environment, string>;

/** First letters of ids. Source: fixtures of Amazon's SDKs. */
export const idLetters = {
  OrderReference: { Live: "P", Sandbox: "S" },
  BillingAgreement: { Live: "B", Sandbox: "C" },
} as const;
