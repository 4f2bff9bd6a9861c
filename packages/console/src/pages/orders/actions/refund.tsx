import { NativeSelect, Text, Textarea } from "@mantine/core";
import type { OrderView } from "@noren-pay/server";
import { useEffect, useRef, useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { formatForInput, formatPrice, parsePrice } from "../../../format/money.ts";
import { formatTime } from "../../../format/time.ts";
import { PriceInput } from "../../../parts/price-input.tsx";
import {
  actions,
  confirmRefundWords,
  labels,
  leftWords,
  overCaptureWords,
  refundButton,
} from "../../../words/actions.ts";
import { useWords } from "../../../words/language.tsx";
import { leftOf, refundable } from "../possible.ts";
import { Dialog } from "./dialog.tsx";
import { type ActionDialogProps, noteLengthMax } from "./props.ts";

/** Gives money back: first how much, then, with the amount said again, whether really. */
export function RefundDialog({ order, version, onClose, onTaken }: ActionDialogProps) {
  const { t } = useWords();
  const [opened] = useState({ captures: refundable(order), version });
  const [captureId, setCaptureId] = useState(opened.captures.at(-1)?.captureId);
  const capture = opened.captures.find((each) => each.captureId === captureId) ?? opened.captures[0];
  const left = capture === undefined ? { ...order.total, amount: 0 } : leftOf(order, capture);
  const [text, setText] = useState(formatForInput(left));
  const [note, setNote] = useState("");
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const command = useCommand("refunds", order.orderId, opened.version);
  const amount = parsePrice(text, left.currencyCode);
  const valid = amount !== undefined && amount.amount > 0;

  function submit() {
    setTried(true);
    if (!valid || capture === undefined) return;
    if (!asking) return setAsking(true);
    const body = { amount, captureId: capture.captureId, ...(note.trim() === "" ? {} : { note: note.trim() }) };
    command.mutate(body, { onSuccess: onTaken, onError: () => setAsking(false) });
  }

  const said = valid ? formatPrice(amount) : "";
  return (
    <Dialog
      title={t(actions.refund)}
      onClose={onClose}
      onSubmit={submit}
      submit={asking ? t(refundButton(said)) : t(labels.next)}
      danger={asking}
      pending={command.isPending}
      error={command.error}
      errorAt={command.submittedAt}
      {...(asking ? { back: { label: t(labels.back), onClick: () => setAsking(false) } } : {})}
    >
      {asking && valid ? (
        <Really
          amount={said}
          warning={amount.amount > left.amount ? t(overCaptureWords(formatPrice(left))) : undefined}
          note={note.trim()}
        />
      ) : (
        <>
          <WhichCapture captures={opened.captures} value={capture?.captureId} onChange={setCaptureId} />
          <PriceInput
            label={t(labels.amount)}
            description={t(leftWords(formatPrice(left)))}
            value={text}
            onChange={setText}
            currencyCode={left.currencyCode}
            error={tried && !valid ? t(labels.amountInvalid) : undefined}
          />
          <Textarea
            label={t(labels.refundNote)}
            maxLength={noteLengthMax}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </>
      )}
    </Dialog>
  );
}

interface ReallyProps {
  readonly amount: string;
  readonly warning: string | undefined;
  readonly note: string;
}

/** Takes the focus, so that it is read out, and so that a key held too long does not answer it. */
function Really({ amount, warning, note }: ReallyProps) {
  const { t } = useWords();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => root.current?.focus(), []);
  return (
    <div ref={root} tabIndex={-1} style={{ outline: "none" }}>
      <Text size="lg" fw={650}>
        {t(confirmRefundWords(amount))}
      </Text>
      {warning === undefined ? null : (
        <Text size="sm" mt="xs" c="#9b2323">
          {warning}
        </Text>
      )}
      {note === "" ? null : (
        <Text size="sm" mt="xs">
          {t(labels.refundNote)}: {note}
        </Text>
      )}
    </div>
  );
}

interface WhichProps {
  readonly captures: readonly OrderView["captures"][number][];
  readonly value: string | undefined;
  readonly onChange: (captureId: string) => void;
}

function WhichCapture({ captures, value, onChange }: WhichProps) {
  const { t } = useWords();
  if (captures.length < 2) return null;
  return (
    <NativeSelect
      label={t(labels.capture)}
      value={value ?? ""}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={captures.map(({ captureId, createdAt, amount }) => ({
        value: captureId,
        label: `${formatTime(createdAt)}  ${formatPrice(amount)}`,
      }))}
    />
  );
}
