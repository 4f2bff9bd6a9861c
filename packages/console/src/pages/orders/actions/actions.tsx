import { Alert, Button, Loader, Paper, SimpleGrid, Text, Title } from "@mantine/core";
import type { OrderView } from "@noren-pay/server";
import { type ComponentType, useEffect, useId, useRef, useState } from "react";
import { actions, obstacles } from "../../../words/actions.ts";
import { constraintWordsOf } from "../../../words/constraints.ts";
import { useWords } from "../../../words/language.tsx";
import { nextStepWords } from "../../../words/next-steps.ts";
import { order as words } from "../../../words/orders.ts";
import { type Tone, toneColors } from "../../../words/tones.ts";
import type { ActionName, Possible } from "../possible.ts";
import { type Said, saidOf } from "./outcome.ts";
import { CancelDialog, CloseDialog, RetryDialog } from "./plain.tsx";
import type { ActionDialogProps } from "./props.ts";
import { RefundDialog } from "./refund.tsx";
import { ShipDialog } from "./ship.tsx";

const dialogs = {
  ship: ShipDialog,
  refund: RefundDialog,
  retry: RetryDialog,
  cancel: CancelDialog,
  close: CloseDialog,
} as const satisfies Record<ActionName, ComponentType<ActionDialogProps>>;

/** What the next step calls for, where it is something that staff do here. */
const primaryOf: Partial<Record<OrderView["nextStep"], ActionName>> = {
  shipIt: "ship",
  authorizeAgain: "retry",
  chooseAnotherPaymentMethod: "retry",
};

interface Props {
  readonly order: OrderView;
  readonly possible: Possible;
  readonly now: number | undefined;
  readonly version: string;
}

/** What is to be done next, everything that can be done, and what came of what was done. */
export function ActionsSection({ order, possible, now, version }: Props) {
  const [open, setOpen] = useState<ActionName>();
  const [said, setSaid] = useState<Said>();
  const Opened = open === undefined ? undefined : dialogs[open];
  return (
    <>
      {said === undefined ? null : <Outcome said={said} onClose={() => setSaid(undefined)} />}
      <NextStepCard order={order} possible={possible} onOpen={setOpen} />
      {Opened === undefined || open === undefined ? null : (
        <Opened
          order={order}
          now={now}
          version={version}
          onClose={() => setOpen(undefined)}
          onTaken={(answer) => {
            setOpen(undefined);
            setSaid(saidOf(open, answer));
          }}
        />
      )}
    </>
  );
}

const borders: Readonly<Record<Tone, string>> = {
  good: "#1d7a5f",
  todo: "#2a5593",
  wait: "#c98a00",
  bad: "#c23b3b",
  quiet: "#9aa5b8",
};

interface CardProps {
  readonly order: OrderView;
  readonly possible: Possible;
  readonly onOpen: (action: ActionName) => void;
}

function NextStepCard({ order, possible, onOpen }: CardProps) {
  const { t } = useWords();
  const id = useId();
  const { title, text, tone } = nextStepWords[order.nextStep];
  const primary = primaryOf[order.nextStep];
  return (
    <Paper
      component="section"
      withBorder
      p={{ base: "md", sm: "lg" }}
      aria-labelledby={id}
      style={{ borderLeft: `6px solid ${borders[tone]}` }}
    >
      <Text size="xs" c="gray.7">
        {t(words.whatNext)}
      </Text>
      <Title order={2} size="h3" id={id} style={{ display: "flex", alignItems: "center", gap: 10 }}>
        {t(title)}
        {order.nextStep === "waitForAmazon" ? <Loader size="sm" aria-hidden="true" /> : null}
      </Title>
      <Text mt={4} aria-live="polite">
        {t(text)}
      </Text>
      {order.constraints.length === 0 ? null : (
        <ul aria-label={t(words.constraints)}>
          {order.constraints.map((each) => (
            <li key={each}>{t(constraintWordsOf(each))}</li>
          ))}
        </ul>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 5 }} mt="lg" spacing="sm" role="group" aria-label={t(words.actions)}>
        {(Object.keys(dialogs) as ActionName[]).map((name) => (
          <ActionButton key={name} name={name} primary={name === primary} obstacle={possible[name]} onOpen={onOpen} />
        ))}
      </SimpleGrid>
    </Paper>
  );
}

interface ButtonProps {
  readonly name: ActionName;
  readonly primary: boolean;
  readonly obstacle: Possible[ActionName];
  readonly onOpen: (action: ActionName) => void;
}

/** A button, and under it why it cannot be pressed: a reason that only shows on hovering reaches nobody. */
function ActionButton({ name, primary, obstacle, onOpen }: ButtonProps) {
  const { t } = useWords();
  const id = useId();
  const ends = name === "cancel" || name === "close";
  return (
    <div>
      <Button
        fullWidth
        px={8}
        variant={primary && obstacle === undefined ? "filled" : "default"}
        {...(ends && obstacle === undefined ? { c: "#9b2323" } : {})}
        disabled={obstacle !== undefined}
        aria-describedby={obstacle === undefined ? undefined : id}
        onClick={() => onOpen(name)}
      >
        {t(actions[name])}
      </Button>
      {obstacle === undefined ? null : (
        <Text id={id} size="xs" c="gray.7" mt={4}>
          {t(obstacles[obstacle])}
        </Text>
      )}
    </div>
  );
}

const outcomeColors = { well: toneColors.good, waiting: toneColors.wait, look: toneColors.bad } as const;

function Outcome({ said, onClose }: { readonly said: Said; readonly onClose: () => void }) {
  const { t } = useWords();
  const root = useRef<HTMLDivElement>(null);
  // The dialog gives the focus back to its button, which may be disabled by now: what came of it is read instead.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new outcome takes the focus anew
  useEffect(() => root.current?.focus(), [said]);
  return (
    <Alert
      ref={root}
      tabIndex={-1}
      role="status"
      color={outcomeColors[said.how]}
      variant="light"
      withCloseButton
      closeButtonLabel="×"
      onClose={onClose}
    >
      {t(said.words)}
    </Alert>
  );
}
