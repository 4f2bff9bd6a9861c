// The worker: claims what is due and does it, a number of orders at once. Any number of workers may run on one store.
import type { WorkSource } from "../deliveries/source.ts";
import type { Claim } from "../store/store.ts";
import type { Shell } from "./context.ts";
import { earliestDue } from "./due.ts";
import { applyWaitingNotices } from "./notices.ts";
import { runClaim } from "./step.ts";

export interface Worker {
  /** Begins to work in the background. */
  start(): void;
  /** Resolves when what was under way has ended. */
  stop(): Promise<void>;
  /** Applies waiting notices and does what is due now, once round; gives the number of notices and orders handled. */
  runOnce(): Promise<number>;
  /** There may be work: look now. */
  kick(): void;
}

const never = () => false;
const kicked = new Error("there may be work");

export function workerOf(work: Shell): Worker {
  const { store, clock, settings } = work;
  let running: { readonly stopping: AbortController; readonly loop: Promise<void> } | undefined;
  let wake = new AbortController();

  const claim = (limit: number) => store.claim({ now: clock.now(), limit, leaseMs: settings.leaseMs });

  async function run(claimed: Claim): Promise<void> {
    try {
      await runClaim(work, claimed, never);
    } catch (error) {
      // The lease is left to run out: that is the pause before the next try.
      work.report(error, { doing: "work", key: claimed.key });
    }
  }

  async function loop(stopping: AbortSignal): Promise<void> {
    const underWay = new Set<Promise<void>>();
    const busySources = new Map<WorkSource, Promise<void>>();
    while (!stopping.aborted) {
      const looked = wake.signal;
      const begun = await beginMore(underWay).catch((error: unknown) => {
        work.report(error, { doing: "claim" });
        return 0;
      });
      for (const source of work.sources) beginSource(source, busySources);
      if (begun === 0) await pause(looked);
    }
    await Promise.all([...underWay, ...busySources.values()]);
  }

  async function beginMore(underWay: Set<Promise<void>>): Promise<number> {
    const noticed = await applyWaitingNotices(work);
    const free = settings.concurrency - underWay.size;
    const claims = free > 0 ? await claim(free) : [];
    for (const each of claims) {
      const one = run(each).finally(() => {
        underWay.delete(one);
        worker.kick();
      });
      underWay.add(one);
    }
    return noticed + claims.length;
  }

  /** A source works beside the orders, one round at a time: a slow shop must not keep orders waiting. */
  function beginSource(source: WorkSource, busy: Map<WorkSource, Promise<void>>): void {
    if (busy.has(source)) return;
    const round = runSource(source).then((done) => {
      busy.delete(source);
      if (done > 0) worker.kick();
    });
    busy.set(source, round);
  }

  const runSource = (source: WorkSource): Promise<number> =>
    source.runDue().catch((error: unknown) => {
      work.report(error, { doing: "source" });
      return 0;
    });

  /** Sleeps until somebody kicks, something falls due, or the poll's time is over. */
  async function pause(looked: AbortSignal): Promise<void> {
    const due = await earliestDue(work).catch(() => undefined);
    const untilDue = due === undefined ? settings.idlePollMs : due - clock.now();
    // What is due but leased by somebody else is looked for again after a while.
    const ms = untilDue <= 0 ? settings.idlePollMs / 10 : Math.min(untilDue, settings.idlePollMs);
    if (!looked.aborted) await clock.sleep(ms, looked).catch(() => {});
  }

  const worker: Worker = {
    start() {
      if (running !== undefined) return;
      const stopping = new AbortController();
      running = { stopping, loop: loop(stopping.signal) };
    },
    async stop() {
      running?.stopping.abort();
      worker.kick();
      await running?.loop;
      running = undefined;
    },
    async runOnce() {
      const noticed = await applyWaitingNotices(work);
      const claims = await claim(settings.concurrency);
      const [delivered] = await Promise.all([Promise.all(work.sources.map(runSource)), Promise.all(claims.map(run))]);
      return noticed + claims.length + delivered.reduce((sum, each) => sum + each, 0);
    },
    kick() {
      const old = wake;
      wake = new AbortController();
      old.abort(kicked);
    },
  };
  return worker;
}
