import { Group, Paper, Stack, Table, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand on the right. */
  readonly numeric?: boolean;
  /** On a phone: the card's first line, left or right, instead of a line with its title. */
  readonly onTop?: "left" | "right";
}

interface Props<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Whether a link in the row stands for all of it. */
  readonly linked?: boolean;
}

export const usePhone = () => useMediaQuery("(max-width: 48em)", undefined, { getInitialValueInEffect: false });

/** Rows of the same shape: a table, or cards where there is no room for one. */
export function Records<Row>(props: Props<Row>) {
  return usePhone() ? <Cards {...props} /> : <Rows {...props} />;
}

function Rows<Row>({ label, rows, columns, keyOf, linked = false }: Props<Row>) {
  return (
    <Table aria-label={label} verticalSpacing="sm" horizontalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ title, numeric }) => (
            <Table.Th key={title} ta={numeric ? "right" : "left"} fz="sm" c="gray.7" fw={600}>
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={keyOf(row)} className={linked ? "linked" : undefined}>
            {columns.map(({ title, cell, numeric }) => (
              <Table.Td key={title} ta={numeric ? "right" : "left"} className={numeric ? "number" : undefined}>
                {cell(row)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Cards<Row>({ label, rows, columns, keyOf, linked = false }: Props<Row>) {
  const left = columns.filter(({ onTop }) => onTop === "left");
  const right = columns.filter(({ onTop }) => onTop === "right");
  const lines = columns.filter(({ onTop }) => onTop === undefined);
  return (
    <Stack component="ul" gap="xs" p={0} m={0} aria-label={label} style={{ listStyle: "none" }}>
      {rows.map((row) => (
        <Paper component="li" withBorder p="sm" key={keyOf(row)} className={linked ? "linked" : undefined}>
          <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs" mb={6}>
            <div>
              {left.map(({ title, cell }) => (
                <div key={title}>{cell(row)}</div>
              ))}
            </div>
            <div className="number">
              {right.map(({ title, cell }) => (
                <div key={title}>{cell(row)}</div>
              ))}
            </div>
          </Group>
          <dl className="facts">
            {lines.map(({ title, cell }) => (
              <Line key={title} title={title}>
                {cell(row)}
              </Line>
            ))}
          </dl>
        </Paper>
      ))}
    </Stack>
  );
}

function Line({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  if (children === null || children === "") return null;
  return (
    <>
      <Text component="dt">{title}</Text>
      <dd>{children}</dd>
    </>
  );
}
