import { days, hours } from "@noren-pay/base";
import { describe, expect, test } from "vitest";
import { shop } from "../testing/shop.ts";

describe("time ends order references", () => {
  test("a draft goes stale after three hours", () => {
    const s = shop();
    const draft = s.draft();
    s.later(hours(3) - 1);
    expect(s.state(draft)).toBe("Draft");
    s.later(1);
    expect(s.state(draft)).toBe("Canceled/Stale");
  });

  test("an open one expires 180 days after it was made", () => {
    const s = shop({ quiet: true });
    const order = s.open();
    s.later(days(180) - 1);
    expect(s.state(order)).toBe("Open");
    s.later(1);
    expect(s.state(order)).toBe("Closed/Expired");
  });
});
