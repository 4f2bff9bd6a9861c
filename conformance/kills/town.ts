// One sandbox, one database, one payment service that can be killed, and a gate on each way between the two.
import { days } from "@noren-pay/base";
import { makePool, migrate } from "@noren-pay/payments";
import { type Sandbox, startSandbox } from "@noren-pay/sandbox";
import { type SandboxAdmin, sandboxAdmin } from "@noren-pay/sandbox/admin";
import { testDatabase } from "@noren-pay/testkit";
import { type Gate, startGate } from "./gate.ts";
import { type Service, startService } from "./service.ts";

export interface Town {
  readonly sandbox: Sandbox;
  /** The sandbox's admin API. */
  readonly admin: SandboxAdmin;
  readonly service: Service;
  /** What the service calls. */
  readonly amazon: Gate;
  /** What Amazon's notices come in by. */
  readonly notices: Gate;
  readonly pool: ReturnType<typeof makePool>;
  close(): Promise<void>;
}

/** After a kill the order stays leased up to one and a half of this, so it is most of what a run takes. */
const callTimeoutMs = 1_500;

export async function town(settings: Parameters<typeof startSandbox>[0] = {}): Promise<Town> {
  const database = await testDatabase({ migrate: (url) => migrate({ url }) });
  const sandbox = await startSandbox({ throttle: false, authorizationLifetimeMs: days(30), ...settings });
  const kill = () => service.kill();
  const amazon = await startGate({
    target: () => sandbox.url,
    nameOf: (path, body) =>
      path.startsWith("/OffAmazonPayments") ? (new URLSearchParams(String(body)).get("Action") ?? "") : undefined,
    kill,
  });
  const { sellerId, accessKey, secretKey, clientId } = sandbox;
  const access = {
    ...{ sellerId, accessKey, secretKey, clientId },
    url: amazon.url,
    topicArns: [sandbox.topicArn],
    certificateUrls: [await sandbox.certificateUrl()],
    authorizationLifetimeMs: days(30),
  };
  const service = startService({ databaseUrl: database.url, access, callTimeoutMs });
  const notices = await startGate({
    target: () => service.current?.url,
    nameOf: () => "notice",
    kill,
  });
  const notificationUrl = `${notices.url}/amazon/notifications`;
  const admin = sandboxAdmin({ url: sandbox.url });
  await admin.updateSeller({ sellerId, notificationUrl });
  const pool = makePool(database.url, 3);
  return {
    sandbox,
    admin,
    service,
    amazon,
    notices,
    pool,
    async close() {
      await service.stop();
      await Promise.all([amazon.close(), notices.close(), sandbox.close(), pool.end()]);
      await database.close();
    },
  };
}
