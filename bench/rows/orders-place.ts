// Orders placed per second (details set, confirmed, authorized, details read) through the service with a gateway that
// answers at once, beside the very row writes of it sent raw, in the same transactions, on the same database.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { movableClock, systemClock, systemRandom, timeOrderedIds, yen } from "@noren-pay/base";
import { createPayments, migrate, type Payments, postgresStore } from "@noren-pay/payments";
import { startPostgres } from "@noren-pay/postgres";
import { type Figure, measurePair } from "../figure.ts";
import { answeringGateway } from "../tools/answering-gateway.ts";
import { type Recorded, recordingPool, renamed, writesOf } from "../tools/recording.ts";

const orders = 1_000;
const together = 16;
const connections = 10;
const clock = movableClock();
const ids = timeOrderedIds(clock, systemRandom);
const merchantId = ids.next();
const accountId = ids.next();

export async function ordersPlace(): Promise<readonly Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "noren-bench-"));
  const postgres = await startPostgres({ dataDir, clock });
  await migrate({ url: postgres.url });
  const { pool, record } = recordingPool(postgres.url, connections);
  const store = await postgresStore({ pool, masterKey: systemRandom.bytes(32), clock, random: systemRandom, ids });
  await store.saveAccount({
    accountId,
    sellerId: "A1EXAMPLESELLER",
    region: "jp",
    environment: "Sandbox",
    clientId: "amzn1.application-oa2-client.example",
    secrets: { accessKey: "AKIDEXAMPLEJP", secretKey: "secretKeyForTestsOnly" },
    notices: { topicArns: [], certificateUrls: [] },
    authorizationLifetimeMs: 2_592_000_000,
  });
  await store.saveMerchant({ merchantId, name: "bench", accountId });
  const payments = createPayments({ store, gatewayOf: () => answeringGateway(clock.now), clock, ids });

  const sample: Recorded[] = [];
  await place(payments);
  record(sample);
  await place(payments);
  record(undefined);
  const writes = writesOf(sample);

  const { value, ratio } = await measurePair({
    ours: () => rateOf(() => place(payments)),
    theirs: () => rateOf(() => placeRaw(pool, writes)),
  });
  await store.close();
  await pool.end();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
  return [{ name: "orders.place", value, unit: "orders/s", against: "the same row writes, raw", ratio }];
}

let numbers = 0;
const nextNumber = () => String(++numbers).padStart(14, "0");
const nextOrderReference = () => nextNumber().replace(/^(\d{7})(\d{7})$/, "S03-$1-$2");

async function place(payments: Payments): Promise<void> {
  const placed = await payments.place(
    merchantId,
    {
      amazonOrderReferenceId: nextOrderReference(),
      sellerOrderId: `bench-${nextNumber()}`,
      total: yen(12_800),
      storeName: "のれん商店",
    },
    { actor: { kind: "shop" }, wait: true },
  );
  if (placed.nextStep !== "shipIt") throw new Error(`a placed order should be ready to ship, not ${placed.nextStep}`);
}

async function placeRaw(pool: ReturnType<typeof recordingPool>["pool"], writes: readonly Recorded[]): Promise<void> {
  const orderReference = nextOrderReference();
  const names = new Map([merchantId, accountId].map((id) => [id, id]));
  const rename = (old: string) => {
    if (old.startsWith("bench-")) return `bench-${nextNumber()}`;
    return old.startsWith("S03-") ? orderReference + old.slice(19) : ids.next();
  };
  const client = await pool.connect();
  const sent = writes.map((each) => client.query(each.text, renamed(each, names, rename)));
  await Promise.all(sent).finally(() => client.release());
}

async function rateOf(work: () => Promise<void>): Promise<number> {
  let left = orders;
  const begun = systemClock.wall();
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (left-- > 0) await work();
    }),
  );
  return orders / ((systemClock.wall() - begun) / 1000);
}
