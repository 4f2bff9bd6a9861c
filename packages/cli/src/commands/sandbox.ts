// `noren sandbox`: Amazon's side alone, and `noren sandbox new-order` for tests without a browser.
import { resolve } from "node:path";
import { startSandbox } from "@noren-pay/sandbox";
import { Command, InvalidArgumentError, Option } from "commander";
import { CliError } from "../errors.ts";
import { parsePort } from "../settings.ts";
import { askJson } from "../start/ask.ts";
import { untilStopped } from "../start/stop.ts";

interface SandboxFlags {
  readonly port: number;
  readonly host: string;
  readonly seed: string;
  readonly data?: string;
  readonly tls?: number;
  readonly proxy?: number;
  readonly throttle: boolean;
  readonly json?: boolean;
}

const tlsPortDefault = 9_443;
const proxyPortDefault = 9_081;

export function sandbox(): Command {
  const command = new Command("sandbox")
    .description("run a sandbox: Amazon Pay on this machine")
    .option("--port <n>", "port to listen on; 0: any free one", portFlag, 9_080)
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("--seed <text>", "what keys, ids and chance follow from", "noren")
    .option("--data <dir>", "folder to survive restarts in; in memory only without it")
    .addOption(
      new Option("--tls [port]", "also serve Amazon's hosts over TLS, with certificates of the sandbox's own authority")
        .argParser(portFlag)
        .preset(String(tlsPortDefault)),
    )
    .addOption(
      new Option(
        "--proxy [port]",
        "also open a proxy that leads from Amazon's hosts here and nowhere else; opens TLS too",
      )
        .argParser(portFlag)
        .preset(String(proxyPortDefault)),
    )
    .option("--no-throttle", "take calls however fast they come, over the published quota too")
    .option("--json", "print one line of JSON when ready")
    .addHelpText(
      "after",
      "\nClients of any language: see docs/clients.\nStop it with Ctrl-C. Its admin API is described at <adminUrl>/openapi.json.",
    )
    .action((flags: SandboxFlags) => run(flags));
  command.addCommand(newOrder());
  return command;
}

async function run({ port, host, seed, data, tls, proxy, throttle, json }: SandboxFlags): Promise<void> {
  const dataDir = data === undefined ? undefined : resolve(data);
  // A proxy needs TLS, but nobody who asks for the proxy alone needs to know its port.
  const sandbox = await startSandbox({
    port,
    host,
    seed,
    dataDir,
    throttle,
    tls: doorOf(tls),
    proxy: doorOf(proxy),
  });
  const { url, adminUrl, sellerId, accessKey, secretKey, clientId, topicArn, tlsUrl, caFile, proxyUrl } = sandbox;
  const certificateUrl = await sandbox.certificateUrl();
  const always = { url, adminUrl, sellerId, accessKey, secretKey, clientId, topicArn, certificateUrl };
  const facts = { ...always, ...(tlsUrl && { tlsUrl }), ...(caFile && { caFile }), ...(proxyUrl && { proxyUrl }) };
  // Before it says that it is ready: whoever reads that may stop it at once.
  const stopped = untilStopped();
  if (json) process.stdout.write(`${JSON.stringify(facts)}\n`);
  else for (const [name, value] of Object.entries(facts)) process.stdout.write(`${name} ${value}\n`);
  await stopped;
  await sandbox.close();
}

const doorOf = (port: number | undefined) => (port === undefined ? false : { port });

interface NewOrderFlags {
  readonly url: string;
  readonly seller?: string;
  readonly json?: boolean;
}

function newOrder(): Command {
  return new Command("new-order")
    .description("make a Draft order reference whose address and payment method are chosen, and print its id")
    .requiredOption("--url <url>", "the sandbox's address, such as http://localhost:9080", urlFlag)
    .option("--seller <id>", "whose order; the sandbox's first seller without it")
    .option("--json", "print JSON")
    .action(async ({ url, seller, json }: NewOrderFlags) => {
      const body = seller === undefined ? {} : { sellerId: seller };
      const answer = await askJson(`${url}/admin/order-references`, { method: "POST", body });
      const id = (answer as { amazonOrderReferenceId?: unknown }).amazonOrderReferenceId;
      if (typeof id !== "string") throw new CliError("refused", `${url} does not answer as a sandbox; check --url.`);
      process.stdout.write(json ? `${JSON.stringify({ amazonOrderReferenceId: id })}\n` : `${id}\n`);
    });
}

function portFlag(text: string): number {
  const port = parsePort(text);
  if (port === undefined) throw new InvalidArgumentError("give a port from 0 (any free one) to 65535");
  return port;
}

export function urlFlag(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new InvalidArgumentError("give an address such as http://localhost:9080");
  return text.replace(/\/+$/, "");
}
