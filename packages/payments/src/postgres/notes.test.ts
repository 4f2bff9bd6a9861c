import { describe, expect, test } from "vitest";
import { withNotes, withoutNotes } from "./notes.ts";

const order = {
  sellerNote: "山田様",
  shipments: [{ id: "a", note: "田中様へ" }, { id: "b", note: undefined }, { id: "c" }],
  wish: { kind: "cancel", reason: "佐藤様の都合" },
  orderReference: { reasonCode: "SellerClosed" },
  note: { sealed: 0 },
};

describe("free text", () => {
  test("is nowhere in the plain part, and comes back to its place", () => {
    const { json, notes } = withoutNotes(order);
    expect(notes).toEqual(["山田様", "田中様へ", "佐藤様の都合"]);
    for (const note of notes) expect(json).not.toContain(note);
    expect(json).toContain("SellerClosed");
    expect(withNotes(json, notes)).toEqual({ ...JSON.parse(JSON.stringify(order)), note: "山田様" });
  });

  test("that was erased stays away", () => {
    const { json } = withoutNotes({ id: "x", note: "山田様" });
    expect(withNotes(json, [])).toEqual({ id: "x" });
  });
});
