import { errors, type Field, type Fields, type Operation, operations, quotas } from "@noren-pay/protocol";
import { kebab } from "./kebab.ts";

const recoveries = {
  repeat: "It only reads: repeat it.",
  replay: "Repeat it with the same reference id and parameters: Amazon returns the first result.",
  readThenDecide: "Read the object first, then decide.",
  ask: "A repeat would make a second object: a person or a list decides.",
} as const;

/** The page of each operation: file name to text. */
export function operationPages(): Map<string, string> {
  const pages = Object.values(operations).map((each) => [`${kebab(each.name)}.md`, page(each)] as const);
  const list = Object.values(operations).map(({ name }) => `- [${name}](${kebab(name)}.md)`);
  return new Map([
    ...pages,
    ["README.md", `# Operations\n\nWritten by \`npm run docs\` from \`protocol\`.\n\n${list.join("\n")}\n`],
  ]);
}

function page(operation: Operation): string {
  const { name, needs, quota, recovery, deduplicatedBy, simulatedBy, imitated, evidence, quotaEvidence, source } =
    operation;
  const states = Object.entries(needs).map(([kind, words]) => `${kind} ${words?.join(" or ")}`);
  const { Live, Sandbox } = quotas[quota];
  return `# ${name}

Source: ${source} (${evidence}). Written by \`npm run docs\` from \`protocol\`.
${imitated ? "" : "\nThe sandbox does not imitate this operation: it refuses the call by name.\n"}
- Needs: ${states.length > 0 ? states.join("; ") : "any state"}.
- Quota: ${Live.burst} at once and ${perSecond(Live.perSecond)} live; ${Sandbox.burst} and ${perSecond(Sandbox.perSecond)} in the sandbox${quotaEvidence ? " (no figure is published)" : ""}.
- After an unknown outcome: ${recoveries[recovery]}
${deduplicatedBy ? `- Recognised by: \`${deduplicatedBy}\`.\n` : ""}${simulatedBy ? `- Sandbox simulations go into: \`${simulatedBy}\`.\n` : ""}
## Request

${table(operation.request)}
## Answer

${table(operation.response)}
## Errors

Beside those that every operation has (see [errors](../errors.md)):

${errorTable(operation)}`;
}

const perSecond = (rate: number) => (rate >= 0.1 ? `${rate} a second` : `one in ${Math.round(1 / rate)} seconds`);

function table(fields: Fields): string {
  const rows = rowsOf(fields, "");
  if (rows.length === 0) return "Nothing.\n";
  return `| field | needed | what |\n| --- | --- | --- |\n${rows.join("\n")}\n`;
}

function rowsOf(fields: Fields, prefix: string): string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const needed = "optional" in field && field.optional ? "no" : "yes";
    const row = (what: string) => `| \`${path}\` | ${needed} | ${what} |`;
    if (field.kind === "group") return [row("group"), ...rowsOf(field.fields, `${path}.`)];
    if (field.kind !== "list") return [row(describe(field))];
    const member = `${path}.${field.member}.N`;
    if (field.item.kind === "group") return [row("list"), ...rowsOf(field.item.fields, `${member}.`)];
    return [row(`list of ${describe(field.item)}`)];
  });
}

function describe(field: Field): string {
  switch (field.kind) {
    case "text":
      return [`text`, field.max === undefined ? "" : `at most ${field.max} characters`].filter(Boolean).join(", ");
    case "word":
      return `one of ${field.words.map((word) => `\`${word}\``).join(", ")}`;
    case "price":
      return "amount and currency";
    case "flag":
      return "true or false";
    case "integer":
      return `whole number from ${field.min} to ${field.max}${field.step > 1 ? ` in steps of ${field.step}` : ""}`;
    case "timestamp":
      return "instant, ISO 8601";
    default:
      return field.kind;
  }
}

function errorTable({ errors: codes }: Operation): string {
  if (codes.length === 0) return "None.\n";
  const rows = codes.map(
    (code) => `| \`${code}\` | ${errors[code].status} | ${errors[code].retry} | ${errors[code].text} |`,
  );
  return `| code | HTTP | retry | meaning |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}
