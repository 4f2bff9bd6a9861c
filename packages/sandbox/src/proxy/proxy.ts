// A proxy that leads nowhere but to the sandbox: tunnels to the hosts that it plays end in its TLS front, with Host and
// path as the client wrote them. Everything else is refused, so that a test can never reach the real Amazon by a slip.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { imitatedHosts } from "../tls/hosts.ts";

export interface SandboxProxy {
  readonly port: number;
  /** Stops listening and ends what is no tunnel; tunnels belong to the TLS front. */
  close(): Promise<void>;
}

export interface ProxyOptions {
  readonly host: string;
  readonly port: number;
  /** Takes a tunnel's client end. */
  readonly accept: (socket: Socket) => void;
}

const connectionsMax = 1_024;
/** Wall time for a request's head. */
const headMsMax = 10_000;

/** Listens. Throws node's own error when the port is taken. */
export async function startProxy({ host, port, accept }: ProxyOptions): Promise<SandboxProxy> {
  const server = createServer({
    headersTimeout: headMsMax,
    requestTimeout: headMsMax,
    connectionsCheckingInterval: headMsMax / 2,
    maxHeaderSize: 16 * 1024,
  });
  server.maxConnections = connectionsMax;
  server.on("request", (request, response) => {
    const body = refusal(`Plain http is not passed on (${target(request)}).`);
    response.writeHead(403, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
  });
  server.on("connect", (request, socket: Socket, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const asked = request.url ?? "";
    if (!isImitated(asked)) {
      const body = refusal(`${target(request)} is not one of Amazon Pay's hosts.`);
      const lines = Object.entries({ ...headers, "content-length": Buffer.byteLength(body) });
      const text = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
      socket.end(`HTTP/1.1 403 Forbidden\r\n${text}\r\n${body}`);
      return;
    }
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    if (head.length > 0) socket.unshift(head);
    accept(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

const headers = { "content-type": "text/plain; charset=utf-8", connection: "close" };

/** `host:443`, as a CONNECT names it. */
function isImitated(authority: string): boolean {
  const host = /^([a-z0-9.-]{1,253}):443$/i.exec(authority)?.[1];
  return host !== undefined && imitatedHosts.has(host.toLowerCase());
}

const target = ({ url = "" }: IncomingMessage) => url.slice(0, 200).replace(/[^ -~]/g, "?");

const refusal = (why: string) =>
  `${why}\nThis is the proxy of the Noren sandbox, not Amazon. It leads only to the hosts of Amazon Pay that the sandbox plays, on port 443; name other hosts in NO_PROXY.\n` +
  "これは Noren サンドボックスのプロキシです（Amazon ではありません）。サンドボックスが代わりを務める Amazon Pay のホスト（ポート 443）以外へは接続しません。他のホストは NO_PROXY に指定してください。\n";
