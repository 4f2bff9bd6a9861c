// Reasons for refusals that Amazon's own words leave in the dark. Nothing secret stands in them.
import { type Instant, seconds } from "@noren-pay/base";
import { parseTimestamp } from "@noren-pay/protocol";
import type { Signed } from "../http/wire-request.ts";
import type { SellerKey } from "../world/objects.ts";
import type { World } from "../world/world.ts";
import { explainMismatch, otherKeysMax } from "./explain-mismatch.ts";
import { textWithoutTokens, type Why } from "./request-log.ts";

/** Why the signature is not the one of this key. */
export function whyMismatch(world: World, key: SellerKey, { signature, method, arrived, read }: Signed): Why {
  const explanation = explainMismatch({
    verb: arrived.method,
    path: arrived.path,
    hostHeader: arrived.host,
    came: read,
    accessKey: key.accessKey,
    secretKey: key.secretKey,
    algorithm: method,
    signature,
    otherKeys: [...otherKeys(world, key)],
  });
  const { signedInstead } = explanation;
  return {
    ...explanation,
    stringToSign: textWithoutTokens(explanation.stringToSign),
    signedInstead: signedInstead === undefined ? undefined : textWithoutTokens(signedInstead),
  };
}

function* otherKeys(world: World, own: SellerKey): Generator<SellerKey> {
  let left = otherKeysMax;
  for (const { keys } of world.sellers.values()) {
    for (const key of keys) if (key !== own && left-- > 0) yield key;
    if (left <= 0) return;
  }
}

export const whyNoKey = (isDisabled: boolean): Why =>
  isDisabled
    ? { en: "The access key is disabled.", ja: "このアクセスキーは無効にされています。" }
    : {
        en: "No seller of this sandbox has this access key. Another seed gives other keys.",
        ja: "このサンドボックスに、このアクセスキーを持つ出品者はありません。シードが違うと、キーも違います。",
      };

export function whyTimestamp(text: string, wall: Instant): Why {
  const timestamp = parseTimestamp(text);
  if (timestamp === undefined) {
    return {
      en: "Write the timestamp as 2026-04-01T03:00:00Z, in UTC.",
      ja: "Timestampは 2026-04-01T03:00:00Z のように、UTCで書いてください。",
    };
  }
  const off = Math.round((timestamp - wall) / seconds(1));
  const zone = Math.abs(off) % 3_600 < 60 ? " It is off by whole hours: a local time was sent as UTC." : "";
  return {
    en: `The timestamp is ${Math.abs(off)} s ${off < 0 ? "behind" : "ahead of"} the sandbox's wall time.${zone}`,
    ja: `Timestampが、サンドボックスの実時刻から${Math.abs(off)}秒${off < 0 ? "遅れて" : "進んで"}います。`,
  };
}

export const whyOtherSeller = (owner: string, named: string): Why => ({
  en: `The access key belongs to ${owner}, but the call names ${named.slice(0, 100)}.`,
  ja: `アクセスキーは ${owner} のものですが、呼び出しは ${named.slice(0, 100)} を名乗っています。`,
});

export const whyFault = (faultId: string): Why => ({
  en: `The fault rule ${faultId} has struck.`,
  ja: `障害ルール ${faultId} によるものです。`,
});

export const whyThrottled = (operation: string): Why => ({
  en: `The published quota of ${operation} is used up; it refills in business time.`,
  ja: `${operation} の公開クォータを使い切りました。業務時刻で回復します。`,
});

/** As a header's value: one line of printable ASCII. */
export const whyHeader = ({ variants, en }: Why): string => {
  const named = variants?.length ? `${variants.join(", ")}: ${en}` : en;
  return named.replace(/[^\x20-\x7e]+/g, "?").slice(0, 500);
};
