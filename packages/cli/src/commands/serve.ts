// `noren serve`: the payment service alone, with a shop's own account at Amazon.
import { loadMasterKey } from "@noren-pay/payments";
import { saveShop, startServer } from "@noren-pay/server";
import { Command } from "commander";
import { lockFolder } from "../data/lock.ts";
import { CliError } from "../errors.ts";
import { databaseUrlOf, dataDirOf, portOf } from "../settings.ts";
import { embeddedUrl, named } from "../start/parts.ts";
import { shopOf } from "../start/shop.ts";
import { stackOf } from "../start/stack.ts";
import { untilStopped } from "../start/stop.ts";

export function serve(): Command {
  return new Command("serve")
    .description("start the payment service with a shop's own account at Amazon")
    .option("--json", "print one line of JSON when ready")
    .addHelpText(
      "after",
      `
Environment:
  NOREN_SELLER_ID, NOREN_ACCESS_KEY, NOREN_SECRET_KEY, NOREN_CLIENT_ID   the account (required)
  NOREN_ENVIRONMENT    Live or Sandbox (required)
  NOREN_REGION         jp (when not set), na, de or uk
  NOREN_TOPIC_ARNS     topics of Amazon's notifications, separated by commas
  NOREN_ENDPOINT       a sandbox's address, such as http://localhost:9080; never with Live
  NOREN_CERTIFICATE_URLS  a sandbox's signing certificates, separated by commas; never with Live
  NOREN_SHOP_NAME      the merchant's name in the console
  NOREN_OWNER_EMAIL, NOREN_OWNER_PASSWORD   the first sign-in to the console
  NOREN_HOST           address to listen on, localhost when not set
  NOREN_PORT, NOREN_DATA, DATABASE_URL, NOREN_MASTER_KEY   as for \`noren start\`
  DATABASE_DIRECT_URL  for migrations, where DATABASE_URL leads through a pgbouncer
  NOREN_SECURE_COOKIES 1 behind https
  SMTP_URL             a mail server, such as smtps://user:password@mail.example.jp; without it mails are kept
  NOREN_MAIL_FROM      the sender of mails where a merchant has set none
  NOREN_WEBHOOKS_ANYWHERE  1: webhooks may go to http and to private addresses; never with Live

The log goes to standard error. The first start prints an API key: it is kept nowhere else.`,
    )
    .action((flags: { json?: boolean }) => run(flags, process.env));
}

async function run({ json }: { json?: boolean }, env: NodeJS.ProcessEnv): Promise<void> {
  const shop = shopOf(env);
  const port = portOf(env, "NOREN_PORT", 8_080);
  const webhooksAnywhere = env.NOREN_WEBHOOKS_ANYWHERE === "1";
  if (webhooksAnywhere && shop.environment === "Live")
    throw new CliError("badVariable", "NOREN_WEBHOOKS_ANYWHERE cannot be set with a Live account.");
  const given = databaseUrlOf(env);
  const dataDir = dataDirOf(env);
  const stopped = untilStopped();
  const stack = stackOf();
  try {
    const lock = await lockFolder(dataDir);
    stack.add(lock.release);
    const masterKey = await loadMasterKey({ env, dataDir });
    let apiKey: string | undefined;
    const server = await named("NOREN_PORT", async () =>
      startServer({
        databaseUrl: given ?? (await embeddedUrl(dataDir, stack.add)),
        ...(env.DATABASE_DIRECT_URL ? { databaseDirectUrl: env.DATABASE_DIRECT_URL } : {}),
        masterKey,
        port,
        host: env.NOREN_HOST || "localhost",
        logTo: process.stderr,
        logLevel: env.NOREN_LOG || "info",
        smtpUrl: env.SMTP_URL,
        mailFrom: env.NOREN_MAIL_FROM,
        settings: { secureCookies: env.NOREN_SECURE_COOKIES === "1", webhooksAnywhere },
        prepare: async (services) => {
          ({ apiKey } = await saveShop(services, shop));
        },
      }),
    );
    stack.add(server.close);
    await lock.announce({ console: server.url });
    const facts = { console: server.url, ...(apiKey === undefined ? {} : { "api-key": apiKey }) };
    if (json) process.stdout.write(`${JSON.stringify(facts)}\n`);
    else for (const [name, value] of Object.entries(facts)) process.stdout.write(`${name} ${value}\n`);
    await stopped;
  } finally {
    await stack.close();
  }
}
