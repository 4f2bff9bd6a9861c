// What a demo needs to begin: a merchant on a sandbox's account, people, and the example store's key.
import { createHmac } from "node:crypto";
import { type AmazonAccount, derivedId } from "@noren-pay/payments";
import { hashPassword } from "./auth/passwords.ts";
import { rights } from "./auth/rights.ts";
import type { Services } from "./services.ts";

/** Sign-ins of the demo's console. They exist only where `seedDemo` was run: against a sandbox. */
export const demoUsers = [
  { email: "owner@example.com", name: "店長 一郎", role: "owner", password: "noren-demo" },
  { email: "shipping@example.com", name: "出荷 花子", role: "shipping", password: "noren-demo" },
] as const;

/** A running sandbox as far as an account needs it. */
export interface SandboxAccess {
  readonly url: string;
  readonly sellerId: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly clientId: string;
  readonly topicArns: readonly string[];
  readonly certificateUrls: readonly string[];
  /** How long authorizations live there, in ms of business time. */
  readonly authorizationLifetimeMs: number;
}

const accountId = derivedId("demo account");
const merchantId = derivedId("demo merchant");

/**
 * Makes the demo's merchant, people and key where they do not exist, and points its account at the sandbox as it runs
 * now: its port may be another than last time. Gives the example store's API key, which follows from the master key.
 */
export async function seedDemo(
  { store, people, random }: Pick<Services, "store" | "people" | "random">,
  sandbox: SandboxAccess,
  masterKey: Uint8Array,
): Promise<{ readonly merchantId: string; readonly apiKey: string }> {
  await store.saveAccount(accountAt(sandbox));
  if ((await store.merchant(merchantId)) === undefined) {
    await store.saveMerchant({ merchantId, name: "Noren デモストア", accountId });
  }
  for (const { email, name, role, password } of demoUsers) {
    if ((await people.usersOf(email)).length > 0) continue;
    const userId = derivedId(`demo user ${email}`);
    const passwordHash = await hashPassword(password, random);
    await people.addUser({ merchantId, userId, email, name, role, language: "ja", passwordHash });
  }
  const secret = `noren_${createHmac("sha256", masterKey).update("example store's API key").digest("base64url")}`;
  const keyId = derivedId(`demo key ${secret}`);
  await people.addApiKey({ merchantId, keyId, name: "example store", rights: rights.slice(0, 3), secret });
  return { merchantId, apiKey: secret };
}

function accountAt(sandbox: SandboxAccess): AmazonAccount {
  const { url, sellerId, clientId, accessKey, secretKey, topicArns, certificateUrls, authorizationLifetimeMs } =
    sandbox;
  return {
    accountId,
    sellerId,
    region: "jp",
    environment: "Sandbox",
    clientId,
    secrets: { accessKey, secretKey },
    endpoint: { api: url, login: url },
    notices: { topicArns, certificateUrls },
    authorizationLifetimeMs,
  };
}
