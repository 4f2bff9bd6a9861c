import { describe, expect, test } from "vitest";
import { shippingFee } from "./shipping.ts";

describe("delivery", () => {
  const cases: [string, Parameters<typeof shippingFee>[0], number | undefined][] = [
    ["costs 600 yen on the main islands", { countryCode: "JP", stateOrRegion: "東京都" }, 600],
    ["costs more to Hokkaido", { countryCode: "JP", stateOrRegion: "北海道" }, 1200],
    ["costs more to Okinawa, in any spelling", { countryCode: "JP", stateOrRegion: "沖縄" }, 1200],
    ["knows romaji", { countryCode: "JP", stateOrRegion: "OKINAWA" }, 1200],
    ["is not offered abroad", { countryCode: "US", stateOrRegion: "WA" }, undefined],
  ];
  for (const [title, address, fee] of cases) test(title, () => expect(shippingFee(address)).toBe(fee));
});
