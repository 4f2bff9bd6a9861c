// Amazon's PHP SDK sends `x-amz-access-token : <token>`, with a space before the colon. Amazon takes it; Node's parser
// answers 400, whatever its options. So connections' bytes pass by a SpaceSwapper first, but for those that begin with a
// call of the API: Amazon has the API and Login with Amazon on different hosts, so no connection carries both, and
// looking at bytes in JavaScript costs a call about 5 µs.
import type { Server } from "node:http";
import type { Socket } from "node:net";
import { SpaceSwapper } from "./space-swapper.ts";

/** Most connections that have not sent a byte; the oldest goes first. From the first byte on, Node's own limits hold. */
const silentMaxDefault = 1_000;

const apiCall = /^(POST|GET) \/OffAmazonPayments(_Sandbox)?\/2/;

export interface Openings {
  /** Ends the connections that have not sent anything yet; Node's server does not know them. */
  close(): void;
}

/** Lets `server`, which must be new, take `x-…` headers with white space before the colon. */
export function takeSpacedHeaders(server: Server, silentMax = silentMaxDefault): Openings {
  const silent = new Set<Socket>();
  const listeners = server.listeners("connection");
  server.removeAllListeners("connection");
  const begin = (socket: Socket) => {
    for (const listener of listeners) listener.call(server, socket);
  };
  server.on("connection", (socket: Socket) => {
    if (silent.size >= silentMax) silent.values().next().value?.destroy();
    silent.add(socket);
    const drop = () => socket.destroy();
    const forget = () => silent.delete(socket);
    socket.on("error", drop).once("end", drop).once("close", forget);
    socket.once("data", (first: Buffer) => {
      forget();
      socket.off("error", drop).off("end", drop).off("close", forget).pause();
      socket.unshift(first);
      begin(socket);
      if (!apiCall.test(first.toString("latin1", 0, 60))) {
        const swapper = new SpaceSwapper();
        // Before the parser's own listener. Asking for data also makes Node hand it over here, not past JavaScript.
        socket.prependListener("data", (bytes: Buffer) => swapper.pass(bytes));
      }
      socket.resume();
    });
  });
  return {
    close() {
      for (const socket of silent) socket.destroy();
    },
  };
}
