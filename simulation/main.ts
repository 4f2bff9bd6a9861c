// `npm run simulate -- --seed S --orders N [--bug NAME]`: prints how it went, and the command that replays a failure.
import { parseArgs } from "node:util";
import { systemClock, systemRandom } from "@noren-pay/base";
import { type Bug, bugs } from "./faults.ts";
import { simulate } from "./simulate.ts";

const help = `Simulates order lives with everything that can go wrong on the way.

  --seed S     what decides the run; another one each time when left out
  --orders N   how many orders live (500)
  --bug NAME   plants a bug: ${Object.keys(bugs).join(", ")}
  --json       prints one JSON line
`;

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    orders: { type: "string", default: "500" },
    bug: { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) process.stdout.write(help);
else await main();

async function main(): Promise<void> {
  const seed = values.seed ?? String(systemRandom.int(1_000_000_000));
  const orders = Number(values.orders);
  if (!Number.isSafeInteger(orders) || orders <= 0) throw new Error("--orders must be a whole number above 0");
  if (values.bug !== undefined && !Object.hasOwn(bugs, values.bug)) throw new Error(`no such bug: ${values.bug}`);
  const began = systemClock.wall();
  const done = await simulate({ seed, orders, bug: values.bug as Bug | undefined });
  const seconds = (systemClock.wall() - began) / 1000;
  const { violations, errors, ...counts } = done;
  const speed = Math.round(orders / seconds);
  if (values.json)
    process.stdout.write(`${JSON.stringify({ seed, ...counts, violations, seconds, ordersPerSecond: speed })}\n`);
  else {
    const lines = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
    process.stdout.write(`seed ${seed}: ${lines.join(", ")}; ${seconds.toFixed(1)} s, ${speed} orders per second\n`);
    for (const violation of violations.slice(0, 20)) process.stdout.write(`VIOLATED ${JSON.stringify(violation)}\n`);
    for (const error of errors.slice(0, 5))
      process.stdout.write(`ERROR ${error instanceof Error ? error.stack : error}\n`);
  }
  if (violations.length === 0 && errors.length === 0) return;
  process.stdout.write(
    `replay: npm run simulate -- --seed ${seed} --orders ${orders}${values.bug ? ` --bug ${values.bug}` : ""}\n`,
  );
  process.exitCode = 1;
}
