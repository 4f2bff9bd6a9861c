// What a service needs to begin: an Amazon account, a merchant on it, people, and an API key.
import { createHmac } from "node:crypto";
import { type AmazonAccount, derivedId } from "@noren-pay/payments";
import { lifetimes } from "@noren-pay/protocol";
import { hashPassword } from "./auth/passwords.ts";
import { type Role, rights } from "./auth/rights.ts";
import { newSecret } from "./auth/secrets.ts";
import type { Services } from "./services.ts";

type Seeding = Pick<Services, "store" | "people" | "random">;

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

/**
 * Makes the demo's merchant, people and key where they do not exist, and points its account at the sandbox as it runs
 * now: its port may be another than last time. Gives the example store's API key, which follows from the master key.
 */
export async function seedDemo(
  seeding: Seeding,
  sandbox: SandboxAccess,
  masterKey: Uint8Array,
): Promise<{ readonly merchantId: string; readonly apiKey: string }> {
  const { url, accessKey, secretKey, ...account } = sandbox;
  const accountId = derivedId("demo account");
  const merchantId = derivedId("demo merchant");
  await seeding.store.saveAccount({
    accountId,
    region: "jp",
    environment: "Sandbox",
    sellerId: account.sellerId,
    clientId: account.clientId,
    secrets: { accessKey, secretKey },
    endpoint: { api: url, login: url },
    notices: { topicArns: account.topicArns, certificateUrls: account.certificateUrls },
    authorizationLifetimeMs: account.authorizationLifetimeMs,
  });
  await addMerchant(seeding, { merchantId, accountId, name: "Noren デモストア" });
  for (const user of demoUsers) await addPerson(seeding, merchantId, user);
  const secret = `noren_${createHmac("sha256", masterKey).update("example store's API key").digest("base64url")}`;
  await addKey(seeding, { merchantId, secret, name: "example store" });
  return { merchantId, apiKey: secret };
}

/** A shop with its own account at Amazon. `endpoint`: a sandbox's; never with a Live account. */
export interface Shop extends Omit<AmazonAccount, "accountId" | "authorizationLifetimeMs"> {
  readonly name: string;
  readonly owner?: { readonly email: string; readonly password: string } | undefined;
}

/**
 * Makes the shop where it does not exist, and brings its account's keys and addresses up to date. Gives an API key with
 * every right of a shop at the first time only: it is kept nowhere.
 */
export async function saveShop(
  seeding: Seeding,
  { name, owner, ...account }: Shop,
): Promise<{ readonly merchantId: string; readonly apiKey: string | undefined }> {
  const named = `${account.environment} ${account.region} ${account.sellerId}`;
  const accountId = derivedId(`account ${named}`);
  const merchantId = derivedId(`merchant ${named}`);
  const authorizationLifetimeMs = lifetimes.authorizationMs[account.environment];
  await seeding.store.saveAccount({ ...account, accountId, authorizationLifetimeMs });
  const isNew = await addMerchant(seeding, { merchantId, accountId, name });
  if (owner !== undefined) await addPerson(seeding, merchantId, { ...owner, name: owner.email, role: "owner" });
  if (!isNew) return { merchantId, apiKey: undefined };
  const secret = newSecret(seeding.random, "noren");
  await addKey(seeding, { merchantId, secret, name: "first key" });
  return { merchantId, apiKey: secret };
}

async function addMerchant(
  { store }: Seeding,
  merchant: { readonly merchantId: string; readonly accountId: string; readonly name: string },
): Promise<boolean> {
  if ((await store.merchant(merchant.merchantId)) !== undefined) return false;
  await store.saveMerchant(merchant);
  return true;
}

interface Person {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

/** A person who exists already keeps the password that was chosen since. */
async function addPerson({ people, random }: Seeding, merchantId: string, person: Person): Promise<void> {
  const { password, ...named } = person;
  if ((await people.usersOf(person.email)).some((user) => user.merchantId === merchantId)) return;
  const userId = derivedId(`user ${merchantId} ${person.email}`);
  const passwordHash = await hashPassword(password, random);
  await people.addUser({ merchantId, userId, ...named, language: "ja", passwordHash });
}

const addKey = (
  { people }: Seeding,
  { merchantId, secret, name }: { readonly merchantId: string; readonly secret: string; readonly name: string },
): Promise<void> =>
  people.addApiKey({ merchantId, keyId: derivedId(`key ${secret}`), name, rights: rights.slice(0, 3), secret });
