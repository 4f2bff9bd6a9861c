import { TextInput } from "@mantine/core";
import { decimalsOf, type Price } from "../format/money.ts";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly currencyCode: Price["currencyCode"];
  readonly description?: string | undefined;
  readonly error?: string | undefined;
}

/** An amount as people type it; `parsePrice` reads it, full-width digits and separators too. */
export function PriceInput({ currencyCode, onChange, ...props }: Props) {
  return (
    <TextInput
      {...props}
      error={props.error}
      onChange={(event) => onChange(event.currentTarget.value)}
      inputMode={decimalsOf(currencyCode) === 0 ? "numeric" : "decimal"}
      autoComplete="off"
      required
      withAsterisk={false}
      leftSection={symbolOf(currencyCode)}
      leftSectionProps={{ "aria-hidden": true }}
      data-autofocus
    />
  );
}

const symbolOf = (currency: string) =>
  new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" })
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value;
