// How addresses and cards are written.
import { say, words } from "./data.js";

/** In the order of its country: Japan's from the large to the small. */
export function addressText(address) {
  const { Name, AddressLine1, AddressLine2, AddressLine3, City, StateOrRegion, PostalCode, CountryCode } = address;
  const street = [AddressLine1, AddressLine2, AddressLine3].filter(Boolean).join(" ");
  const place =
    CountryCode === "JP"
      ? `${PostalCode ? `〒${PostalCode} ` : ""}${StateOrRegion ?? ""}${City ?? ""}${street}`
      : [street, City, [StateOrRegion, PostalCode].filter(Boolean).join(" "), CountryCode].filter(Boolean).join(", ");
  return [place, Name].filter(Boolean).join(" / ");
}

export const cardText = ({ brand, tail }) => say(words.common.card, { brand, tail });
