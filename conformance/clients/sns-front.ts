// Stands in for https://sns.<region>.amazonaws.com: a proxy that answers each tunnel itself, with a certificate made for
// this test, and passes the request on to the sandbox.
import { readFileSync } from "node:fs";
import { createServer as createPlain } from "node:http";
import { createServer as createSecure } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { fileURLToPath } from "node:url";

export interface SnsFront {
  readonly proxyUrl: string;
  /** File with the authority's certificate. */
  readonly caFile: string;
  close(): void;
}

/** The one host it can stand in for. The label is in the form of a region and can never be one of AWS's. */
export const frontHost = "sns.local-sandbox.amazonaws.com";

export async function snsFront(sandboxUrl: string): Promise<SnsFront> {
  const pem = readFileSync(new URL("sns-front.pem", import.meta.url));
  const site = createSecure({ key: pem, cert: pem }, async (request, response) => {
    const answer = await fetch(sandboxUrl + request.url);
    response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
  });
  const proxy = createPlain().on("connect", (_, socket) => {
    const tunnel = connect((site.address() as AddressInfo).port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      tunnel.pipe(socket).pipe(tunnel);
    });
    for (const [one, other] of [
      [socket, tunnel],
      [tunnel, socket],
    ] as const)
      one.on("error", () => other.destroy());
  });
  for (const server of [site, proxy]) await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    proxyUrl: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    caFile: fileURLToPath(new URL("sns-front-authority.pem", import.meta.url)),
    close() {
      for (const server of [site, proxy]) server.close().closeAllConnections();
    },
  };
}
