// TLS before the same http server: every host that the sandbox plays, by the name that the client asks for.
import type { Server as HttpServer } from "node:http";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { createServer as createTlsServer, type TLSSocket } from "node:tls";
import type { Clock } from "@noren-pay/base";
import type { Authority } from "./authority.ts";
import { leavesOf } from "./leaves.ts";

export interface TlsFront {
  readonly port: number;
  /** Takes a connection that somebody else has accepted. It must be paused, or nobody must have asked it for data. */
  accept(socket: Socket): void;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}

export interface TlsFrontOptions {
  readonly http: HttpServer;
  readonly authority: Promise<Authority>;
  readonly clock: Clock;
  readonly host: string;
  readonly port: number;
}

const handshakeMsMax = 10_000;
const connectionsMax = 4_096;

/** Listens. Does not wait for keys: connections do. Throws node's own error when the port is taken. */
export async function startTlsFront({ http, authority, clock, host, port }: TlsFrontOptions): Promise<TlsFront> {
  const leaves = leavesOf(authority, clock);
  const open = new Set<Socket>();
  const secure = createTlsServer({
    ALPNProtocols: ["http/1.1"],
    minVersion: "TLSv1.2",
    handshakeTimeout: handshakeMsMax,
    SNICallback: (name, answer) => {
      leaves.leafOf(name).then(
        (leaf) => answer(leaf ? null : new Error(`${name} is not one of the sandbox's hosts`), leaf?.context),
        (error) => answer(error),
      );
    },
  });
  secure.on("secureConnection", (socket: TLSSocket) => http.emit("connection", socket));
  // Clients that name no host get loopback's certificate: it has to be there before their first byte is read.
  const ready = leaves.leafOf("localhost").then((leaf) => secure.setSecureContext(leaf ?? {}));
  // A failure shows at each connection, which then ends.
  ready.catch(() => undefined);
  const accept = (socket: Socket): void => {
    open.add(socket);
    socket.on("error", () => socket.destroy()).once("close", () => open.delete(socket));
    ready.then(
      () => secure.emit("connection", socket),
      () => socket.destroy(),
    );
  };
  const listener = createServer({ pauseOnConnect: true }, accept);
  listener.maxConnections = connectionsMax;
  await new Promise<void>((resolve, reject) => {
    listener.once("error", reject);
    listener.listen(port, host, resolve);
  });
  return {
    port: (listener.address() as AddressInfo).port,
    accept,
    async close() {
      const closed = new Promise<void>((resolve) => listener.close(() => resolve()));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
