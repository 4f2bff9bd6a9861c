// A load generator that costs little: requests are bytes made beforehand, answers are only counted by Content-Length.
import { connect, type Socket } from "node:net";
import { systemClock } from "@noren-pay/base";

export interface Load {
  readonly port: number;
  /** Whole HTTP/1.1 requests; used in turn, each at most once unless there are too few. */
  readonly requests: readonly Buffer[];
  readonly connections: number;
  /** How many calls to make in all. */
  readonly calls: number;
}

export interface LoadResult {
  readonly callsPerSecond: number;
  /** Answers whose status was not 200. */
  readonly refused: number;
}

/** Makes `calls` calls over keep-alive connections, one at a time on each. */
export async function hammer(load: Load): Promise<LoadResult> {
  let next = 0;
  let refused = 0;
  const take = (): Buffer | undefined => (next < load.calls ? load.requests[next++ % load.requests.length] : undefined);
  const begun = systemClock.wall();
  await Promise.all(
    Array.from({ length: load.connections }, () =>
      worker(load.port, take, (status) => {
        if (status !== 200) refused++;
      }),
    ),
  );
  return { callsPerSecond: load.calls / ((systemClock.wall() - begun) / 1000), refused };
}

function worker(port: number, take: () => Buffer | undefined, answered: (status: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let rest = Buffer.alloc(0);
    const send = () => {
      const request = take();
      if (request) socket.write(request);
      else {
        socket.destroy();
        resolve();
      }
    };
    socket.on("connect", send);
    socket.on("error", reject);
    socket.on("data", (chunk) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = answerEnd(rest);
      if (end === undefined || rest.length < end) return;
      answered(Number(rest.toString("latin1", 9, 12)));
      rest = rest.subarray(end);
      send();
    });
  });
}

/** Where the first answer in `bytes` ends; undefined while its head is not whole. */
function answerEnd(bytes: Buffer): number | undefined {
  const head = bytes.indexOf("\r\n\r\n");
  if (head < 0) return undefined;
  const length = /content-length: *(\d+)/i.exec(bytes.toString("latin1", 0, head));
  if (!length) throw new Error("an answer without Content-Length cannot be measured");
  return head + 4 + Number(length[1]);
}

/** A POST of a form, as bytes. */
export function postOf({ port, path, body }: { port: number; path: string; body: string }): Buffer {
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUser-Agent: noren-bench/1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
