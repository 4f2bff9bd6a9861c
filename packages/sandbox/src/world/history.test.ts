import { describe, expect, test } from "vitest";
import { aMinute, processed, shop } from "../testing/shop.ts";

describe("the history of an order", () => {
  const past = (made: ReturnType<typeof shop>, id: string) => {
    const object = made.core.object(id, made.now());
    if (!object) throw new Error("no such object");
    return made.core.world.history
      .of(object)
      .map(({ kind, state, reasonCode, cause }) => [kind, state, reasonCode ?? "", `${cause.by} ${cause.name}`]);
  };

  test("names what caused each change, of all that hangs on it", () => {
    const made = shop();
    const id = made.open();
    const authorization = made.authorize(id, 10_000, { TransactionTimeout: 60 });
    made.later(processed);
    const capture = made.capture(authorization.AmazonAuthorizationId);
    expect(past(made, id)).toEqual([
      ["OrderReference", "Draft", "", "buyer createDraft"],
      ["OrderReference", "Open", "", "api ConfirmOrderReference"],
      ["Authorization", "Pending", "", "api Authorize"],
      ["Authorization", "Open", "", "clock authorizationProcessed"],
      ["Capture", "Completed", "", "api Capture"],
      ["Authorization", "Closed", "MaxCapturesProcessed", "api Capture"],
    ]);
    expect(past(made, capture.AmazonCaptureId)).toEqual(past(made, id));
  });

  test("says what an operator has pressed", () => {
    const made = shop();
    const id = made.open();
    made.core.command("pressEvent", { id, event: "amazonCloses", now: made.now() });
    expect(past(made, id).at(-1)).toEqual(["OrderReference", "Closed", "AmazonClosed", "operator amazonCloses"]);
  });

  test("is dated in business time", () => {
    const made = shop();
    const id = made.open();
    made.later(aMinute);
    made.call("CancelOrderReference", { AmazonOrderReferenceId: id });
    const order = made.core.orderReference(id, made.now());
    expect(order && made.core.world.history.of(order).at(-1)?.at).toBe(made.now());
  });
});
