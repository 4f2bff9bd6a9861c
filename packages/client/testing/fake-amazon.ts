// A real HTTP server that plays Amazon's part badly: each request gets the next of the prepared behaviours.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  readonly parameters: URLSearchParams;
}

export type Behaviour = (response: ServerResponse, request: Received) => void;

export interface FakeAmazon {
  readonly url: string;
  readonly received: Received[];
  /** What the next requests get, in order; the last one goes on for ever. */
  behave(...behaviours: Behaviour[]): void;
  /** Resolves when `count` requests have arrived in full. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function fakeAmazon(create: (listener: Parameters<typeof createServer>[1]) => Server = createServer) {
  const received: Received[] = [];
  const waiting: { count: number; done: () => void }[] = [];
  let behaviours: Behaviour[] = [];
  const server = create((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("latin1");
      const one = {
        method: request.method ?? "",
        path: request.url ?? "",
        headers: request.headers,
        body,
        parameters: new URLSearchParams(body),
      };
      received.push(one);
      for (const wait of waiting) if (received.length >= wait.count) wait.done();
      const behaviour = behaviours.length > 1 ? behaviours.shift() : behaviours[0];
      behaviour?.(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const fake: FakeAmazon = {
    url: `http://127.0.0.1:${port}`,
    received,
    behave: (...next) => {
      behaviours = next;
    },
    arrived: (count) =>
      new Promise<void>((done) => (received.length >= count ? done() : waiting.push({ count, done }))),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return fake;
}

export const answer =
  (status: number, body: string, headers: Record<string, string> = { "content-type": "text/xml" }): Behaviour =>
  (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };

/** The connection breaks after the request has arrived. */
export const loseAnswer: Behaviour = (response) => response.socket?.destroy();

/** The connection breaks in the middle of the answer. */
export const breakOff =
  (begun: string): Behaviour =>
  (response) => {
    response.writeHead(200, { "content-type": "text/xml", "content-length": "100000" });
    response.write(begun, () => response.socket?.destroy());
  };

/** Never answers. */
export const stayStill: Behaviour = () => undefined;
