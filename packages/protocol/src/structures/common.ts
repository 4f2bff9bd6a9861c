// Building blocks of Amazon's data types. Source: API reference, Data types.
import { group, integer, list, optional, price, text, timestamp, word } from "../fields.ts";
import { limits } from "../tables/limits.ts";

/** The merchant's own id of an Authorization, Capture or Refund; unique per seller and operation. */
export const referenceId = () => text({ min: 1, max: limits.referenceIdLengthMax, pattern: /^[A-Za-z0-9_-]+$/ });

export const note = () => text({ max: limits.noteLengthMax });
export const softDescriptor = () => text({ max: limits.softDescriptorLengthMax });

/** Minutes until an asynchronous authorization is given up; 0 makes it synchronous. */
export const transactionTimeout = () =>
  integer({ min: 0, max: limits.transactionTimeoutMinutesMax, step: limits.transactionTimeoutMinutesStep });

export const status = <const S extends string, const R extends string>(states: readonly S[], reasons: readonly R[]) =>
  group({
    State: word(...states),
    LastUpdateTimestamp: optional(timestamp()),
    ReasonCode: optional(word(...reasons)),
    ReasonDescription: optional(text()),
  });

/** Known after confirmation. */
export const buyer = group({ Name: optional(text()), Email: optional(text()), Phone: optional(text()) });

/** A postal address. In Japan City, County and District are not used and AddressLine3 is the company or building. */
export const address = group({
  Name: optional(text()),
  AddressLine1: optional(text()),
  AddressLine2: optional(text()),
  AddressLine3: optional(text()),
  City: optional(text()),
  County: optional(text()),
  District: optional(text()),
  StateOrRegion: optional(text()),
  PostalCode: optional(text()),
  CountryCode: optional(text()),
  Phone: optional(text()),
});

export const destination = group({ DestinationType: word("Physical"), PhysicalDestination: optional(address) });
export const billingAddress = group({ AddressType: word("Physical"), PhysicalAddress: optional(address) });

export const releaseEnvironment = word("Live", "Sandbox");

/** Shares of a capture that go to solution providers. */
export const providerCredits = () => list(group({ ProviderId: text(), CreditAmount: price() }));
export const providerCreditReversals = () => list(group({ ProviderId: text(), CreditReversalAmount: price() }));
