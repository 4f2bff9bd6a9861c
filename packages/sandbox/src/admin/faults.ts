import { type ErrorCode, errors, operationNames } from "@noren-pay/protocol";
import { z } from "zod";
import { SandboxError } from "../errors.ts";
import { type FaultRule, faultKinds, garbledContents } from "../faults/faults.ts";
import { adminRow } from "./route.ts";
import { environment, id, nothing, orderReferenceId, probability, sellerId } from "./schemas.ts";

const fault = z.strictObject({
  kind: z.enum(faultKinds),
  operation: z
    .enum(operationNames as [(typeof operationNames)[number]])
    .optional()
    .meta({ description: "Left out: any.", examples: ["Authorize"] }),
  sellerId: sellerId.optional().describe("Left out: any."),
  environment: environment.optional().describe("Left out: any."),
  orderReferenceId: orderReferenceId
    .optional()
    .describe("Calls that name it, or something that hangs on it. Left out: any."),
  referenceId: id
    .optional()
    .meta({ description: "The merchant's own id of a transaction. Left out: any.", examples: ["auth-1001-1"] }),
  parameters: z
    .record(z.string().min(1).max(200), z.string().max(2_000))
    .optional()
    .meta({
      description: "Parameters that the call must have, each with this value.",
      examples: [{ TransactionTimeout: "0" }],
    }),
  count: z.int().min(1).max(1_000_000).nullable().default(1).describe("null: until it is taken back."),
  skip: z.int().min(0).max(1_000_000).default(0).describe("How many calls that fit pass first."),
  probability,
  code: z
    .enum(Object.keys(errors) as [ErrorCode])
    .optional()
    .describe("refuse: left out, InternalServerError."),
  status: z.int().min(200).max(599).optional().describe("refuse and garbled: left out, the ordinary one."),
  content: z.enum(garbledContents).optional().describe("garbled: left out, html."),
  effect: z
    .boolean()
    .optional()
    .describe("Whether the call does its work all the same. Left out: as usual of the kind."),
  ms: z.int().min(0).max(600_000).optional().describe("Wall time; slow and answerLost."),
});
const faultAnswer = fault.extend({
  faultId: z.string().meta({ examples: ["fault-1"] }),
  fired: z.int().describe("How many calls it has befallen."),
  remaining: z.int().nullable().describe("How many it still befalls; null: all."),
});

function viewOf({ met: _, count, ...rule }: FaultRule): z.input<typeof faultAnswer> {
  const view = { ...rule, count, remaining: count === null ? null : count - rule.fired };
  return view as z.input<typeof faultAnswer>;
}

export const faultRows = {
  createFault: adminRow({
    summary: "Lets a mishap befall calls that fit",
    takes: fault,
    answer: faultAnswer,
    status: 201,
    run: ({ faults }, given) => viewOf(faults.add(given)),
  }),
  listFaults: adminRow({
    summary: "Mishaps in the order in which they are asked, and those that have struck for the last time",
    takes: z.strictObject({ spent: z.enum(["true", "false"]).default("true").describe("false: only those to come.") }),
    answer: z.object({ faults: z.array(faultAnswer) }),
    run: ({ faults }, { spent }) => {
      const all = faults.list().map(viewOf);
      return { faults: spent === "true" ? all : all.filter(({ remaining }) => remaining !== 0) };
    },
  }),
  clearFaults: adminRow({
    summary: "Takes all mishaps back",
    answer: nothing,
    run: ({ faults }) => {
      faults.clear();
      return {};
    },
  }),
  deleteFault: adminRow({
    summary: "Takes one mishap back",
    takes: z.strictObject({ faultId: id.meta({ examples: ["fault-1"] }) }),
    answer: nothing,
    run: ({ faults }, { faultId }) => {
      if (!faults.remove(faultId)) throw new SandboxError("UnknownObject", { field: "faultId" });
      return {};
    },
  }),
};
