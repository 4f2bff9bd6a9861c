// A few towns for many tests: a test waits until one is free. More at once would only starve each other.
import { type Town, town } from "./town.ts";

const atOnce = 3;

export interface Towns {
  /** Runs `body` in a town of its own. A town in which something failed is not used again. */
  within(body: (town: Town) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export function towns(): Towns {
  const free: Town[] = [];
  const waiting: (() => void)[] = [];
  let taken = 0;
  return {
    async within(body) {
      if (taken === atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      else taken += 1;
      const here = free.pop() ?? (await town());
      try {
        await body(here);
        free.push(here);
      } catch (error) {
        await here.close();
        throw error;
      } finally {
        const next = waiting.shift();
        if (next === undefined) taken -= 1;
        else next();
      }
    },
    async close() {
      await Promise.all(free.map((each) => each.close()));
    },
  };
}
