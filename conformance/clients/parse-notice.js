// Runs in a process of its own, because Node reads NODE_EXTRA_CA_CERTS only at its start: gives an SNS message from
// standard input to the unmodified package, and prints what it makes of it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { connect, Environment } = createRequire(import.meta.url)("amazon-payments");
const payments = connect({ environment: Environment.Sandbox, sellerId: "", mwsAccessKey: "", mwsSecretKey: "" });

payments.parseSNSResponse(JSON.parse(readFileSync(0, "utf8")), (error, message) => {
  process.stdout.write(JSON.stringify(error ? { error: error.type ?? String(error) } : { message }));
});
