import { yen } from "@noren-pay/base";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Sandbox } from "../start-sandbox.ts";
import { quickSandbox, signedCall } from "../testing/wire.ts";
import { type SandboxAdmin, type SandboxError, sandboxAdmin } from "./client.ts";

let sandbox: Sandbox;
let admin: SandboxAdmin;
beforeEach(async () => {
  sandbox = await quickSandbox();
  admin = sandboxAdmin({ url: sandbox.url });
});
afterEach(() => sandbox.close());

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: SandboxError) => error.code,
  );
type Keys = Pick<Sandbox, "sellerId" | "accessKey" | "secretKey">;
const asSeller = ({ sellerId, accessKey, secretKey }: Keys): Sandbox => ({
  ...sandbox,
  sellerId,
  accessKey,
  secretKey,
});
const status = async (keys: Keys) => {
  const answer = await signedCall(asSeller(keys), "GetServiceStatus", {});
  return answer.code ?? answer.status;
};

describe("a seller's keys", () => {
  test("work side by side", async () => {
    const key = await admin.createKey({ sellerId: sandbox.sellerId });
    expect([await status(sandbox), await status({ ...sandbox, ...key })]).toEqual([200, 200]);
    expect((await admin.getSeller({ sellerId: sandbox.sellerId })).accessKey).toBe(key.accessKey);
  });

  test("are exchanged: the new pair works, the old ones do not", async () => {
    const key = await admin.rotateKeys({ sellerId: sandbox.sellerId });
    expect([await status(sandbox), await status({ ...sandbox, ...key })]).toEqual(["InvalidAccessKeyId", 200]);
  });

  test("are disabled, and work again when they are let", async () => {
    const { sellerId, accessKey } = sandbox;
    await admin.createKey({ sellerId });
    await admin.updateKey({ sellerId, accessKey, active: false });
    const refused = await signedCall(sandbox, "GetServiceStatus", {});
    expect(refused.headers.get("x-noren-sandbox-why")).toBe("The access key is disabled.");
    await admin.updateKey({ sellerId, accessKey, active: true });
    expect(await status(sandbox)).toBe(200);
  });

  test("are taken away, but for the last pair", async () => {
    const { sellerId, accessKey } = sandbox;
    expect(await codeOf(admin.deleteKey({ sellerId, accessKey }))).toBe("StillNeeded");
    await admin.createKey({ sellerId });
    await admin.deleteKey({ sellerId, accessKey });
    expect(await status(sandbox)).toBe("InvalidAccessKeyId");
    expect(await codeOf(admin.deleteKey({ sellerId, accessKey }))).toBe("UnknownKey");
  });
});

describe("two sellers", () => {
  const ordered = async (keys: Keys) => {
    const { amazonOrderReferenceId } = await admin.createOrderReference({ sellerId: keys.sellerId });
    const id = { AmazonOrderReferenceId: amazonOrderReferenceId };
    const attributes = { OrderReferenceAttributes: { OrderTotal: yen(100) } };
    await signedCall(asSeller(keys), "SetOrderReferenceDetails", { ...id, ...attributes });
    await signedCall(asSeller(keys), "ConfirmOrderReference", id);
    const money = {
      AuthorizationReferenceId: "a-1",
      AuthorizationAmount: yen(100),
      TransactionTimeout: 0,
      CaptureNow: true,
    };
    await signedCall(asSeller(keys), "Authorize", { ...id, ...money });
    return amazonOrderReferenceId;
  };

  test("do not see each other's objects: to each they are as good as none", async () => {
    const other = await admin.createSeller();
    const order = await ordered(sandbox);
    const [authorization = "", capture = ""] = [
      ...sandbox.core.world.authorizations.keys(),
      ...sandbox.core.world.captures.keys(),
    ];
    const seen = async (keys: Keys) =>
      Promise.all([
        signedCall(asSeller(keys), "GetOrderReferenceDetails", { AmazonOrderReferenceId: order }),
        signedCall(asSeller(keys), "GetAuthorizationDetails", { AmazonAuthorizationId: authorization }),
        signedCall(asSeller(keys), "GetCaptureDetails", { AmazonCaptureId: capture }),
        signedCall(asSeller(keys), "CancelOrderReference", { AmazonOrderReferenceId: order }),
      ]).then((answers) => answers.map(({ code }) => code));
    const none = ["InvalidOrderReferenceId", "InvalidTransactionId", "InvalidTransactionId", "InvalidOrderReferenceId"];
    expect(await seen(other)).toEqual(none);
    expect((await seen(sandbox)).slice(0, 3)).toEqual([undefined, undefined, undefined]);
  });

  test("may use the same reference ids, and one's reset leaves the other's alone", async () => {
    const other = await admin.createSeller({ notificationUrl: "http://127.0.0.1:9/" });
    const [mine, theirs] = [await ordered(sandbox), await ordered(other)];
    const { accessToken } = await admin.createToken();
    await admin.createFault({ kind: "throttle", sellerId: other.sellerId, count: null });
    await admin.createFault({ kind: "slow", operation: "Refund" });
    await admin.resetSeller({ sellerId: other.sellerId });
    expect(await codeOf(admin.getObject({ id: theirs }))).toBe("UnknownObject");
    expect((await admin.getObject({ id: mine })).kind).toBe("OrderReference");
    expect((await admin.listNotices({ sellerId: other.sellerId })).notices).toEqual([]);
    expect((await admin.listFaults()).faults).toHaveLength(1);
    expect((await admin.listRequests({ sellerId: other.sellerId })).requests).toEqual([]);
    expect(sandbox.core.tokenOf(accessToken, sandbox.clock.now())).toBeDefined();
    expect(await status(other)).toBe(200);
    // Their reference ids are free again.
    await ordered(other);
    await admin.runUntilIdle();
    expect(await admin.getCounts({ sellerId: other.sellerId })).toMatchObject({
      orderReferences: { Open: 1 },
      authorizations: { Closed: 1 },
      captures: { Completed: 1 },
    });
    expect((await admin.getCounts()).orderReferences).toEqual({ Open: 2 });
  });

  test("part: one is taken away with all it has, the first one stays", async () => {
    const other = await admin.createSeller();
    await ordered(other);
    const { accessToken } = await admin.createToken({ sellerId: other.sellerId });
    await admin.deleteSeller({ sellerId: other.sellerId });
    expect(await status(other)).toBe("InvalidAccessKeyId");
    expect(await codeOf(admin.getClient({ clientId: other.clientId }))).toBe("UnknownClient");
    expect(sandbox.core.tokenOf(accessToken, sandbox.clock.now())).toBeUndefined();
    expect((await admin.getCounts()).orderReferences).toEqual({});
    expect(await codeOf(admin.deleteSeller({ sellerId: sandbox.sellerId }))).toBe("StillNeeded");
  });
});

describe("a client", () => {
  test("has origins and return addresses of its own, and goes with its tokens", async () => {
    const { sellerId } = sandbox;
    const { clientId } = await admin.createClient({ sellerId, allowedOrigins: ["https://a.example"] });
    const changed = await admin.updateClient({ clientId, allowedReturnUrls: ["https://a.example/r"], name: "A" });
    expect(changed).toMatchObject({ allowedOrigins: ["https://a.example"], name: "A", sellerId });
    const { accessToken } = await admin.createToken({ clientId });
    await admin.deleteClient({ clientId });
    expect(sandbox.core.tokenOf(accessToken, sandbox.clock.now())).toBeUndefined();
    expect(await codeOf(admin.deleteClient({ clientId: sandbox.clientId }))).toBe("StillNeeded");
  });
});

describe("a buyer", () => {
  const newBuyer = () =>
    admin.createBuyer({ name: "佐藤 一郎", email: "ichiro@example.com", addresses: [], cards: [] });

  test("is changed, and signs in with what is new", async () => {
    const { buyerId } = await newBuyer();
    await admin.updateBuyer({ buyerId, email: "Jiro@example.com", password: "new", phone: "0312345678" });
    expect(sandbox.core.signIn("jiro@example.com", "new")?.buyerId).toBe(buyerId);
    expect(sandbox.core.signIn("ichiro@example.com", "new")).toBeUndefined();
    expect(await codeOf(admin.updateBuyer({ buyerId, email: "taro.yamada@example.com" }))).toBe("AlreadyExists");
    await newBuyer(); // The old address is free.
  });

  test("goes when nothing was bought, and stays when something was", async () => {
    const { buyerId } = await newBuyer();
    const { cardId } = await admin.addCard({ buyerId, brand: "Visa", tail: "1111" });
    await admin.createOrderReference({ buyerId, cardId, wantsAddress: false });
    expect(await codeOf(admin.deleteBuyer({ buyerId }))).toBe("StillNeeded");
    await admin.resetSeller({ sellerId: sandbox.sellerId });
    await admin.deleteBuyer({ buyerId });
    expect(await codeOf(admin.getBuyer({ buyerId }))).toBe("UnknownBuyer");
    expect(sandbox.core.signIn("ichiro@example.com", "noren-test")).toBeUndefined();
  });

  test("has addresses and cards of their own, whose change leaves orders as they were", async () => {
    const { buyerId } = await newBuyer();
    const { addressId } = await admin.addAddress({ buyerId, Name: "佐藤", PostalCode: "153-0064", CountryCode: "JP" });
    const { cardId } = await admin.addCard({ buyerId, brand: "Visa", tail: "1111" });
    const { amazonOrderReferenceId } = await admin.createOrderReference({ buyerId });
    await admin.replaceAddress({ buyerId, addressId, Name: "鈴木", PostalCode: "900-0000", CountryCode: "JP" });
    await admin.replaceCard({ buyerId, cardId, brand: "JCB", tail: "0000", simulation: "AmazonRejected" });
    const order = sandbox.core.orderReference(amazonOrderReferenceId, sandbox.clock.now());
    expect([order?.address?.Name, order?.card?.brand]).toEqual(["佐藤", "Visa"]);
    const buyer = await admin.getBuyer({ buyerId });
    expect([buyer.addresses[0]?.Name, buyer.cards[0]?.simulation]).toEqual(["鈴木", "AmazonRejected"]);
    await admin.deleteAddress({ buyerId, addressId });
    await admin.deleteCard({ buyerId, cardId });
    expect(await admin.getBuyer({ buyerId })).toMatchObject({ addresses: [], cards: [] });
    expect(await codeOf(admin.deleteAddress({ buyerId, addressId }))).toBe("UnknownAddress");
    expect(await codeOf(admin.replaceCard({ buyerId, cardId, brand: "x", tail: "11" }))).toBe("UnknownCard");
  });

  test("can have the addresses that are hard for shops, each of which Amazon's answers carry", async () => {
    const { buyerId } = await newBuyer();
    await admin.addCard({ buyerId, brand: "Visa", tail: "1111" });
    const { addresses } = await admin.addJapaneseAddresses({ buyerId });
    expect(addresses.length).toBeGreaterThan(15);
    const { accessToken } = await admin.createToken({ buyerId });
    for (const { addressId, Name = "", AddressLine1 = "" } of addresses) {
      const { amazonOrderReferenceId } = await admin.createOrderReference({ buyerId, addressId });
      const request = { AmazonOrderReferenceId: amazonOrderReferenceId, AccessToken: accessToken };
      const { text } = await signedCall(sandbox, "GetOrderReferenceDetails", request);
      for (const part of [Name, AddressLine1]) {
        const escaped = part.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        expect(text).toContain(escaped);
      }
    }
  });
});

describe("beginning anew", () => {
  test("keeps the clock, or sets it, earlier too", async () => {
    await admin.advanceClock({ ms: 86_400_000 });
    const { now } = await admin.getClock();
    await admin.reset();
    expect((await admin.getClock()).now).toBe(now);
    await admin.reset({ start: "2026-04-01T00:00:00Z" });
    expect(await admin.getClock()).toMatchObject({ nowText: "2026-04-01T00:00:00.000Z", frozen: true });
    await admin.reset({ start: 0, frozen: false });
    expect((await admin.getClock()).frozen).toBe(false);
    expect(await status(sandbox)).toBe(200);
  });

  test("gives the same ids again, and the same faults", async () => {
    const draw = async () => {
      const { faultId } = await admin.createFault({ kind: "slow" });
      return [(await admin.createOrderReference()).amazonOrderReferenceId, faultId];
    };
    const first = await draw();
    await admin.reset();
    expect(await draw()).toEqual(first);
  });
});
