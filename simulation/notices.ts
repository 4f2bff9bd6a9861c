// Notices on their way from Amazon: late, twice, in any order, or never.
import { type Instant, minutes, type Random, seconds } from "@noren-pay/base";
import { noticeSnapshot } from "@noren-pay/gateways";
import type { Payments } from "@noren-pay/payments";
import type { Notification } from "@noren-pay/protocol";
import type { Amazon } from "./amazon.ts";
import type { Bug, Faults } from "./faults.ts";
import type { Scheduler } from "./scheduler.ts";

export interface Post {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly amazon: Amazon;
  readonly faults: Faults;
  readonly bug: Bug | undefined;
  payments(): Payments;
  accountOf(sellerId: string): string | undefined;
}

/** How often the post looks for notices that are due on Amazon's side. */
const roundMs = seconds(1);

/** Carries notices for as long as anything may be due. */
export function carryNotices(post: Post, isOver: () => boolean): void {
  const round = () => {
    for (let notice = take(post); notice !== undefined; notice = take(post)) carry(post, notice);
    if (!isOver()) post.scheduler.after(untilNext(post), round);
  };
  post.scheduler.after(0, round);
}

type Notice = NonNullable<ReturnType<typeof take>>;
const take = ({ amazon, scheduler }: Post) => amazon.core.takeNotice(scheduler.now);

function untilNext({ amazon, scheduler }: Post): number {
  const due: Instant | undefined = amazon.core.nextDue();
  return due === undefined ? minutes(1) : Math.min(minutes(1), Math.max(roundMs, due - scheduler.now));
}

function carry(post: Post, notice: Notice) {
  const { random, faults, amazon, scheduler } = post;
  const { noticeId } = notice;
  const report = (status?: number) => amazon.core.command("noticeAttempted", { noticeId, status, now: scheduler.now });
  if (random.next() < faults.noticeRefused) return void report(500);
  if (random.next() < faults.noticeDropped || post.bug === "neverSweep") return void report(200);
  if (random.next() < faults.noticeDoubled) scheduler.after(delay(random), () => void deliver(post, notice));
  scheduler.after(delay(random), async () => {
    const stored = deliver(post, notice).then(() => 200);
    // A server that dies before it has stored the notice does not answer, so the notice comes again.
    report(await Promise.race([stored, scheduler.sleep(endpointMs).then(() => undefined)]));
  });
}

/** How long Amazon waits for the endpoint. */
const endpointMs = seconds(15);

/** Mostly at once, sometimes long after: so the order in which they come is any. */
const delay = (random: Random): number => (random.next() < 0.2 ? random.int(minutes(20)) : random.int(3_000));

async function deliver({ payments, accountOf }: Post, notice: Notice): Promise<void> {
  const { content, sellerId, objectId, noticeId } = notice;
  await payments().takeNotice({
    accountId: accountOf(sellerId),
    messageId: noticeId,
    raw: "",
    notificationType: content.type,
    sellerId,
    amazonId: objectId,
    says: noticeSnapshot(content as unknown as Notification),
  });
}
