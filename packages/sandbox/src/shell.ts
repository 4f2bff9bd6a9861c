// What surrounds the core while it runs: its clock, its courier, mishaps, quota and journal.
import { type Instant, type MovableClock, type Random, seededRandom } from "@noren-pay/base";
import { Alarm } from "./clock/alarm.ts";
import type { SandboxCore } from "./core.ts";
import { Faults } from "./faults/faults.ts";
import { Throttle } from "./http/throttle.ts";
import type { Journal } from "./journal/journal.ts";
import { RequestLog } from "./log/request-log.ts";
import { Courier } from "./notices/courier.ts";
import { newUuid } from "./world/ids.ts";

export interface ShellOptions {
  readonly core: SandboxCore;
  readonly clock: MovableClock;
  /** Whether the published quota holds over http. */
  readonly throttle: boolean;
  readonly dataDir?: string | undefined;
  readonly journal?: Journal | undefined;
}

export class Shell {
  readonly core: SandboxCore;
  readonly clock: MovableClock;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly throttle: Throttle | undefined;
  readonly courier: Courier;
  readonly dataDir: string | undefined;
  /** Hears that settings may have changed. */
  onSettings: (() => void) | undefined;
  /** Where the sandbox is reached; set once it listens. */
  url = "";
  readonly #journal: Journal | undefined;
  readonly #alarm: Alarm;
  readonly #requestIds: Random;
  readonly #closing = new AbortController();

  constructor({ core, clock, throttle, dataDir, journal }: ShellOptions) {
    this.core = core;
    this.clock = clock;
    this.throttle = throttle ? new Throttle() : undefined;
    this.faults = new Faults(`${core.seed}/faults`);
    this.requests = new RequestLog(() => core.settings);
    this.dataDir = dataDir;
    this.#journal = journal;
    this.#requestIds = seededRandom(`${core.seed}/requests`);
    this.courier = new Courier({ core, clock, url: () => this.url, dataDir });
    this.#alarm = new Alarm(clock, () => this.wake());
    core.onAccepted = (entry) => {
      journal?.append(entry);
      if (entry.do === "changeSettings") this.onSettings?.();
      this.#attend();
    };
  }

  /** Does what has fallen due, sends what is to be sent, and sets the alarm for the next. */
  wake(): void {
    this.core.runDue(this.clock.now());
    this.#attend();
  }

  #attend(): void {
    if (this.#closing.signal.aborted) return;
    this.courier.deliverDue();
    this.#alarm.setFor(this.core.nextDue());
  }

  /** Sets business time to `to`, forward only, and lets what is due by then happen. Sends nothing. */
  moveTo(to: Instant): void {
    if (to > this.clock.now()) {
      this.clock.set(to);
      this.#journal?.clock(this.clock);
    }
    this.core.runDue(to);
    this.#alarm.off();
    this.#alarm.setFor(this.core.nextDue());
  }

  freeze(): void {
    this.clock.freeze();
    this.#journal?.clock(this.clock);
    this.#alarm.off();
  }

  thaw(): void {
    this.clock.thaw();
    this.#journal?.clock(this.clock);
    this.wake();
  }

  /** As freshly started, but for the clock; or at another business time, and frozen or not. */
  reset({ start, frozen }: { readonly start?: Instant | undefined; readonly frozen?: boolean | undefined } = {}): void {
    if (frozen === true) this.clock.freeze();
    if (frozen === false) this.clock.thaw();
    if (start !== undefined) this.clock.set(start);
    this.core.reset(this.clock.now());
    this.faults.reset();
    this.throttle?.clear();
    this.requests.clear();
    this.onSettings?.();
    this.#journal?.restart(this.core, this.clock);
    this.#alarm.off();
    this.#attend();
  }

  /** Forgets what is kept beside the world about a seller. */
  forgetSeller(sellerId: string): void {
    this.faults.forgetSeller(sellerId);
    this.throttle?.forgetSeller(sellerId);
    this.requests.forgetSeller(sellerId);
  }

  /** Wall time; cut short when the sandbox closes. */
  async sleep(ms: number): Promise<void> {
    if (ms > 0) await this.clock.sleep(ms, this.#closing.signal).catch(() => undefined);
  }

  nextRequestId(): string {
    return newUuid(this.#requestIds);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#alarm.off();
    this.core.onAccepted = undefined;
    await this.courier.close();
    this.#journal?.close();
  }
}
