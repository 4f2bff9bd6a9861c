import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  answer,
  type Behaviour,
  type FakeAmazon,
  fakeAmazon,
  loseAnswer,
  stayStill,
} from "../../testing/fake-amazon.ts";
import { impatientClock } from "../../testing/step-clock.ts";
import { AmazonPayError, LoginWithAmazon, type LoginWithAmazonOptions } from "../index.ts";

const clientId = "amzn1.application-oa2-client.0123456789abcdef";
const token = "Atza|IQEBLjAs+/=abc";
const json = (status: number, value: unknown) =>
  answer(status, JSON.stringify(value), { "content-type": "application/json" });
const info = json(200, { aud: clientId, user_id: "amzn1.account.A", exp: 2370, iat: 1446510240, app_id: "x" });
const profile = json(200, {
  user_id: "amzn1.account.A",
  name: "山田 太郎",
  email: "taro@example.jp",
  postal_code: "153-0064",
});

let amazon: FakeAmazon;
const logins: LoginWithAmazon[] = [];
beforeEach(async () => {
  amazon = await fakeAmazon();
});
afterEach(async () => {
  await Promise.all(logins.splice(0).map((login) => login.close()));
  await amazon.close();
});

function loginWith(options: Partial<LoginWithAmazonOptions> = {}) {
  const login = new LoginWithAmazon({
    region: "jp",
    environment: "Sandbox",
    clientId,
    endpoint: amazon.url,
    retries: [0, 0],
    ...options,
  });
  logins.push(login);
  return login;
}

const thrownBy = (promise: Promise<unknown>): Promise<AmazonPayError> =>
  promise.then(
    () => expect.unreachable(),
    (error: AmazonPayError) => error,
  );

describe("a token", () => {
  test("is checked in a header and never stands in an address", async () => {
    amazon.behave(info);
    expect(await loginWith().verify(token)).toEqual({ userId: "amzn1.account.A", expiresInSeconds: 2370 });
    expect(amazon.received[0]).toMatchObject({ method: "GET", path: "/auth/o2/tokeninfo" });
    expect(amazon.received[0]?.headers["x-amz-access-token"]).toBe(token);
  });

  test("that is still encoded from the redirect is decoded once", async () => {
    amazon.behave(info);
    await loginWith().verify("Atza%7CIQEBLjAs%252B");
    expect(amazon.received[0]?.headers["x-amz-access-token"]).toBe("Atza|IQEBLjAs%2B");
  });

  for (const bad of ["", "Atza|a\r\nx-evil: 1", "Atza|ア", "Atza%7C%ZZ", `Atza|${"x".repeat(2048)}`])
    test(`that cannot be one is not sent: ${JSON.stringify(bad.slice(0, 20))}`, async () => {
      expect(await thrownBy(loginWith().verify(bad))).toMatchObject({ code: "InvalidToken", retry: "never" });
      expect(amazon.received).toHaveLength(0);
    });

  test("of another application is refused, its application id notwithstanding, and no profile is read", async () => {
    amazon.behave(
      json(200, { aud: "amzn1.application-oa2-client.other", app_id: clientId, user_id: "amzn1.account.A" }),
    );
    expect(await thrownBy(loginWith().profile(token))).toMatchObject({ code: "TokenOfAnotherClient", retry: "never" });
    expect(amazon.received).toHaveLength(1);
  });

  test("without an audience is refused", async () => {
    amazon.behave(json(200, { user_id: "amzn1.account.A" }));
    expect(await thrownBy(loginWith().verify(token))).toMatchObject({ code: "TokenOfAnotherClient" });
  });
});

describe("a profile", () => {
  test("is read after the token was checked", async () => {
    amazon.behave(info, profile);
    expect(await loginWith().profile(token)).toEqual({
      userId: "amzn1.account.A",
      name: "山田 太郎",
      email: "taro@example.jp",
      postalCode: "153-0064",
    });
    expect(amazon.received.map((one) => one.path)).toEqual(["/auth/o2/tokeninfo", "/user/profile"]);
  });

  test("of another buyer than the token's is not believed", async () => {
    amazon.behave(info, json(200, { user_id: "amzn1.account.B", name: "x" }));
    expect(await thrownBy(loginWith({ retries: "none" }).profile(token))).toMatchObject({ code: "UnreadableAnswer" });
  });
});

describe("an answer that is an error", () => {
  const cases: [string, Behaviour, Partial<AmazonPayError>][] = [
    [
      "invalid_token",
      json(400, { error: "invalid_token", error_description: "The request has an invalid parameter : access_token" }),
      { code: "InvalidToken", retry: "never", status: 400 },
    ],
    ["invalid_token with status 503", json(503, { error: "invalid_token" }), { code: "InvalidToken", retry: "never" }],
    ["an error with status 200", json(200, { error: "invalid_request" }), { code: "InvalidToken" }],
    ["insufficient_scope", json(401, { error: "insufficient_scope" }), { code: "InsufficientScope", retry: "never" }],
    [
      "ServerError",
      json(500, { error: "ServerError" }),
      { code: "FailedOtherwise", retry: "recover", amazonCode: "ServerError" },
    ],
    [
      "an unknown refusal",
      json(403, { error: "whatever", request_id: "r-1" }),
      { code: "RefusedOtherwise", requestId: "r-1" },
    ],
    ["HTML", answer(502, "<html></html>"), { code: "UnreadableAnswer", status: 502 }],
    ["nothing", answer(200, ""), { code: "UnreadableAnswer" }],
    ["a list", answer(200, "[]"), { code: "UnreadableAnswer" }],
    ["lost", loseAnswer, { code: "AnswerLost", retry: "recover" }],
  ];
  for (const [title, behaviour, expected] of cases) {
    test(`${title} is ${expected.code}`, async () => {
      amazon.behave(behaviour);
      const error = await thrownBy(loginWith({ retries: "none" }).verify(token));
      expect(error).toBeInstanceOf(AmazonPayError);
      expect(error).toMatchObject(expected);
      expect(`${error.message}${error.stack}${JSON.stringify(error)}`).not.toContain("IQEBLjAs");
    });
  }

  test("late is Timeout, and is asked again, because it only reads", async () => {
    amazon.behave(stayStill, info);
    expect((await loginWith({ clock: impatientClock(amazon.arrived(1)) }).verify(token)).userId).toBe(
      "amzn1.account.A",
    );
  });

  test("refused at the door is ConnectionFailed", async () => {
    await amazon.close();
    expect(await thrownBy(loginWith().verify(token))).toMatchObject({ code: "ConnectionFailed", retry: "later" });
  });
});

test("a client id is needed", () => {
  expect(() => loginWith({ clientId: "" })).toThrow(
    expect.objectContaining({ code: "InvalidOptions", field: "clientId" }),
  );
});
