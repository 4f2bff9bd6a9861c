// What delivery costs, by prefecture. Amazon gives the prefecture in Japanese, but test data has other spellings too.

const remote: readonly RegExp[] = [/^北海道$|^hokkaido$/i, /^沖縄(県)?$|^okinawa(-ken)?$/i];

/** Yen; undefined when the shop does not deliver there. */
export function shippingFee(address: { countryCode?: string; stateOrRegion?: string }): number | undefined {
  if (address.countryCode !== undefined && address.countryCode !== "JP") return undefined;
  const prefecture = (address.stateOrRegion ?? "").normalize("NFKC").trim();
  return remote.some((pattern) => pattern.test(prefecture)) ? 1200 : 600;
}
