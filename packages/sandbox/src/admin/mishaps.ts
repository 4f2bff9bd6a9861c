// Faults, notices, and beginning anew.
import { type ErrorCode, errors, operationNames } from "@noren-pay/protocol";
import { z } from "zod";
import { faultKinds } from "../faults/faults.ts";
import { adminRoute } from "./route.ts";
import { id, nothing, noticeAnswer } from "./schemas.ts";
import { noticeView } from "./views.ts";

const fault = z.strictObject({
  kind: z.enum(faultKinds),
  operation: z
    .enum(operationNames as [(typeof operationNames)[number]])
    .optional()
    .describe("Left out: any."),
  sellerId: id.optional().describe("Left out: any."),
  count: z.int().min(1).max(1_000_000).default(1),
  code: z
    .enum(Object.keys(errors) as [ErrorCode])
    .optional()
    .describe("refuse: left out, InternalServerError."),
  status: z.int().min(400).max(599).optional().describe("refuse: left out, the code's own."),
  ms: z.int().min(0).max(600_000).optional().describe("Wall time; slow and answerLost."),
});
const faultAnswer = fault.extend({ faultId: z.string() });

export const mishapRoutes = [
  adminRoute({
    method: "POST",
    path: "/faults",
    summary: "Lets a mishap befall the next calls that fit",
    body: fault,
    answer: faultAnswer,
    status: 201,
    run: ({ faults }, { body }) => faults.add(body),
  }),
  adminRoute({
    method: "GET",
    path: "/faults",
    summary: "Mishaps that are still to come",
    answer: z.object({ faults: z.array(faultAnswer) }),
    run: ({ faults }) => ({ faults: faults.list() }),
  }),
  adminRoute({
    method: "DELETE",
    path: "/faults",
    summary: "Takes all mishaps back",
    answer: nothing,
    run: ({ faults }) => {
      faults.clear();
      return {};
    },
  }),
  adminRoute({
    method: "GET",
    path: "/notices",
    summary: "Notices with their attempts, newest first",
    query: z.strictObject({
      sellerId: id.optional(),
      objectId: id.optional().describe("Of this object; of an order reference, everything that hangs on it."),
      state: z.enum(["waiting", "delivered", "givenUp"]).optional(),
      limit: z.coerce.number().int().min(1).max(1_000).default(100),
    }),
    answer: z.object({ notices: z.array(noticeAnswer) }),
    run: ({ core, clock }, { query }) => {
      core.runDue(clock.now());
      const found = core.world.notices
        .list()
        .reverse()
        .filter(
          (notice) =>
            (query.sellerId === undefined || notice.sellerId === query.sellerId) &&
            (query.objectId === undefined || notice.objectId.startsWith(query.objectId)) &&
            (query.state === undefined || notice.state === query.state),
        );
      return { notices: found.slice(0, query.limit).map((notice) => noticeView(notice, core.settings)) };
    },
  }),
  adminRoute({
    method: "POST",
    path: "/reset",
    summary: "Makes everything as freshly started; the clock stays",
    answer: z.object({ sellerId: z.string() }),
    run: (shell) => {
      shell.reset();
      return { sellerId: shell.core.defaultSeller.sellerId };
    },
  }),
];
