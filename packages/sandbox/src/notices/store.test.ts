import { days, hours } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

/** Lets every attempt end so until the notice ends; gives the hours at which it was tried. */
function attempts(status: number | undefined, settings = {}) {
  const s = shop({ settings });
  s.authorize(s.open());
  const begun = s.now();
  const tried: number[] = [];
  for (let notice = s.core.takeNotice(s.now()); notice; notice = s.core.takeNotice(s.now())) {
    tried.push((s.now() - begun) / hours(1));
    s.core.command("noticeAttempted", { noticeId: notice.noticeId, status, now: s.now() });
    if (notice.state !== "waiting") return { state: notice.state, tried };
    s.later(hours(1));
  }
  throw new Error("the notice was never ended");
}

describe("a notice", () => {
  const cases: [title: string, status: number | undefined, tries: number, state: string][] = [
    ["ends with a 200", 200, 1, "delivered"],
    ["is tried every hour for 14 days on a 500", 500, 14 * 24 + 1, "givenUp"],
    ["is tried again on a redirect", 302, 14 * 24 + 1, "givenUp"],
    ["is tried again when nobody is there", undefined, 14 * 24 + 1, "givenUp"],
    ["ends with a 400", 400, 1, "givenUp"],
  ];
  for (const [title, status, tries, state] of cases) {
    test(title, () => {
      const ended = attempts(status);
      expect([ended.tried.length, ended.state]).toEqual([tries, state]);
      expect(ended.tried.at(-1)).toBe(tries - 1);
    });
  }

  test("to nobody is given up at once where the setting says so", () => {
    expect(attempts(undefined, { noticeRetryUnreachable: false })).toEqual({ state: "givenUp", tried: [0] });
  });

  test("is not written for a seller without an address", () => {
    const s = shop({ quiet: true });
    s.authorize(s.open());
    expect(s.core.world.notices.list()).toEqual([]);
  });

  test("says what was so when its cause happened", () => {
    const s = shop();
    const { AmazonAuthorizationId } = s.authorize(s.open());
    const [notice] = s.core.world.notices.list();
    s.capture(AmazonAuthorizationId);
    expect(notice?.content.details).toMatchObject({ AuthorizationStatus: { State: "Open" } });
  });

  test("holds neither buyer nor address nor notes", () => {
    const s = shop();
    const order = s.open();
    s.authorize(order, 1, { SellerAuthorizationNote: "secret" });
    s.call("CloseOrderReference", { AmazonOrderReferenceId: order });
    const text = JSON.stringify(s.core.world.notices.list().map((notice) => notice.content));
    expect(text).not.toMatch(/secret|山田|目黒|example\.com/);
  });

  test("is not due while it is under way", () => {
    const s = shop();
    s.authorize(s.open());
    s.core.takeNotice(s.now());
    expect(s.core.world.notices.nextDue()).toBeUndefined();
  });

  test("that has ended is forgotten when too many have", () => {
    const s = shop({ settings: { noticesKeptMax: 2 } });
    const order = s.open();
    for (let i = 0; i < 4; i++) s.authorize(order, 1);
    expect(s.notices()).toHaveLength(4);
    expect(s.core.world.notices.list()).toHaveLength(2);
    s.later(days(30));
  });
});
