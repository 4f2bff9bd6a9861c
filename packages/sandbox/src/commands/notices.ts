import { SandboxError } from "../errors.ts";
import type { Notice } from "../notices/store.ts";
import type { World } from "../world/world.ts";

export interface NoticeAttempted {
  readonly noticeId: string;
  /** What the endpoint answered; left out when it could not be reached or was too slow. */
  readonly status?: number | undefined;
  readonly problem?: string | undefined;
}

/**
 * Records how an attempt went. 2xx ends the notice; 4xx, by Amazon's rule, too; all else is tried again every hour for
 * 14 days.
 */
export function noticeAttempted(world: World, args: NoticeAttempted): Notice {
  const notice = world.notices.get(args.noticeId);
  if (!notice) throw new SandboxError("UnknownObject", { field: "noticeId" });
  const { noticesKeptMax, noticeRetryEveryMs, noticeRetryForMs } = world.settings;
  notice.attempts.push({ at: world.now, status: args.status, problem: args.problem });
  const next = world.now + noticeRetryEveryMs;
  if (args.status !== undefined && args.status >= 200 && args.status < 300) {
    world.notices.finish(notice, "delivered", noticesKeptMax);
  } else if (isFinal(world, args.status) || next > notice.createdAt + noticeRetryForMs) {
    world.notices.finish(notice, "givenUp", noticesKeptMax);
  } else world.notices.wait(notice, next);
  return notice;
}

function isFinal(world: World, status: number | undefined): boolean {
  if (status === undefined) return !world.settings.noticeRetryUnreachable;
  return status >= 400 && status < 500;
}
