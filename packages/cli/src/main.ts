// The command line: which commands there are, and how errors reach a person.
import { Command, CommanderError } from "commander";
import { advance } from "./commands/advance.ts";
import { audit } from "./commands/audit.ts";
import { keys } from "./commands/keys.ts";
import { sandbox } from "./commands/sandbox.ts";
import { serve } from "./commands/serve.ts";
import { start } from "./commands/start.ts";
import { isExpected } from "./report.ts";

/** Runs one command; sets the process's exit code: 0, 1 for an error that the message explains, 2 for wrong usage. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command("noren")
    .description("Amazon Pay for shops: payment service, sandbox and example store")
    .version("0.1.0")
    .showHelpAfterError("(add --help for what there is)")
    .exitOverride();
  for (const command of [start(), serve(), sandbox(), advance(), audit(), keys()]) program.addCommand(inherit(command));
  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    process.exitCode = 1;
    if (isExpected(error)) process.stderr.write(`noren: ${error.message}\n`);
    else process.stderr.write(`noren: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  }
}

function inherit(command: Command): Command {
  command.exitOverride().showHelpAfterError("(add --help for what there is)");
  for (const child of command.commands) inherit(child);
  return command;
}
