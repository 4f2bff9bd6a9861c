// Notices that a receiver must refuse: each with one thing wrong with it.
import { days, type Instant } from "@noren-pay/base";
import { formatTimestamp, type SnsEnvelope, snsStringToSign } from "@noren-pay/protocol";
import { type SigningKey, signNotice } from "./signing.ts";

export const forgeries = [
  "wrongKey",
  "wrongCertificate",
  "wrongHost",
  "changedBody",
  "oldTimestamp",
  "wrongTopic",
  "wrongSignatureVersion",
  "unsigned",
] as const;
export type Forgery = (typeof forgeries)[number];

export interface ForgeParts {
  /** The key that notices are rightly signed with. */
  readonly key: SigningKey;
  /** Another key; its certificate lies beside the right one and names somebody else. */
  readonly stranger?: SigningKey | undefined;
  readonly wall: Instant;
  readonly version: "1" | "2";
}

type Unsigned = Omit<SnsEnvelope, "Signature">;
const strangersHost = "sns.ap-northeast-1.amazonaws.com.example.com";
/** Under which `wrongTopic` is published. */
export const strangersTopic = "arn:aws:sns:ap-northeast-1:111111111111:SOMEBODYELSE";

/** Signs the envelope, and makes wrong of it what `forgery` names; undefined: nothing. */
export function signed(unsigned: Unsigned, forgery: Forgery | undefined, parts: ForgeParts): SnsEnvelope {
  const { key, stranger = key, wall, version } = parts;
  const signedBy = (by: SigningKey, envelope: Unsigned): SnsEnvelope => ({
    ...envelope,
    Signature: signNotice(by, snsStringToSign(envelope), version),
  });
  switch (forgery) {
    case undefined:
    case "wrongTopic": // The topic was another from the beginning, in the headers too.
      return signedBy(key, unsigned);
    case "wrongKey":
      return signedBy(stranger, unsigned);
    case "wrongCertificate":
      return signedBy(stranger, {
        ...unsigned,
        SigningCertURL: new URL(stranger.certificatePath, unsigned.SigningCertURL).href,
      });
    case "wrongHost":
      return signedBy(key, { ...unsigned, SigningCertURL: `https://${strangersHost}${key.certificatePath}` });
    case "changedBody":
      return { ...signedBy(key, unsigned), Message: changed(unsigned.Message) };
    case "oldTimestamp":
      return signedBy(key, { ...unsigned, Timestamp: formatTimestamp(wall - days(30)) });
    case "wrongSignatureVersion":
      return { ...signedBy(key, unsigned), SignatureVersion: version === "1" ? "2" : "1" };
    case "unsigned":
      return { ...unsigned, Signature: "" };
  }
}

/** More money than there was, or, where no money is named, one space more. */
function changed(message: string): string {
  const richer = message.replace("<Amount>", "<Amount>9");
  return richer === message ? `${message} ` : richer;
}
