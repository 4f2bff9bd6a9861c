// docs/coverage.md: what is known of the classic API, how, and what our sandbox does of it. Everything but the sentences
// around the tables comes from protocol's tables and from the comments of the sandbox's settings.
import {
  billingAgreementConstraints,
  constraints,
  type Evidence,
  errors,
  kindWords,
  type LifeCycleKind,
  lifeCycles,
  limits,
  notificationTypes,
  type Operation,
  type OperationName,
  operations,
  reasonEvidence,
  simulationFieldOf,
  simulationNames,
  simulations,
  stateEvidence,
  stateReasons,
  unconfirmedLimits,
  writeSimulation,
} from "@noren-pay/protocol";
import { defaultSettings } from "@noren-pay/sandbox";
import { kebab } from "./kebab.ts";
import { unconfirmedSettings } from "./settings.ts";
import { codes, table } from "./table.ts";

const all: readonly Operation[] = Object.values(operations);
const kinds = Object.keys(lifeCycles) as LifeCycleKind[];

/** The page. `settingsSource`: the text of the sandbox's settings.ts. */
export function coveragePage(settingsSource: string): string {
  return `# Coverage of the classic API

Written by \`npm run docs\` from the tables of \`protocol\` and the settings of the sandbox.

${notImitated()}
## How each fact is known

- **documented**: an Amazon document says so.
- **seen**: in the code or the recorded answers of Amazon's SDKs, in other integrations, or on the wire.
- **unconfirmed**: the best inference. Where it decides what happens, it is a [setting](#unconfirmed-choices).

${countTable()}
${operationTable()}
${stateTables()}
${constraintTables()}
${errorTable()}
${simulationTable()}
${notificationTable()}
${choices(settingsSource)}`;
}

function notImitated(): string {
  const calls = all.filter(({ imitated }) => !imitated).map(({ name }) => name);
  const notes = simulationNames
    .filter((name) => !simulations[name].imitated)
    .map((name) => `- Simulation of ${simulations[name].operations.join(" and ")}: \`${writeSimulation(name)}\`.\n`);
  const notices = Object.values(notificationTypes).filter(({ imitated }) => !imitated);
  return `## What the sandbox does not imitate

The client has every operation below; what the sandbox does not imitate it refuses by name, with \`InvalidAddress\`. What
else it leaves out, and why, stands in [sandbox](sandbox.md).

- Operations: ${codes(calls)}.
- Notifications, which it never sends: ${codes(notices.map(({ wire }) => wire))}.
${notes.join("")}`;
}

function countTable(): string {
  const facts: readonly (readonly [string, readonly Evidence[]])[] = [
    ["operations", all.map(({ evidence }) => evidence)],
    ["states", kinds.flatMap((kind) => Object.values(stateEvidence[kind]))],
    ["reason codes", kinds.flatMap((kind) => Object.values(reasonEvidence[kind]))],
    ["constraints", [constraints, billingAgreementConstraints].flatMap(evidencesOf)],
    ["error codes", evidencesOf(errors)],
    ["HTTP statuses of errors", Object.values(errors).map(({ statusEvidence }) => statusEvidence)],
    ["simulations", evidencesOf(simulations)],
    ["notifications", evidencesOf(notificationTypes)],
  ];
  const count = (of: readonly Evidence[], what: Evidence) => String(of.filter((each) => each === what).length);
  return table(
    ["", "documented", "seen", "unconfirmed"],
    facts.map(([what, of]) => [what, count(of, "documented"), count(of, "seen"), count(of, "unconfirmed")]),
  );
}

const evidencesOf = (rows: Readonly<Record<string, { readonly evidence: Evidence }>>) =>
  Object.values(rows).map(({ evidence }) => evidence);

const yesOrNo = (imitated: boolean) => (imitated ? "yes" : "no");

function operationTable(): string {
  const rows = all.map(({ name, imitated, evidence, quotaEvidence }) => [
    `[${name}](operations/${kebab(name)}.md)`,
    yesOrNo(imitated),
    evidence,
    quotaEvidence ?? "documented",
  ]);
  return `## Operations

${table(["operation", "in the sandbox", "evidence", "evidence of its quota"], rows)}`;
}

function stateTables(): string {
  const parts = kinds.map((kind) => {
    const reasons: Readonly<Record<string, readonly string[]>> = stateReasons[kind];
    const known: Readonly<Record<string, Evidence>> = reasonEvidence[kind];
    const rows = Object.entries(stateEvidence[kind]).flatMap(([state, evidence]) => [
      [`\`${state}\``, "", evidence],
      ...(reasons[state] ?? []).map((reason) => [`\`${state}\``, `\`${reason}\``, known[reason] as string]),
    ]);
    return `### ${kindWords[kind].en}\n\n${table(["state", "reason code", "evidence"], rows)}`;
  });
  return `## States and reason codes\n\n${parts.join("\n")}`;
}

function constraintTables(): string {
  const rows = (of: Readonly<Record<string, { readonly evidence: Evidence; readonly cure?: string }>>, kind: string) =>
    Object.entries(of).map(([id, { evidence, cure }]) => [`\`${id}\``, kind, cure ?? "none", evidence]);
  return `## Constraints

${table(
  ["constraint", "of", "cure", "evidence"],
  [...rows(constraints, "order reference"), ...rows(billingAgreementConstraints, "billing agreement")],
)}`;
}

function errorTable(): string {
  const rows = Object.entries(errors).map(([code, { evidence, status, statusEvidence }]) => [
    `\`${code}\``,
    evidence,
    String(status),
    statusEvidence,
  ]);
  return `## Errors

Which operation answers which of them is mostly unconfirmed: each operation's page lists those to be expected. What they
mean stands in [errors](errors.md).

${table(["code", "evidence", "HTTP status", "evidence of the status"], rows)}`;
}

function simulationTable(): string {
  const rows = simulationNames.map((name) => {
    const { operations: callers, effect, evidence, imitated, ...row } = simulations[name];
    const doubted: readonly OperationName[] = "unconfirmedIn" in row ? row.unconfirmedIn : [];
    const places = callers.map(
      (operation) =>
        `${operation}: \`${simulationFieldOf(operation)}\`${doubted.includes(operation) ? " (unconfirmed)" : ""}`,
    );
    return [`\`${writeSimulation(name)}\``, places.join("<br>"), effect, yesOrNo(imitated), evidence];
  });
  return `## Simulations

${table(["text", "goes into", "effect", "in the sandbox", "evidence"], rows)}`;
}

function notificationTable(): string {
  const rows = Object.values(notificationTypes).map(({ wire, root, imitated, evidence }) => [
    `\`${wire}\``,
    `\`${root}\``,
    yesOrNo(imitated),
    evidence,
  ]);
  return `## Notifications

${table(["type", "XML root", "in the sandbox", "evidence"], rows)}`;
}

function choices(settingsSource: string): string {
  const settings = unconfirmedSettings(settingsSource).map(({ name, says }) => [
    `\`${name}\``,
    says,
    `\`${JSON.stringify((defaultSettings as unknown as Readonly<Record<string, unknown>>)[name]) ?? "undefined"}\``,
  ]);
  const lengths = unconfirmedLimits.map((name) => [`\`${name}\``, String(limits[name])]);
  return `## Unconfirmed choices

No source decides these. In the sandbox each is a setting (\`startSandbox({ settings })\`):

${table(["setting", "what it decides", "default"], settings)}
These limits are the best inference and no settings:

${table(["limit", "value"], lengths)}`;
}
