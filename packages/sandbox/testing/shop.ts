// A shop's page and the sandbox's pages on two ports, for tests in a real browser.

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type MovableClock, movableClock, systemRandom } from "@noren-pay/base";
import { SandboxCore } from "../src/core.ts";
import { createFront } from "../src/http/front.ts";
import { mountPages } from "../src/pages/mount.ts";

export interface TestShop {
  /** The shop's origin, on a host name of its own, so that it and the sandbox are two sites. */
  readonly shop: string;
  readonly sandbox: string;
  readonly core: SandboxCore;
  readonly clock: MovableClock;
  readonly sellerId: string;
  readonly clientId: string;
  readonly widgetsUrl: string;
  /** Serves a page whose body is `body` at `path` of the shop. */
  page(path: string, body: string): string;
  close(): Promise<void>;
}

export async function startTestShop(): Promise<TestShop> {
  const clock = movableClock({ frozen: true });
  const core = new SandboxCore({ start: clock.now() });
  const front = createFront();
  mountPages(front, { core, clock, random: systemRandom });
  const pages = new Map<string, string>();
  const shopServer = createServer((request, response) => {
    const body = pages.get(new URL(request.url ?? "/", "http://shop").pathname);
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
    response.end(body === undefined ? "not here" : document(body));
  });
  const sandbox = `http://127.0.0.1:${await listen(front.server)}`;
  const shop = `http://localhost:${await listen(shopServer)}`;
  return {
    shop,
    sandbox,
    core,
    clock,
    sellerId: core.defaultSeller.sellerId,
    clientId: core.defaultSeller.clientIds[0] as string,
    widgetsUrl: `${sandbox}/OffAmazonPayments/jp/sandbox/lpa/js/Widgets.js`,
    page(path, body) {
      pages.set(path, body);
      return shop + path;
    },
    async close() {
      await Promise.all([front.server, shopServer].map(shut));
    },
  };
}

const document = (body: string) => `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body>${body}</body></html>`;

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, () => resolve((server.address() as AddressInfo).port)));
}

const shut = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
