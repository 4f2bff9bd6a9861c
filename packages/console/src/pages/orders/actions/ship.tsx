import { Alert, Radio, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { formatForInput, formatPrice, type Price, parsePrice } from "../../../format/money.ts";
import { PriceInput } from "../../../parts/price-input.tsx";
import { actions, captureButton, labels, overAuthorizedWords } from "../../../words/actions.ts";
import { useWords } from "../../../words/language.tsx";
import { mostToCapture } from "../possible.ts";
import { Dialog } from "./dialog.tsx";
import { type ActionDialogProps, noteLengthMax } from "./props.ts";

/** Captures what is authorized, or a part of it. */
export function ShipDialog({ order, now, version, onClose, onTaken }: ActionDialogProps) {
  const { t } = useWords();
  const [opened] = useState({ most: mostToCapture(order, now) ?? order.balances.remaining, version });
  const { most } = opened;
  const [how, setHow] = useState("whole");
  const [text, setText] = useState(formatForInput(most));
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const command = useCommand("shipments", order.orderId, opened.version);
  const amount = how === "whole" ? most : parsePrice(text, most.currencyCode);
  const wrong = faultOf(amount, most);

  function submit() {
    setTried(true);
    if (amount === undefined || wrong !== undefined) return;
    command.mutate({ amount, ...(note.trim() === "" ? {} : { note: note.trim() }) }, { onSuccess: onTaken });
  }

  return (
    <Dialog
      title={t(actions.ship)}
      onClose={onClose}
      onSubmit={submit}
      submit={amount === undefined ? t(actions.ship) : t(captureButton(formatPrice(amount)))}
      pending={command.isPending}
      error={command.error}
      errorAt={command.submittedAt}
    >
      <Radio.Group label={t(labels.howMuch)} value={how} onChange={setHow}>
        <Stack gap="xs" mt="xs">
          <Radio value="whole" label={`${t(labels.whole)} (${formatPrice(most)})`} data-autofocus />
          <Radio value="part" label={t(labels.part)} />
        </Stack>
      </Radio.Group>
      {how === "part" ? (
        <>
          <PriceInput
            label={t(labels.amount)}
            value={text}
            onChange={setText}
            currencyCode={most.currencyCode}
            error={tried && wrong !== undefined ? t(wrong) : undefined}
          />
          <Alert color="yellow" variant="light">
            {t(labels.partOfAuthorization)}
          </Alert>
        </>
      ) : null}
      <Textarea
        label={t(labels.note)}
        maxLength={noteLengthMax}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  );
}

function faultOf(amount: Price | undefined, most: Price) {
  if (amount === undefined || amount.amount < 1) return labels.amountInvalid;
  return amount.amount > most.amount ? overAuthorizedWords(formatPrice(most)) : undefined;
}
