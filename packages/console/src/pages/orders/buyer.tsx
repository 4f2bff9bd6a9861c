import { Text } from "@mantine/core";
import type { OrderWithBuyer } from "@noren-pay/server";
import { Section } from "../../parts/section.tsx";
import { useWords } from "../../words/language.tsx";
import { order as words } from "../../words/orders.ts";

type BuyerData = NonNullable<OrderWithBuyer["buyer"]>;

/** The buyer's own data: staff who are signed in see it, nobody else. */
export function Buyer({ buyer }: { readonly buyer: BuyerData | undefined }) {
  const { t } = useWords();
  return (
    <Section title={t(words.buyer)}>
      {buyer === undefined ? <Text c="gray.7">{t(words.noBuyer)}</Text> : <Data buyer={buyer} />}
    </Section>
  );
}

function Data({ buyer: { name, email, phone, address } }: { readonly buyer: BuyerData }) {
  const { t } = useWords();
  const lines = address === undefined ? [] : addressLines(address);
  const rows: [string, string[]][] = [
    [t(words.name), present(name)],
    [t(words.email), present(email)],
    [t(words.phone), present(phone ?? address?.phone)],
    [t(words.address), lines],
  ];
  return (
    <dl className="facts">
      {rows
        .filter(([, values]) => values.length > 0)
        .map(([title, values]) => (
          <Row key={title} title={title} lines={values} />
        ))}
    </dl>
  );
}

function Row({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </dd>
    </>
  );
}

const present = (text: string | undefined): string[] => (text === undefined || text === "" ? [] : [text]);

/** As it is written on a Japanese parcel: postal code, prefecture and city, the lines, the name. */
export function addressLines(address: NonNullable<BuyerData["address"]>): string[] {
  const { postalCode, stateOrRegion, city, addressLine1, addressLine2, addressLine3, name, countryCode } = address;
  const japanese = countryCode === undefined || countryCode === "JP";
  return [
    postalCode === undefined ? undefined : japanese ? `〒${postalCode}` : postalCode,
    [stateOrRegion, city].filter(Boolean).join(japanese ? "" : " "),
    addressLine1,
    addressLine2,
    addressLine3,
    name,
    japanese ? undefined : countryCode,
  ].flatMap(present);
}
