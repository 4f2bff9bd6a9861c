// Who and what a fresh sandbox holds. All names, addresses and numbers are composed.
import type { AddressFields, CardSimulation } from "./objects.ts";

const japan = (fields: AddressFields): AddressFields => ({ ...fields, CountryCode: "JP" });

export const seedAddresses = (name: string, phone: string): readonly AddressFields[] => [
  japan({
    Name: name,
    PostalCode: "153-0064",
    StateOrRegion: "東京都",
    AddressLine1: "目黒区下目黒9-9-9",
    AddressLine2: "サンプルビル10F",
    Phone: phone,
  }),
  japan({
    Name: name,
    PostalCode: "060-0000",
    StateOrRegion: "北海道",
    AddressLine1: "札幌市中央区北九条西99-9-9",
    AddressLine2: "見本マンション203",
    AddressLine3: "架空商事株式会社",
    Phone: phone,
  }),
  japan({
    Name: name,
    PostalCode: "900-0000",
    StateOrRegion: "沖縄県",
    AddressLine1: "那覇市架空9-9-9",
    Phone: phone,
  }),
  {
    Name: name,
    AddressLine1: "999 Example Avenue",
    City: "Seattle",
    StateOrRegion: "WA",
    PostalCode: "98199",
    CountryCode: "US",
    Phone: phone,
  },
];

interface SeedCard {
  readonly brand: string;
  readonly tail: string;
  readonly simulation?: CardSimulation;
}

/** The good cards first; the starred ones bring about what their simulation says. */
export const seedCards: readonly SeedCard[] = [
  { brand: "Visa", tail: "1111" },
  { brand: "Mastercard", tail: "4444" },
  { brand: "JCB", tail: "0000" },
  { brand: "American Express", tail: "0005" },
  { brand: "Visa", tail: "3434", simulation: "InvalidPaymentMethod" },
  { brand: "Visa", tail: "2323", simulation: "AmazonRejected" },
  { brand: "Visa", tail: "5656", simulation: "TransactionTimedOut" },
  { brand: "Visa", tail: "4545", simulation: "PaymentMethodNotAllowed" },
];

export const seedBuyers = [
  { name: "山田 太郎", email: "taro.yamada@example.com", phone: "0300000000" },
  { name: "鈴木 花子", email: "hanako.suzuki@example.com", phone: "0600000000" },
] as const;

/** Every seeded buyer's password; the sign-in page of a sandbox may show it. */
export const seedPassword = "noren-test";

export const seedSellerName = "Noren テストストア";
