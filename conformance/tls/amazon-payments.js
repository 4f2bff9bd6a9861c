// Runs in a process of its own, because Node reads NODE_EXTRA_CA_CERTS only at its start: the unmodified package with
// its own addresses, as a shop would use it. Standard input: keys, an order reference, a token, and a notice.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";

const { connect, Environment } = createRequire(import.meta.url)("amazon-payments");
const { keys, AmazonOrderReferenceId, accessToken, notice } = JSON.parse(readFileSync(0, "utf8"));
const payments = connect({ environment: Environment.Sandbox, ...keys });
const call = (object, method, parameters) => promisify(object[method].bind(object))(parameters);

const total = { Amount: "10800", CurrencyCode: "JPY" };
const { offAmazonPayments, api } = payments;
await call(offAmazonPayments, "setOrderReferenceDetails", {
  AmazonOrderReferenceId,
  OrderReferenceAttributes: { OrderTotal: total, SellerNote: "ご注文ありがとうございます" },
});
await call(offAmazonPayments, "confirmOrderReference", { AmazonOrderReferenceId });
const { AuthorizationDetails } = await call(offAmazonPayments, "authorize", {
  AmazonOrderReferenceId,
  AuthorizationReferenceId: "through-the-proxy",
  AuthorizationAmount: total,
  TransactionTimeout: 0,
});
const elsewhere = await fetchThrough("https://example.com/");
process.stdout.write(
  JSON.stringify({
    state: AuthorizationDetails.AuthorizationStatus.State,
    token: await call(api, "getTokenInfo", accessToken),
    profile: await call(api, "getProfile", accessToken),
    notice: await call(payments, "parseSNSResponse", notice),
    elsewhere,
  }),
);

/** As the package asks for things. */
function fetchThrough(url) {
  const request = createRequire(import.meta.url)("request");
  return new Promise((resolve) => request(url, (error, answer) => resolve(error ? error.message : answer.statusCode)));
}
