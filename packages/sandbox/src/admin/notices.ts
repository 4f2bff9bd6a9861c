// Notices: what became of them, what an operator does to them, and what shall befall those to come.
import { notificationTypeNames } from "@noren-pay/protocol";
import { z } from "zod";
import { noticeOf } from "../commands/notices.ts";
import { hangsOn, type NoticeRule } from "../notices/rules.ts";
import { type Notice, noticeStates } from "../notices/store.ts";
import type { Shell } from "../shell.ts";
import { adminRow } from "./route.ts";
import {
  environment,
  forgery,
  id,
  limit,
  nothing,
  noticeAnswer,
  noticeId,
  noticeRule,
  noticeTypeOf,
  objectId,
  sellerId,
} from "./schemas.ts";
import { noticeView } from "./views.ts";

const one = z.strictObject({ noticeId });
const notices = z.object({ notices: z.array(noticeAnswer) });
const viewIn = ({ core }: Shell, notice: Notice) => noticeView(notice, core.settings);

type Change = "hold" | "release" | "drop" | "replay";
const change = (what: Change, summary: string) =>
  adminRow({
    summary,
    takes: one,
    answer: noticeAnswer,
    run: (shell, given) => {
      const { core, clock } = shell;
      return viewIn(shell, core.command("changeNotice", { ...given, do: what, now: clock.now() }));
    },
  });

export const noticeRows = {
  listNotices: adminRow({
    summary: "Notices with their attempts, newest first",
    takes: z.strictObject({
      sellerId: sellerId.optional(),
      objectId: objectId.optional().describe("Of this object; of an order reference, everything that hangs on it."),
      type: noticeTypeOf.optional(),
      state: z.enum(noticeStates).optional(),
      limit,
    }),
    answer: notices,
    run: (shell, query) => {
      shell.core.runDue(shell.clock.now());
      const found = shell.core.world.notices
        .list()
        .reverse()
        .filter(
          (notice) =>
            (query.sellerId === undefined || notice.sellerId === query.sellerId) &&
            (query.objectId === undefined || hangsOn(query.objectId, notice.objectId)) &&
            (query.type === undefined || notice.content.type === query.type) &&
            (query.state === undefined || notice.state === query.state),
        );
      return { notices: found.slice(0, query.limit).map((notice) => viewIn(shell, notice)) };
    },
  }),
  getNotice: adminRow({
    summary: "One notice, with what is posted",
    takes: one,
    answer: noticeAnswer.extend({
      envelope: z.string().nullable().describe("The body as it is posted; null: none was yet."),
    }),
    run: (shell, given) => {
      const notice = noticeOf(shell.core.world, given.noticeId);
      return { ...viewIn(shell, notice), envelope: notice.envelope ?? null };
    },
  }),
  holdNotice: change("hold", "Keeps a waiting notice back until it is released"),
  releaseNotice: change("release", "Sends a held notice"),
  dropNotice: change("drop", "Never sends a notice"),
  replayNotice: change("replay", "Sends a notice that has ended once more, byte for byte"),
  delayNotice: adminRow({
    summary: "Sends a waiting notice later",
    takes: one.extend({ ms: z.int().min(0).max(31_622_400_000).describe("Business time.") }),
    answer: noticeAnswer,
    run: (shell, given) => {
      const { core, clock } = shell;
      return viewIn(shell, core.command("changeNotice", { ...given, do: "delay", now: clock.now() }));
    },
  }),
  duplicateNotice: adminRow({
    summary: "Sends a notice that is yet to be delivered more than once",
    takes: one.extend({ copies: z.int().min(1).max(100).default(1).describe("How many more than one.") }),
    answer: noticeAnswer,
    run: (shell, given) => {
      const { core, clock } = shell;
      return viewIn(shell, core.command("changeNotice", { ...given, do: "duplicate", now: clock.now() }));
    },
  }),
  forgeNotice: adminRow({
    summary: "Sends a copy of a notice with one thing wrong with it; a receiver must refuse it",
    takes: one.extend({ forgery }),
    answer: noticeAnswer,
    status: 201,
    run: (shell, given) => {
      const { core, clock } = shell;
      return viewIn(shell, core.command("forgeNotice", { ...given, now: clock.now() }));
    },
  }),
  releaseNotices: adminRow({
    summary: "Sends held notices: those named first, in this order, then the others as they were written or shuffled",
    takes: z.strictObject({
      sellerId: sellerId.optional().describe("Of the others only this seller's."),
      objectId: objectId.optional().describe("Of the others only what hangs on this."),
      noticeIds: z.array(noticeId).max(10_000).optional(),
      shuffle: z.boolean().default(false).describe("The others go in an order drawn from the seed."),
    }),
    answer: notices,
    run: (shell, given) => {
      const released = shell.core.command("releaseNotices", { ...given, now: shell.clock.now() });
      return { notices: released.map((notice) => viewIn(shell, notice)) };
    },
  }),
  sendSample: adminRow({
    summary: "Sends what Amazon's test tool sends: well signed, marked IsSample, about things that do not exist",
    takes: z.strictObject({
      sellerId: sellerId.optional().describe("Left out: the default seller."),
      type: z.enum(notificationTypeNames as [(typeof notificationTypeNames)[number]]),
      environment: environment.default("Live").describe("The test tool's are Live."),
    }),
    answer: noticeAnswer,
    status: 201,
    run: (shell, given) => viewIn(shell, shell.core.command("sendSample", { ...given, now: shell.clock.now() })),
  }),
};

const ruleAnswer = noticeRule.extend({
  ruleId: z.string().meta({ examples: ["notice-rule-1"] }),
  fired: z.int().describe("How many notices it has befallen."),
});
const ruleView = ({ met: _, ...rule }: NoticeRule): z.input<typeof ruleAnswer> => rule;

export const noticeRuleRows = {
  createNoticeRule: adminRow({
    summary: "Lets something befall notices that are yet to be written",
    takes: noticeRule,
    answer: ruleAnswer,
    status: 201,
    run: ({ core, clock }, given) => ruleView(core.command("addNoticeRule", { ...given, now: clock.now() })),
  }),
  listNoticeRules: adminRow({
    summary: "These rules, in the order in which they befall a notice",
    answer: z.object({ rules: z.array(ruleAnswer) }),
    run: ({ core }) => ({ rules: core.world.notices.rules.rules.map(ruleView) }),
  }),
  clearNoticeRules: adminRow({
    summary: "Takes all these rules back; what is held stays held",
    answer: nothing,
    run: ({ core, clock }) => {
      core.command("removeNoticeRules", { now: clock.now() });
      return {};
    },
  }),
  deleteNoticeRule: adminRow({
    summary: "Takes one of these rules back",
    takes: z.strictObject({ ruleId: id.meta({ examples: ["notice-rule-1"] }) }),
    answer: nothing,
    run: ({ core, clock }, given) => {
      core.command("removeNoticeRules", { ...given, now: clock.now() });
      return {};
    },
  }),
};
