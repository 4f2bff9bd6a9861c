import type { Words } from "@noren-pay/protocol/words";
import type { TimeLeft } from "../format/time.ts";

export const time = {
  title: { ja: "Sandboxの時刻", en: "The sandbox's time" },
  lead: {
    ja: "時刻を進めると、その間に起きること（オーソリの期限切れ、返金の完了、通知など）が順番どおりに起こります。戻すことはできません。",
    en: "Everything due in between happens in its order: authorizations run out, refunds complete, notifications arrive. There is no way back.",
  },
  now: { ja: "現在の時刻 (JST)", en: "Now (JST)" },
  advance: { ja: "時刻を進める", en: "Move time on" },
  hour: { ja: "＋1時間", en: "+1 hour" },
  day: { ja: "＋1日", en: "+1 day" },
  week: { ja: "＋7日", en: "+7 days" },
  month: { ja: "＋30日", en: "+30 days" },
  running: { ja: "時刻を進めています…", en: "Moving time on…" },
  forbidden: { ja: "時刻を進める権限がありません。", en: "You do not have the right to move time." },
  notMovable: {
    ja: "時刻を進められるのは、ローカルのSandboxに接続しているときだけです。",
    en: "Time can be moved only against a local sandbox.",
  },
} as const satisfies Record<string, Words>;

export const advancedWords = (to: string, steps: number): Words => ({
  ja: `${to} まで進めました（${steps.toLocaleString("en")}段階）。`,
  en: `It is now ${to} (${steps.toLocaleString("en")} ${steps === 1 ? "step" : "steps"}).`,
});

export function timeLeftWords({ unit, count }: TimeLeft): Words {
  switch (unit) {
    case "days":
      return { ja: `あと${count}日`, en: `${count} days left` };
    case "hours":
      return { ja: `あと${count}時間`, en: `${count} ${count === 1 ? "hour" : "hours"} left` };
    case "minutes":
      return { ja: `あと${count}分`, en: `${count} ${count === 1 ? "minute" : "minutes"} left` };
    case "over":
      return { ja: "期限切れ", en: "Expired" };
  }
}
