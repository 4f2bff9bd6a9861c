// Moving the service and its sandboxes together. Only where every account is a sandbox of this machine.
import { type Clock, type Drive, drive, type TimeSide } from "@noren-pay/base";
import { type Accounts, isLocalSandbox } from "../accounts.ts";
import { ServerError } from "../problem/problem.ts";
import { sandboxSide } from "./sandbox-side.ts";

export interface Travel {
  movable(): Promise<boolean>;
  /** Moves all sides on by `ms` of business time, skipping nothing. One journey at a time. Throws `notASandbox`. */
  advance(ms: number): Promise<Drive>;
  /** After a start: brings whoever stayed behind to the others' time. */
  align(): Promise<void>;
}

interface Options {
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly service: TimeSide;
}

/** Clocks nearer than this are one: between two questions the real clock runs on. */
const sameMs = 1_000;

// The service is moved first: what a sandbox sends while it is moved must not arrive in the service's past.
export function travelOf({ accounts, clock, service }: Options): Travel {
  let last: Promise<unknown> = Promise.resolve();
  const oneAtATime = <T>(journey: () => Promise<T>): Promise<T> => {
    const next = last.then(journey, journey);
    last = next.catch(() => {});
    return next;
  };
  const sandboxes = async () => {
    const all = await accounts.all();
    if (all.length === 0 || !all.every(isLocalSandbox)) return [];
    return [...new Set(all.map((account) => adminUrlOf(account.endpoint?.api ?? "")))].map(sandboxSide);
  };
  return {
    movable: async () => (await sandboxes()).length > 0,
    advance: (ms) =>
      oneAtATime(async () => {
        const sides = await sandboxes();
        if (sides.length === 0) throw new ServerError("notASandbox");
        const from = Math.max(clock.now(), ...(await Promise.all(sides.map((side) => side.now()))));
        return drive([service, ...sides], from, from + ms);
      }),
    align: () =>
      oneAtATime(async () => {
        const sides = await sandboxes();
        if (sides.length === 0) return;
        const nows = [clock.now(), ...(await Promise.all(sides.map((side) => side.now())))];
        const target = Math.max(...nows);
        if (target - Math.min(...nows) > sameMs) await drive([service, ...sides], Math.min(...nows), target);
      }),
  };
}

const adminUrlOf = (api: string): string => `${new URL(api).origin}/admin`;
