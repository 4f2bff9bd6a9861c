import { mailKinds } from "@noren-pay/payments";
import { describe, expect, test } from "vitest";
import { urlFrom, writeMail } from "./templates.ts";

const values = {
  shopName: "Noren",
  sellerOrderId: "A-1",
  amazonOrderReferenceId: "S03-1234567-0000001",
  buyerName: "東雲 太郎",
  url: "https://shop.example.jp/pay?order=A-1",
  data: { daysLeft: 3, host: "shop.example.jp", amount: { amount: 10_800, currencyCode: "JPY" }, lastSafeAt: 0 },
};

describe("every mail", () => {
  const all = mailKinds.flatMap((kind) => (["ja", "en"] as const).map((language) => [kind, language] as const));
  test.each(all)("%s in %s has a subject, text and HTML, and no value is missing", (kind, language) => {
    const mail = writeMail(kind, language, values);
    const whole = `${mail.subject}\n${mail.text}\n${mail.html}`;
    expect(mail.subject).not.toBe("");
    expect(whole).not.toMatch(/undefined|\{link\}|\?日|null/);
    expect(/[ぁ-んァ-ン]/.test(mail.text)).toBe(language === "ja");
  });

  test("carries the buyer's link", () => {
    const { text, html } = writeMail("choosePaymentMethod", "ja", values);
    expect(text).toContain(values.url);
    expect(html).toContain(`href="${values.url}"`);
  });

  test("keeps a line break in a name out of its subject, and markup out of its HTML", () => {
    const mail = writeMail("choosePaymentMethod", "en", {
      ...values,
      shopName: "Shop\r\nBcc: all@example.com",
      buyerName: '<img src=x onerror="alert(1)">',
    });
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html).not.toContain("<img");
  });
});

describe("a link", () => {
  const ids = { orderId: "a b", sellerOrderId: "x&y" };
  const cases: [string, string | undefined, string | undefined][] = [
    [
      "is filled and escaped",
      "https://shop.example.jp/p?o={orderId}&s={sellerOrderId}",
      "https://shop.example.jp/p?o=a%20b&s=x%26y",
    ],
    ["is none without a template", undefined, undefined],
    ["is none when it is no address", "shop/{orderId}", undefined],
    ["is none when it would run a script", "javascript:alert({orderId})", undefined],
  ];
  test.each(cases)("%s", (_, template, expected) => expect(urlFrom(template, ids)).toBe(expected));
});
