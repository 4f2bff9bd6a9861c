import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { orderReferenceStates } from "@noren-pay/protocol/words";
import { type FormEvent, useState } from "react";
import type { OrdersSearch } from "../../router.tsx";
import { useWords } from "../../words/language.tsx";
import { orders as words } from "../../words/orders.ts";
import { shownState } from "../../words/states.ts";

interface Props {
  readonly value: OrdersSearch;
  readonly onChange: (next: OrdersSearch) => void;
}

/** Searches on Enter, not on each letter: names and addresses are not sent half typed. */
export function Filter({ value, onChange }: Props) {
  const { t } = useWords();
  const [text, setText] = useState(value.q ?? "");
  const { state } = value;
  const withState = state === undefined ? {} : { state };

  function submit(event: FormEvent) {
    event.preventDefault();
    const q = text.normalize("NFKC").trim();
    onChange({ ...withState, ...(q === "" ? {} : { q }) });
  }

  return (
    <search>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput
            type="search"
            label={t(words.search)}
            placeholder={t(words.searchHint)}
            aria-description={t(words.searchHint)}
            style={{ flex: "1 1 280px" }}
            maxLength={200}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <NativeSelect
            label={t(words.stateFilter)}
            style={{ flex: "0 1 180px" }}
            value={state ?? ""}
            onChange={(event) => {
              const chosen = event.currentTarget.value;
              const kept = value.q === undefined ? {} : { q: value.q };
              onChange({ ...kept, ...(chosen === "" ? {} : { state: chosen }) });
            }}
            data={[
              { value: "", label: t(words.allStates) },
              ...orderReferenceStates.map((each) => ({
                value: each,
                label: t(shownState("OrderReference", each).words),
              })),
            ]}
          />
          <Button type="submit">{t(words.search)}</Button>
          {value.q === undefined ? null : (
            <Button variant="default" onClick={() => onChange(withState)}>
              {t(words.clear)}
            </Button>
          )}
        </Group>
      </form>
    </search>
  );
}
