// What befalls notices that are yet to be written. Unlike faults they are part of the world: a restart keeps them.
import { isChosen } from "../chance.ts";
import type { Forgery } from "./forgeries.ts";
import type { Notice, NoticeContent } from "./store.ts";

export const noticeRuleKinds = ["hold", "drop", "delay", "duplicate", "forge"] as const;
export type NoticeRuleKind = (typeof noticeRuleKinds)[number];

export interface NewNoticeRule {
  readonly kind: NoticeRuleKind;
  /** These four choose notices; left out: any. */
  readonly sellerId?: string | undefined;
  readonly type?: NoticeContent["type"] | undefined;
  /** Of this object; of an order reference, everything that hangs on it. */
  readonly objectId?: string | undefined;
  /** How many notices it befalls; null: all from now on. */
  readonly count: number | null;
  /** From 0 to 1: for each notice that fits, drawn from the seed. */
  readonly probability: number;
  /** `delay`: business time. */
  readonly ms?: number | undefined;
  /** `duplicate`: how many more than one are sent. */
  readonly copies?: number | undefined;
  /** `forge`: how. */
  readonly forgery?: Forgery | undefined;
}

export interface NoticeRule extends NewNoticeRule {
  readonly ruleId: string;
  /** How many notices it has befallen. */
  fired: number;
  /** How many have fitted, whether or not chance chose them. */
  met: number;
}

/** The rules in the order in which they were made. All that fit befall a notice, one after the other. */
export class NoticeRules {
  readonly rules: NoticeRule[] = [];
  made = 0;

  add(rule: NewNoticeRule): NoticeRule {
    this.made += 1;
    const added: NoticeRule = { ...rule, ruleId: `notice-rule-${this.made}`, fired: 0, met: 0 };
    this.rules.push(added);
    return added;
  }

  /** Takes one back, or all; false when there is no such rule. */
  remove(ruleId?: string): boolean {
    const at = ruleId === undefined ? 0 : this.rules.findIndex((rule) => rule.ruleId === ruleId);
    if (at >= 0) this.rules.splice(at, ruleId === undefined ? this.rules.length : 1);
    return at >= 0;
  }

  befall(notice: Notice, seed: string): void {
    for (const rule of this.rules) {
      if (!fits(rule, notice) || (rule.count !== null && rule.fired >= rule.count)) continue;
      rule.met += 1;
      if (!isChosen(`${seed}/${rule.ruleId}`, rule.met, rule.probability)) continue;
      rule.fired += 1;
      strike(rule, notice);
    }
  }
}

function fits(rule: NoticeRule, notice: Notice): boolean {
  return (
    (rule.sellerId === undefined || rule.sellerId === notice.sellerId) &&
    (rule.type === undefined || rule.type === notice.content.type) &&
    (rule.objectId === undefined || hangsOn(rule.objectId, notice.objectId))
  );
}

/** Ids of what hangs on an order reference begin with its own. */
export const hangsOn = (id: string, objectId: string): boolean => objectId === id || objectId.startsWith(`${id}-`);

function strike(rule: NoticeRule, notice: Notice): void {
  switch (rule.kind) {
    case "drop":
      notice.state = "dropped";
      return;
    case "hold":
      if (notice.state === "waiting") notice.state = "held";
      return;
    case "delay":
      notice.nextAttemptAt += rule.ms ?? 0;
      return;
    case "duplicate":
      notice.copiesLeft = (notice.copiesLeft ?? 0) + (rule.copies ?? 1);
      return;
    case "forge":
      notice.forgery = rule.forgery;
      return;
  }
}
