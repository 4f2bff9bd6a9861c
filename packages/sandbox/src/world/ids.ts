import type { Random } from "@noren-pay/base";
import { type Environment, idLetters, type Region, regions } from "@noren-pay/protocol";

const upperCase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const secretAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

const text = (random: Random, alphabet: string, length: number): string => {
  let made = "";
  for (let i = 0; i < length; i++) made += alphabet[random.int(alphabet.length)];
  return made;
};
const digits = (random: Random, count: number) => String(random.int(10 ** count)).padStart(count, "0");
const hex = (random: Random, bytes: number) => Buffer.from(random.bytes(bytes)).toString("hex");

/** `S03-1234567-7654321` */
export const newOrderReferenceId = (random: Random, environment: Environment, region: Region): string =>
  `${idLetters.OrderReference[environment]}0${regions[region].idDigit}-${digits(random, 7)}-${digits(random, 7)}`;

/** `C03-1234567-7654321` */
export const newBillingAgreementId = (random: Random, environment: Environment, region: Region): string =>
  `${idLetters.BillingAgreement[environment]}0${regions[region].idDigit}-${digits(random, 7)}-${digits(random, 7)}`;

/** `S03-1234567-7654321-A012345` */
export const newTransactionId = (random: Random, orderReferenceId: string, letter: "A" | "C" | "R"): string =>
  `${orderReferenceId}-${letter}${digits(random, 6)}`;

export const newSellerId = (random: Random) => `A${text(random, upperCase, 13)}`;
/** Begins so that nobody takes it for a key of Amazon's. */
export const newAccessKey = (random: Random) => `NOREN${text(random, upperCase, 15)}`;
export const newSecretKey = (random: Random) => text(random, secretAlphabet, 40);
export const newClientId = (random: Random) => `amzn1.application-oa2-client.${hex(random, 16)}`;
export const newClientSecret = (random: Random) => hex(random, 32);
export const newBuyerId = (random: Random) => `amzn1.account.${text(random, upperCase, 28)}`;
export const newAddressId = (random: Random) => `address-${text(random, upperCase, 10)}`;
export const newCardId = (random: Random) => `card-${text(random, upperCase, 10)}`;

/** Shaped like Amazon's, so that encoding bugs surface: `|`, `+`, `/` and `=` occur. */
export const newAccessToken = (random: Random) => `Atza|${Buffer.from(random.bytes(268)).toString("base64")}`;

/** `amzn.mws.` and a UUID. */
export const newAuthToken = (random: Random) => `amzn.mws.${newUuid(random)}`;
export const newChargebackId = (random: Random) => `CB${text(random, upperCase, 11)}`;

/** A version 4 UUID with dashes. */
export function newUuid(random: Random): string {
  const word = () => random.int(0x1_0000_0000).toString(16).padStart(8, "0");
  const [a, b, c, d] = [word(), word(), word(), word()];
  const variant = "89ab"[random.int(4)];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
}
