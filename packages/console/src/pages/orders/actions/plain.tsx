import { Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useCommand } from "../../../api/queries.ts";
import { actions, labels } from "../../../words/actions.ts";
import { useWords } from "../../../words/language.tsx";
import { Dialog } from "./dialog.tsx";
import { type ActionDialogProps, reasonLengthMax } from "./props.ts";

export const CancelDialog = (props: ActionDialogProps) => <EndDialog {...props} action="cancel" />;
export const CloseDialog = (props: ActionDialogProps) => <EndDialog {...props} action="close" />;

const texts = { cancel: labels.cancelText, close: labels.closeText } as const;

/** Ends an order, with a reason if there is one to tell. */
function EndDialog({ action, order, version, onClose, onTaken }: ActionDialogProps & { action: "cancel" | "close" }) {
  const { t } = useWords();
  const [opened] = useState(version);
  const [reason, setReason] = useState("");
  const command = useCommand(action, order.orderId, opened);
  return (
    <Dialog
      title={t(actions[action])}
      onClose={onClose}
      onSubmit={() => command.mutate(reason.trim() === "" ? {} : { reason: reason.trim() }, { onSuccess: onTaken })}
      submit={t(actions[action])}
      danger
      pending={command.isPending}
      error={command.error}
      errorAt={command.submittedAt}
    >
      <Text>{t(texts[action])}</Text>
      <Textarea
        label={t(labels.reason)}
        maxLength={reasonLengthMax}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </Dialog>
  );
}

/** Asks for what is not captured yet once more. */
export function RetryDialog({ order, version, onClose, onTaken }: ActionDialogProps) {
  const { t } = useWords();
  const [opened] = useState(version);
  const command = useCommand("retry", order.orderId, opened);
  return (
    <Dialog
      title={t(actions.retry)}
      onClose={onClose}
      onSubmit={() => command.mutate({}, { onSuccess: onTaken })}
      submit={t(actions.retry)}
      pending={command.isPending}
      error={command.error}
      errorAt={command.submittedAt}
    >
      <Text>{t(labels.retryText)}</Text>
    </Dialog>
  );
}
