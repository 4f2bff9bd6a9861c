// What becomes of notices, and what an operator does to them.
import { seededRandom } from "@noren-pay/base";
import type { Environment, NotificationType } from "@noren-pay/protocol";
import { SandboxError } from "../errors.ts";
import type { Forgery } from "../notices/forgeries.ts";
import { hangsOn, type NewNoticeRule, type NoticeRule } from "../notices/rules.ts";
import { sampleContent, sampleReferenceId } from "../notices/samples.ts";
import type { Notice, NoticeState } from "../notices/store.ts";
import { newUuid } from "../world/ids.ts";
import type { World } from "../world/world.ts";
import { sellerOf } from "./sellers.ts";

export interface NoticeAttempted {
  readonly noticeId: string;
  /** What the endpoint answered; left out when it could not be reached or was too slow. */
  readonly status?: number | undefined;
  readonly problem?: string | undefined;
  /** Wall time of the attempt. */
  readonly wall?: number | undefined;
  readonly tookMs?: number | undefined;
  /** Whether it was put off or sent again meanwhile: then that holds. A replay knows it only from here. */
  readonly isOvertaken?: boolean | undefined;
}

/**
 * Records how an attempt went. 2xx ends the notice; 4xx, by Amazon's rule, too; all else is tried again every hour for
 * 14 days. One that was dropped or held while it was under way stays so, unless it was taken.
 */
export function noticeAttempted(world: World, { noticeId, isOvertaken, ...attempt }: NoticeAttempted): Notice {
  const notice = noticeOf(world, noticeId);
  const { noticesKeptMax, noticeRetryEveryMs, noticeRetryForMs } = world.settings;
  notice.attempts.push({ at: world.now, ...attempt });
  const { status } = attempt;
  const next = world.now + noticeRetryEveryMs;
  if (status !== undefined && status >= 200 && status < 300 && notice.state !== "dropped") {
    if (sendsAgain(notice)) world.notices.wait(notice, world.now);
    else world.notices.finish(notice, "delivered", noticesKeptMax);
  } else if (notice.state !== "waiting" || isOvertaken) return notice;
  else if (isFinal(world, status) || next > notice.createdAt + noticeRetryForMs) {
    world.notices.finish(notice, "givenUp", noticesKeptMax);
  } else world.notices.wait(notice, next);
  return notice;
}

function isFinal(world: World, status: number | undefined): boolean {
  if (status === undefined) return !world.settings.noticeRetryUnreachable;
  return status >= 400 && status < 500;
}

function sendsAgain(notice: Notice): boolean {
  const { copiesLeft = 0 } = notice;
  if (copiesLeft > 0) notice.copiesLeft = copiesLeft - 1;
  return copiesLeft > 0;
}

export type NoticeChange =
  /** Keeps it back until it is released. */
  | { readonly do: "hold" }
  | { readonly do: "release" }
  /** Sends it `ms` of business time later. */
  | { readonly do: "delay"; readonly ms: number }
  /** Never sends it. */
  | { readonly do: "drop" }
  /** Sends it so many times more than once. */
  | { readonly do: "duplicate"; readonly copies: number }
  /** Sends one that has ended once more, byte for byte. */
  | { readonly do: "replay" };

/** In which states each change is possible. */
const changeableIn: Readonly<Record<NoticeChange["do"], readonly NoticeState[]>> = {
  hold: ["waiting"],
  release: ["held"],
  delay: ["waiting"],
  drop: ["waiting", "held"],
  duplicate: ["waiting", "held"],
  replay: ["delivered", "givenUp", "dropped"],
};

/** Throws UnknownObject, NotInThisState. */
export function changeNotice(world: World, args: { readonly noticeId: string } & NoticeChange): Notice {
  const notice = noticeOf(world, args.noticeId);
  if (!changeableIn[args.do].includes(notice.state)) {
    throw new SandboxError("NotInThisState", { field: "noticeId", detail: `It is ${notice.state}.` });
  }
  switch (args.do) {
    case "hold":
      world.notices.hold(notice);
      return notice;
    case "drop":
      world.notices.finish(notice, "dropped", world.settings.noticesKeptMax);
      return notice;
    case "delay":
      world.notices.wait(notice, Math.max(notice.nextAttemptAt, world.now) + args.ms);
      return notice;
    case "duplicate":
      notice.copiesLeft = (notice.copiesLeft ?? 0) + args.copies;
      return notice;
    case "release":
    case "replay":
      world.notices.wait(notice, world.now);
      return notice;
  }
}

export interface ReleaseNotices {
  readonly sellerId?: string | undefined;
  readonly objectId?: string | undefined;
  /** These go first, in this order. */
  readonly noticeIds?: readonly string[] | undefined;
  /** The others go in an order drawn from the seed instead of the one in which they were written. */
  readonly shuffle?: boolean | undefined;
}

/** Sends held notices in a given order. Throws UnknownObject, NotInThisState. */
export function releaseNotices(world: World, args: ReleaseNotices): Notice[] {
  const first = (args.noticeIds ?? []).map((noticeId) => noticeOf(world, noticeId));
  const free = first.find(({ state }) => state !== "held");
  if (free) throw new SandboxError("NotInThisState", { field: "noticeIds", detail: `One is ${free.state}.` });
  const others = world.notices
    .list()
    .filter(
      (notice) =>
        notice.state === "held" &&
        !first.includes(notice) &&
        (args.sellerId === undefined || args.sellerId === notice.sellerId) &&
        (args.objectId === undefined || hangsOn(args.objectId, notice.objectId)),
    );
  const released = [...new Set(first), ...(args.shuffle ? shuffled(world, others) : others)];
  for (const notice of released) world.notices.wait(notice, world.now);
  return released;
}

function shuffled(world: World, notices: readonly Notice[]): Notice[] {
  const random = seededRandom(`${world.seed}/release/${world.notices.nextSequence()}`);
  const left = [...notices];
  return notices.map(() => left.splice(random.int(left.length), 1)[0] as Notice);
}

export interface ForgeNotice {
  readonly noticeId: string;
  readonly forgery: Forgery;
}

/** Sends a forged copy of a notice, under an id of its own. Throws UnknownObject. */
export function forgeNotice(world: World, { noticeId, forgery }: ForgeNotice): Notice {
  const { content, sellerId, url, environment, objectId, isSample } = noticeOf(world, noticeId);
  return added(world, { content, sellerId, url, environment, objectId, isSample, forgery });
}

export interface SendSample {
  /** Left out: the first seller. */
  readonly sellerId?: string | undefined;
  readonly type: NotificationType;
  /** Left out: Live, as the test tool's are. */
  readonly environment?: Environment | undefined;
}

/** Sends what Amazon's test tool sends: of things that do not exist. Throws UnknownSeller, NotInThisState without an address. */
export function sendSample(world: World, args: SendSample): Notice {
  const sellerId = args.sellerId ?? ([...world.sellers.keys()][0] as string);
  const url = sellerOf(world, sellerId).notificationUrl;
  if (!url) {
    throw new SandboxError("NotInThisState", { field: "sellerId", detail: "The seller has no notificationUrl." });
  }
  const { content, objectId } = sampleContent(args.type, sellerId);
  return added(world, { content, sellerId, url, environment: args.environment ?? "Live", objectId, isSample: true });
}

type Told = Pick<Notice, "content" | "sellerId" | "url" | "environment" | "objectId" | "isSample" | "forgery">;

function added(world: World, told: Told): Notice {
  const notice: Notice = {
    ...told,
    noticeId: newUuid(world.random),
    notificationReferenceId: told.isSample ? sampleReferenceId : newUuid(world.random),
    createdAt: world.now,
    sequence: world.notices.nextSequence(),
    state: "waiting",
    isUnderWay: false,
    nextAttemptAt: world.now,
    attempts: [],
  };
  world.notices.add(notice);
  return notice;
}

export const addNoticeRule = (world: World, rule: NewNoticeRule): NoticeRule => world.notices.rules.add(rule);

/** Takes one rule back, or all. Throws UnknownObject. */
export function removeNoticeRules(world: World, { ruleId }: { readonly ruleId?: string | undefined }): void {
  const isThere = world.notices.rules.remove(ruleId);
  if (ruleId !== undefined && !isThere) throw new SandboxError("UnknownObject", { field: "ruleId" });
}

/** Throws UnknownObject. */
export function noticeOf(world: World, noticeId: string): Notice {
  const notice = world.notices.get(noticeId);
  if (!notice) throw new SandboxError("UnknownObject", { field: "noticeId" });
  return notice;
}
