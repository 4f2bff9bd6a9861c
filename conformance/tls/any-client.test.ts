// Clients that know only Amazon's own addresses, led to the sandbox by its proxy and its authority: ours, npm
// `amazon-payments` unmodified, and curl.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { seconds, systemClock } from "@noren-pay/base";
import { AmazonPayClient, LoginWithAmazon, NotificationVerifier } from "@noren-pay/client";
import { apiPaths, commonParameters, formatForm, sign, stringToSign } from "@noren-pay/protocol";
import { ProxyAgent, request } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openShop, orderTotal } from "../shop.ts";

const shop = openShop({ proxy: true });
let endpoint: Server;
const deliveries: { body: string; headers: Record<string, unknown> }[] = [];
let ca: string;

beforeAll(async () => {
  const { sandbox, admin, captured, advance } = shop.current;
  ca = readFileSync(sandbox.caFile ?? "", "utf8");
  endpoint = createServer(async (request, response) => {
    deliveries.push({ body: Buffer.concat(await request.toArray()).toString(), headers: request.headers });
    response.end();
  });
  await new Promise<void>((done) => endpoint.listen(0, "127.0.0.1", done));
  const notificationUrl = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`;
  await admin.updateSeller({ sellerId: sandbox.sellerId, notificationUrl });
  await captured();
  await advance(seconds(60));
});
afterAll(() => void endpoint.close());

const keys = () => {
  const { sellerId, accessKey, secretKey } = shop.current.sandbox;
  return { sellerId, accessKey, secretKey };
};
const way = () => ({ ca, proxy: shop.current.sandbox.proxyUrl, retries: "none" as const });
const accessToken = async () => (await shop.current.admin.createToken()).accessToken;

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function run(command: string, args: readonly string[], input = "", env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { PATH: process.env.PATH ?? "", ...env } });
    const [output, errors]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() }),
    );
    child.stdin.end(input);
  });
}

describe("our own client through the proxy", () => {
  test("calls Amazon's own host of every region", async () => {
    for (const region of ["jp", "na", "de", "uk"] as const) {
      const client = new AmazonPayClient({ region, environment: "Sandbox", ...keys(), ...way() });
      expect((await client.getServiceStatus({})).Status).toBe("GREEN");
      await client.close();
    }
  });

  test("places and authorizes an order", async () => {
    const client = new AmazonPayClient({ region: "jp", environment: "Sandbox", ...keys(), ...way() });
    const AmazonOrderReferenceId = await shop.current.confirmed();
    const { AuthorizationDetails } = await client.authorize({
      AmazonOrderReferenceId,
      AuthorizationReferenceId: shop.current.referenceId(),
      AuthorizationAmount: orderTotal,
      TransactionTimeout: 0,
    });
    expect(AuthorizationDetails.AuthorizationStatus.State).toBe("Open");
    await client.close();
  });

  test("checks a token and reads a profile at Login with Amazon's host", async () => {
    const { clientId } = shop.current.sandbox;
    const login = new LoginWithAmazon({ region: "jp", environment: "Sandbox", clientId, ...way() });
    expect((await login.profile(await accessToken())).email).toContain("@");
    await login.close();
  });

  test("trusts nobody without the authority", async () => {
    const { proxyUrl } = shop.current.sandbox;
    const client = new AmazonPayClient({
      ...{ region: "jp", environment: "Sandbox", ...keys(), retries: "none", proxy: proxyUrl },
    });
    await expect(client.getServiceStatus({})).rejects.toMatchObject({ name: "AmazonPayError" });
    await client.close();
  });

  test("verifies a notice whose certificate the sandbox's authority has issued, at a true region's address", async () => {
    const { sandbox, admin, advance, captured } = shop.current;
    await admin.changeSettings({ noticeCertificate: "chained", noticeCertificateRegion: "ap-northeast-1" });
    const before = deliveries.length;
    await captured();
    await advance(seconds(60));
    await admin.changeSettings({ noticeCertificate: "selfSigned", noticeCertificateRegion: "local-sandbox" });
    const delivery = deliveries[before];
    const url = JSON.parse(delivery?.body ?? "{}").SigningCertURL as string;
    expect(url).toMatch(/^https:\/\/sns\.ap-northeast-1\.amazonaws\.com\//);
    const verifier = new NotificationVerifier({
      topicArns: [sandbox.topicArn],
      certificateUrls: [url],
      clock: systemClock,
      fetch: async () => new Response(await pemOf(url)),
    });
    const { notification } = await verifier.verify(Buffer.from(delivery?.body ?? ""), delivery?.headers as never);
    expect(notification?.sellerId).toBe(sandbox.sellerId);
  });
});

/** The certificate at its own address, fetched as a stranger's client would. */
async function pemOf(url: string): Promise<string> {
  const { caFile, proxyUrl } = shop.current.sandbox;
  const dispatcher = new ProxyAgent({ uri: proxyUrl ?? "", requestTls: { ca: readFileSync(caFile ?? "") } });
  const answer = await request(url, { dispatcher });
  const pem = await answer.body.text();
  await dispatcher.close();
  return pem;
}

/** Tests need nothing but Node: a client of the machine's own is tried where there is one. */
const isThere = (command: string) => spawnSync(command, ["--version"]).status === 0;

const curl = (args: readonly string[]) => {
  const { caFile, proxyUrl } = shop.current.sandbox;
  return run("curl", ["-sS", "--cacert", caFile ?? "", "--proxy", proxyUrl ?? "", ...args]);
};

describe("npm amazon-payments, unmodified, with its own addresses", () => {
  test("sets, confirms, authorizes, checks a token, reads a profile and verifies a notice", async () => {
    const { sandbox, draft } = shop.current;
    const { sellerId, accessKey: mwsAccessKey, secretKey: mwsSecretKey, clientId, caFile, proxyUrl } = sandbox;
    const input = {
      keys: { sellerId, mwsAccessKey, mwsSecretKey, clientId },
      AmazonOrderReferenceId: await draft(),
      accessToken: await accessToken(),
      notice: JSON.parse(deliveries.find(({ body }) => body.includes("PaymentCapture"))?.body ?? "{}"),
    };
    const program = fileURLToPath(new URL("amazon-payments.js", import.meta.url));
    const env = { HTTPS_PROXY: proxyUrl ?? "", NODE_EXTRA_CA_CERTS: caFile ?? "" };
    const { code, output, errors } = await run(process.execPath, [program], JSON.stringify(input), env);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(JSON.parse(output)).toMatchObject({
      state: "Open",
      token: { aud: clientId },
      profile: { email: expect.stringContaining("@") },
      notice: { NotificationType: "PaymentCapture", SellerId: sellerId },
      // Nothing else is reached by this way.
      elsewhere: expect.stringMatching(/403/),
    });
  });
});

const curlTests = () => {
  test("reads a profile with the PHP SDK's header", async () => {
    const header = `x-amz-access-token : ${await accessToken()}`;
    const answer = await curl(["--http1.1", "-H", header, "https://api.sandbox.amazon.co.jp/user/profile"]);
    expect(answer).toMatchObject({ code: 0, output: expect.stringContaining('"email"') });
  });

  test("posts a signed call to Amazon's host", async () => {
    const { accessKey, sellerId, secretKey } = keys();
    const [host, path] = ["mws.amazonservices.jp", apiPaths.Sandbox];
    const timestamp = systemClock.wall();
    const parameters = commonParameters({ accessKey, sellerId, operation: "GetServiceStatus", timestamp });
    const signature = sign(stringToSign({ method: "POST", host, path, parameters }), secretKey, "HmacSHA256");
    const form = formatForm([...parameters, ["Signature", signature]]);
    expect((await curl(["-d", form, `https://${host}${path}`])).output).toContain("<Status>GREEN</Status>");
  });

  test("is refused everywhere else, and told why", async () => {
    const { code, errors } = await curl(["https://example.com/"]);
    expect([code, errors]).toEqual([56, expect.stringMatching(/403/)]);
    expect((await curl(["http://mws.amazonservices.jp/"])).output).toContain("Noren sandbox");
  });

  test("does not trust the sandbox without its authority", async () => {
    const { proxyUrl } = shop.current.sandbox;
    const { code } = await run("curl", ["-sS", "--proxy", proxyUrl ?? "", "https://mws.amazonservices.jp/"]);
    expect(code).toBe(60);
  });
};
if (isThere("curl")) describe("curl", curlTests);
