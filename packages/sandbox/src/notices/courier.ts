// Carries notices to the sellers' endpoints. How an attempt went is a command like any other, so it is journaled.
import type { Clock, Instant } from "@noren-pay/base";
import { Agent, request } from "undici";
import type { SandboxCore } from "../core.ts";
import { noticeKey } from "./certificates.ts";
import { envelopeOf, headersOf } from "./envelope.ts";
import { strangersKey } from "./signing.ts";
import { isEnded, type Notice } from "./store.ts";

/** `sequence`: as it was when the notice was taken; another one means that it was held or put off meanwhile. */
interface Queued {
  readonly notice: Notice;
  readonly sequence: number;
}

interface Lane {
  readonly waiting: Queued[];
  underWay: number;
}

export interface CourierOptions {
  readonly core: SandboxCore;
  readonly clock: Clock;
  /** Address of the sandbox, asked for at each posting: it is known only once it listens. */
  readonly url: () => string;
  readonly dataDir?: string | undefined;
}

export class Courier {
  readonly #options: CourierOptions;
  readonly #agent = new Agent({ connections: 16, keepAliveTimeout: 10_000 });
  readonly #lanes = new Map<string, Lane>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #closing = new AbortController();

  constructor(options: CourierOptions) {
    this.#options = options;
  }

  /** Starts sending everything that is due. */
  deliverDue(): void {
    const { core, clock } = this.#options;
    if (this.#closing.signal.aborted) return;
    const due = core.world.notices.nextDue();
    if (due === undefined || due > clock.now()) return;
    for (let notice = core.takeNotice(clock.now()); notice; notice = core.takeNotice(clock.now())) {
      const lane = this.#lanes.get(notice.sellerId) ?? { waiting: [], underWay: 0 };
      this.#lanes.set(notice.sellerId, lane);
      lane.waiting.push({ notice, sequence: notice.sequence });
      this.#drive(lane);
    }
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  /** Breaks off what is under way, unrecorded: it is sent again after the next start. */
  async close(): Promise<void> {
    this.#closing.abort();
    for (const lane of this.#lanes.values()) lane.waiting.length = 0;
    await this.idle();
    await this.#agent.destroy();
  }

  #drive(lane: Lane): void {
    while (lane.underWay < this.#options.core.settings.noticesAtOncePerSeller) {
      const next = lane.waiting.shift();
      if (!next) return;
      lane.underWay += 1;
      const sending = this.#send(next).finally(() => {
        lane.underWay -= 1;
        this.#underWay.delete(sending);
        this.#drive(lane);
      });
      this.#underWay.add(sending);
    }
  }

  async #send({ notice, sequence }: Queued): Promise<void> {
    const { core, clock } = this.#options;
    if (this.#isGone(notice) || !notice.isUnderWay || notice.sequence !== sequence) return;
    // A notice that is sent once more is dated as it was at first, so that its signature is the same.
    const wall = notice.attempts[0]?.wall ?? clock.wall();
    notice.envelope ??= await this.#write(notice, wall);
    if (this.#isGone(notice)) return;
    const begun = notice.attempts.length === 0 ? wall : clock.wall();
    const outcome = await this.#post(notice, notice.envelope);
    if (this.#isGone(notice)) return;
    const tookMs = Math.max(0, clock.wall() - begun);
    const { noticeId } = notice;
    const isOvertaken = notice.isUnderWay ? undefined : true;
    core.command("noticeAttempted", { noticeId, ...outcome, wall: begun, tookMs, isOvertaken, now: clock.now() });
    if (isEnded(notice)) notice.envelope = undefined;
  }

  async #write(notice: Notice, wall: Instant): Promise<string> {
    const { core, clock, url, dataDir } = this.#options;
    const { settings } = core;
    const seller = core.world.sellers.get(notice.sellerId);
    return envelopeOf(notice, {
      settings,
      key: await noticeKey(settings, clock.wall(), dataDir),
      stranger: notice.forgery === undefined ? undefined : await strangersKey(clock.wall()),
      signatureVersion: seller?.noticeSignatureVersion ?? settings.noticeSignatureVersion,
      url: url(),
      wall,
    });
  }

  /** A reset has done away with it, or closing has broken it off: then it is sent again after the next start. */
  #isGone(notice: Notice): boolean {
    const { notices } = this.#options.core.world;
    return this.#closing.signal.aborted || notices.get(notice.noticeId) !== notice;
  }

  async #post(notice: Notice, body: string): Promise<{ status: number } | { problem: string }> {
    const { settings } = this.#options.core;
    try {
      const answer = await request(notice.url, {
        method: "POST",
        headers: headersOf(notice, settings),
        body,
        dispatcher: this.#agent,
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(settings.noticeTimeoutMs)]),
      });
      await answer.body.dump();
      return { status: answer.statusCode };
    } catch (error) {
      return { problem: problemOf(error) };
    }
  }
}

/** A word for people; undici's own codes where it has one. */
function problemOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? "unknown").slice(0, 100);
}
