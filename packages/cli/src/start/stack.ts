/** Things to stop, the last started first. One that fails to stop does not keep the others running. */
export interface Stack {
  add(stop: () => Promise<unknown>): void;
  /** Throws the first failure once everything was tried. */
  close(): Promise<void>;
}

export function stackOf(): Stack {
  const stops: (() => Promise<unknown>)[] = [];
  return {
    add: (stop) => void stops.push(stop),
    async close() {
      const failures: unknown[] = [];
      for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) {
        await stop().catch((error) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
