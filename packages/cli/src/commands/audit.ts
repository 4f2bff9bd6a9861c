// `noren audit verify`: walks the chains of timelines and of staff actions.
import { type ChainFault, type ChainReport, makePool, verifyChain } from "@noren-pay/payments";
import { Command } from "commander";
import { withDatabase } from "../start/database.ts";

interface Flags {
  readonly merchant?: string;
  readonly json?: boolean;
}

export function audit(): Command {
  const verify = new Command("verify")
    .description("look for a changed, missing or cut-off row in the timelines and in what staff did")
    .option("--merchant <id>", "one merchant's only")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `
Reads DATABASE_URL, or the data folder's own database (NOREN_DATA); a service may run meanwhile.
Exit code 0: every chain is whole. 1: a chain is broken; the first place in each is printed.`,
    )
    .action((flags: Flags) => run(flags, process.env));
  return new Command("audit").description("the books' audit trail").addCommand(verify);
}

async function run({ merchant: merchantId, json }: Flags, env: NodeJS.ProcessEnv): Promise<void> {
  const report = await withDatabase(env, async (url) => {
    const pool = makePool(url, 1);
    return verifyChain({ pool, merchantId }).finally(() => pool.end());
  });
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : `${linesOf(report).join("\n")}\n`);
  if (report.faults.length > 0) process.exitCode = 1;
}

const words: Readonly<Record<ChainFault["kind"], string>> = {
  changed: "the row was changed",
  missing: "a row is missing",
  headDiffers: "the end was cut off, or every hash was made anew",
  orderMissing: "there are rows without their order",
};

const linesOf = ({ chains, faults }: ChainReport): string[] => [
  ...faults.map(
    ({ merchantId, orderId, sequence, kind }) =>
      `merchant ${merchantId} ${orderId === undefined ? "staff actions" : `order ${orderId}`}, row ${sequence}: ${words[kind]}`,
  ),
  faults.length === 0 ? `${chains} chains are whole.` : `${faults.length} of ${chains} chains are broken.`,
];
