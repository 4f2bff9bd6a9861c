import { Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { common } from "../words/common.ts";
import { useWords } from "../words/language.tsx";

/** A page with its heading, which takes the focus when the page is opened: so its name is read out first. */
export function Page(props: {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} | ${t(common.product)}`;
  }, [props.title, t]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1} size="h2" tabIndex={-1} ref={heading}>
            {props.title}
          </Title>
          {props.lead === undefined ? null : (
            <Text size="sm" c="gray.7" mt={4}>
              {props.lead}
            </Text>
          )}
        </div>
        {props.beside}
      </Group>
      {props.children}
    </Stack>
  );
}
