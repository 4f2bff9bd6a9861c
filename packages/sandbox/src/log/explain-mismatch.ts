// Why a signature does not match: tries the slips that callers make until one gives the signature that came. Pure.
import { inOrder, type SignedAttempt, signatureOf, textOf } from "./signed-attempt.ts";
import { type Knowledge, type Variant, variants, type Way } from "./variants.ts";

export interface Mismatch extends Knowledge {
  readonly verb: string;
  readonly path: string;
  readonly secretKey: string;
  readonly algorithm: SignedAttempt["algorithm"];
  /** As it arrived, decoded once. */
  readonly signature: string;
}

export interface Explanation {
  /** Names of the slips that together give the signature that came; none when no known slip does. */
  readonly variants: readonly string[];
  readonly en: string;
  readonly ja: string;
  /** What the sandbox signed. */
  readonly stringToSign: string;
  /** What the caller has signed, where that is known. */
  readonly signedInstead?: string | undefined;
}

/** Pairs of slips are tried on calls of ordinary size only: there are thousands of them. */
const pairsOfSlipsBytesMax = 8_192;
/** Access keys beyond so many are not tried. */
export const otherKeysMax = 50;

/** Names the first slip, else the first pair of slips in different parts, that gives the signature that came. */
export function explainMismatch(mismatch: Mismatch): Explanation {
  const right = rightAttempt(mismatch);
  const stringToSign = textOf(right);
  const all = variants.flatMap((variant) => variant.ways(right, mismatch).map((way) => ({ variant, way })));
  const slip = all.find(({ way }) => isIt(right, mismatch, way));
  if (slip) return explained([slip], right, stringToSign);
  if (stringToSign.length <= pairsOfSlipsBytesMax) {
    const sociable = all.filter(({ variant }) => !alone.has(variant.name));
    for (const [at, first] of sociable.entries()) {
      const bent = { ...right, ...first.way.bent };
      for (const second of sociable.slice(at + 1)) {
        if (!mayMeet(first, second)) continue;
        if (isIt(bent, mismatch, second.way)) return explained([first, second], bent, stringToSign);
      }
    }
  }
  return { variants: [], ...unknown(mismatch), stringToSign };
}

interface Slip {
  readonly variant: Variant;
  readonly way: Way;
}

/** Slips of many ways, or so rare that two at once are unheard of: with them a search would take tenths of a second. */
const alone: ReadonlySet<string> = new Set([
  "notAllSigned",
  "keyWithSpace",
  "accessKeyAsSecret",
  "otherLineEnds",
  "signatureInHex",
  "signatureSigned",
]);

const mayMeet = (a: Slip, b: Slip) => a.variant.part !== b.variant.part;

function rightAttempt(mismatch: Mismatch): SignedAttempt {
  const pairs = inOrder(mismatch.came.filter(({ name }) => name !== "Signature"));
  return {
    verb: mismatch.verb,
    host: mismatch.hostHeader.toLowerCase(),
    path: mismatch.path || "/",
    pairs,
    encode: ({ canonical }) => canonical,
    secretKey: mismatch.secretKey,
    algorithm: mismatch.algorithm,
    send: (base64) => base64,
    lineEnd: "\n",
    ends: "",
  };
}

/** The port may be signed or not, so each slip is tried with both. */
function isIt(right: SignedAttempt, { signature }: Mismatch, { bent }: Way): boolean {
  const attempt = { ...right, ...bent };
  if (signatureOf(attempt) === signature) return true;
  const host = attempt.host.replace(/:\d+$/, "");
  return bent.host === undefined && host !== attempt.host && signatureOf({ ...attempt, host }) === signature;
}

function explained(slips: readonly Slip[], right: SignedAttempt, stringToSign: string): Explanation {
  const details = slips.map(({ way }) => (way.detail ? ` (${way.detail})` : ""));
  const last = slips.at(-1) as Slip;
  return {
    variants: slips.map(({ variant }) => variant.name),
    en: slips.map(({ variant }, at) => variant.en.replace(/\.$/, `${details[at]}.`)).join(" "),
    ja: slips.map(({ variant }, at) => variant.ja.replace(/。$/, `${details[at]}。`)).join(""),
    stringToSign,
    signedInstead: textOf({ ...right, ...last.way.bent }),
  };
}

const unknown = ({ accessKey }: Mismatch) => ({
  en: `No known slip gives this signature: the secret key is most likely not that of ${accessKey}, or a parameter was changed on the way.`,
  ja: `既知の誤りでは説明できません。シークレットキーが ${accessKey} のものではないか、途中でパラメーターが変えられた可能性があります。`,
});
