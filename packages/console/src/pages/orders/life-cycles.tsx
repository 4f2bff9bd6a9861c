import { SegmentedControl, Text } from "@mantine/core";
import { kindWords, lifeCycles, type ObjectKind, wordsOfReason } from "@noren-pay/protocol/words";
import type { OrderView } from "@noren-pay/server";
import { useState } from "react";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/language.tsx";
import { order as words } from "../../words/orders.ts";
import { shownState } from "../../words/states.ts";
import { LifeCycleDrawing } from "./life-cycle.tsx";

interface Shown {
  readonly kind: ObjectKind;
  readonly state: string;
  readonly reasonCode?: string | undefined;
}

/** The order itself, and the latest of what belongs to it. */
function shownOf(order: OrderView): readonly Shown[] {
  const latest = (kind: ObjectKind, list: readonly Omit<Shown, "kind">[]): Shown[] => {
    const last = list.at(-1);
    return last === undefined ? [] : [{ kind, state: last.state, reasonCode: last.reasonCode }];
  };
  return [
    { kind: "OrderReference", state: order.state, reasonCode: order.reasonCode },
    ...latest("Authorization", order.authorizations),
    ...latest("Capture", order.captures),
    ...latest("Refund", order.refunds),
  ];
}

/** Where the order, its authorization, capture and refund stand in their lives. */
export function LifeCycles({ order }: { readonly order: OrderView }) {
  const { t } = useWords();
  const [chosen, choose] = useState<ObjectKind>("OrderReference");
  const all = shownOf(order);
  const shown = all.find(({ kind }) => kind === chosen) ?? all[0];
  if (shown === undefined) return null;
  const { kind, state, reasonCode } = shown;
  return (
    <Section title={t(words.lifeCycle)}>
      <SegmentedControl
        fullWidth
        size="xs"
        mb="md"
        aria-label={t(words.lifeCycleOf)}
        value={kind}
        onChange={(value) => choose(value as ObjectKind)}
        data={all.map((each) => ({ value: each.kind, label: t(kindWords[each.kind]) }))}
      />
      <LifeCycleDrawing kind={kind} lifeCycle={lifeCycles[kind]} state={state} />
      <Text size="sm" mt="sm">
        {t(kindWords[kind])}: <strong>{t(shownState(kind, state).words)}</strong>
        {reasonCode === undefined ? null : ` – ${t(wordsOfReason(kind, reasonCode))}`}
      </Text>
    </Section>
  );
}
