// Notices signed and delivered per second to a shop that answers at once, beside bare RSA signatures of as many bytes.
// The notices are made while they are held back; then all are released.
import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { systemClock, yen } from "@noren-pay/base";
import { AmazonPayClient } from "@noren-pay/client";
import { sandboxAdmin } from "@noren-pay/sandbox/admin";
import { type Figure, measurePair } from "../figure.ts";
import { startChild } from "../tools/child.ts";

const notices = 2_000;
const authorizationsPerOrder = 10;
const settings = { noticesAtOncePerSeller: 16 };

interface Sandbox {
  readonly url: string;
  readonly adminUrl: string;
  readonly sellerId: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export async function sandboxNotify(): Promise<readonly Figure[]> {
  const child = await startChild("sandbox-server", [JSON.stringify({ settings })]);
  const sandbox = JSON.parse(child.line) as Sandbox;
  const admin = sandboxAdmin({ url: sandbox.url });
  const shop = await countingShop();
  const { url: endpoint, ...keys } = sandbox;
  const client = new AmazonPayClient({ region: "jp", environment: "Sandbox", ...keys, endpoint, throttle: false });
  await admin.updateSeller({ sellerId: sandbox.sellerId, notificationUrl: shop.url });
  await admin.createNoticeRule({ kind: "hold" });
  const { value, ratio } = await measurePair({
    rounds: 3,
    ours: async () => {
      await authorizeOften(sandbox, client);
      const begun = systemClock.wall();
      const arrived = shop.awaits(notices);
      await admin.releaseNotices({});
      await arrived;
      return notices / ((systemClock.wall() - begun) / 1000);
    },
    theirs: async () => bareSignatures(shop.bytesOfOne()),
  });
  await client.close();
  await shop.close();
  await child.stop();
  return [{ name: "sandbox.notify", value, unit: "notices/s", against: "bare RSA-2048 signatures, one core", ratio }];
}

async function authorizeOften({ url, sellerId }: Sandbox, client: AmazonPayClient): Promise<void> {
  const admin = sandboxAdmin({ url });
  for (let order = 0; order < notices / authorizationsPerOrder; order++) {
    const { amazonOrderReferenceId: id } = await admin.createOrderReference({ sellerId });
    const named = { AmazonOrderReferenceId: id };
    await client.setOrderReferenceDetails({ ...named, OrderReferenceAttributes: { OrderTotal: yen(10_000) } });
    await client.confirmOrderReference(named);
    await Promise.all(
      Array.from({ length: authorizationsPerOrder }, (_, n) =>
        client.authorize({
          ...named,
          AuthorizationReferenceId: `${id.slice(4)}-${n}`,
          AuthorizationAmount: yen(1_000),
          TransactionTimeout: 0,
        }),
      ),
    );
  }
}

interface CountingShop {
  readonly url: string;
  /** Resolves when so many more notices have arrived. */
  awaits(count: number): Promise<void>;
  bytesOfOne(): number;
  close(): Promise<void>;
}

async function countingShop(): Promise<CountingShop> {
  let arrived = 0;
  let bytes = 0;
  let wanted = Number.POSITIVE_INFINITY;
  let tell = () => {};
  const server = createServer((request, response) => {
    bytes = Number(request.headers["content-length"]);
    request.resume().on("end", () => {
      response.end();
      if (++arrived >= wanted) tell();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    awaits(count) {
      wanted = arrived + count;
      return new Promise((resolve) => {
        tell = resolve;
      });
    },
    bytesOfOne: () => bytes,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function bareSignatures(bytes: number): number {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const text = Buffer.alloc(bytes, "x");
  const begun = systemClock.wall();
  for (let n = 0; n < notices; n++) createSign("RSA-SHA1").update(text).sign(privateKey);
  return notices / ((systemClock.wall() - begun) / 1000);
}
