import { Button, Group, Modal, Stack } from "@mantine/core";
import { type FormEvent, type MouseEvent, type ReactNode, useEffect, useState } from "react";
import { ProblemAlert } from "../../../parts/problem-alert.tsx";
import { common } from "../../../words/common.ts";
import { useWords } from "../../../words/language.tsx";

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly submit: string;
  readonly pending: boolean;
  readonly error?: unknown;
  readonly errorAt?: number;
  readonly danger?: boolean;
  readonly back?: { readonly label: string; readonly onClick: () => void };
  readonly children: ReactNode;
}

/**
 * A question with its answer buttons. The focus stays inside and goes back where it came from; Escape closes it, but not
 * while the answer is under way.
 */
export function Dialog(props: Props) {
  const { t } = useWords();
  const { title, onClose, onSubmit, submit, pending, error, danger = false, back } = props;
  useFocusGivenBack();
  function send(event: FormEvent) {
    event.preventDefault();
    if (!pending) onSubmit();
  }
  return (
    <Modal
      opened
      onClose={pending ? () => {} : onClose}
      title={title}
      centered
      // A click that slips beside it must not throw away what was typed.
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t(common.cancel) }}
      // Its header would count as the page's own otherwise.
      attributes={{ header: { role: "presentation" } }}
      styles={{ title: { fontWeight: 650, fontSize: "1.1rem" } }}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          {error ? <ProblemAlert key={props.errorAt} error={error} takesFocus /> : null}
          {props.children}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={back?.onClick ?? onClose} disabled={pending}>
              {back?.label ?? t(common.cancel)}
            </Button>
            <Button type="submit" onClick={onceOnly} color={danger ? "red.9" : "ai"} loading={pending}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The second click of a double click does not answer the question that the first one has brought up. */
function onceOnly(event: MouseEvent) {
  if (event.detail > 1) event.preventDefault();
}

/** When the dialog is gone the focus is again where it was before: the library does so only for dialogs that stay mounted. */
function useFocusGivenBack() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus();
    },
    [before],
  );
}
