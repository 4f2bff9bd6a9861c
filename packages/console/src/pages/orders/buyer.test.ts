import { describe, expect, test } from "vitest";
import { addressLines } from "./buyer.tsx";

describe("an address", () => {
  test("of Japan is written as on a parcel", () => {
    const address = {
      postalCode: "153-0064",
      stateOrRegion: "東京都",
      city: "目黒区",
      addressLine1: "下目黒1-8-1",
      addressLine2: "",
      name: "山田 太郎",
      countryCode: "JP",
    };
    expect(addressLines(address)).toEqual(["〒153-0064", "東京都目黒区", "下目黒1-8-1", "山田 太郎"]);
  });
  test("of elsewhere keeps its spaces and names its country", () => {
    const address = { postalCode: "98109", stateOrRegion: "WA", city: "Seattle", countryCode: "US" };
    expect(addressLines(address)).toEqual(["98109", "WA Seattle", "US"]);
  });
  test("may be nearly empty", () => expect(addressLines({})).toEqual([]));
});
