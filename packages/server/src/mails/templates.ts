// What mails say, in Japanese and English. Pure: values in, subject, text and HTML out.
import { currencyDecimals, type Price } from "@noren-pay/base";
import type { MailKind } from "@noren-pay/payments";

export interface MailValues {
  readonly shopName: string;
  readonly sellerOrderId?: string | undefined;
  readonly amazonOrderReferenceId?: string | undefined;
  readonly buyerName?: string | undefined;
  /** Where the buyer chooses another payment method. */
  readonly url?: string | undefined;
  /** The event's own data. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Written {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Words {
  readonly subject: string;
  readonly lines: readonly string[];
}

type Template = (values: MailValues) => Words;

const linkMark = "{link}";

const japanese: Record<MailKind, Template> = {
  choosePaymentMethod: ({ shopName, sellerOrderId, buyerName }) => ({
    subject: `【${shopName}】お支払い方法の変更をお願いします（ご注文番号 ${sellerOrderId}）`,
    lines: [
      ...(buyerName === undefined ? [] : [`${buyerName} 様`]),
      `${shopName}をご利用いただきありがとうございます。`,
      `ご注文（注文番号 ${sellerOrderId}）のAmazon Payでのお支払いが承認されませんでした。`,
      "お手数ですが、次のページで別のお支払い方法をお選びください。",
      linkMark,
      "お支払い方法を変更されると、ご注文の手続きは自動的に再開されます。",
    ],
  }),
  authorizationRunsOut: ({ sellerOrderId, amazonOrderReferenceId, data }) => ({
    subject: `オーソリの有効期限が近づいています（注文 ${sellerOrderId}、残り${daysLeft(data)}日）`,
    lines: [
      `注文 ${sellerOrderId}（Amazon注文番号 ${amazonOrderReferenceId}）のオーソリは、あと${daysLeft(data)}日で期限切れになります。`,
      ...amountLine(data, (amount) => `オーソリの金額: ${amount}`),
      ...momentLine(data, (moment) => `売上請求の期限: ${moment}`),
      "商品を出荷できる場合は、期限までに売上請求を行ってください。",
    ],
  }),
  webhookDisabled: ({ data }) => ({
    subject: `Webhookの送信を停止しました（${data.host}）`,
    lines: [
      `${data.host} へのWebhookが受け付けられない状態が続いたため、送信を停止しました。`,
      "受信側を確認し、APIでエンドポイントを有効に戻してください。停止までに送れなかった通知は手動で再送できます。",
    ],
  }),
};

const english: Record<MailKind, Template> = {
  choosePaymentMethod: ({ shopName, sellerOrderId, buyerName }) => ({
    subject: `${shopName}: please choose another payment method (order ${sellerOrderId})`,
    lines: [
      ...(buyerName === undefined ? [] : [`Dear ${buyerName},`]),
      `Thank you for shopping at ${shopName}.`,
      `Your Amazon Pay payment for order ${sellerOrderId} was not approved.`,
      "Please choose another payment method on this page:",
      linkMark,
      "Your order goes on by itself as soon as you have done so.",
    ],
  }),
  authorizationRunsOut: ({ sellerOrderId, amazonOrderReferenceId, data }) => ({
    subject: `An authorization runs out soon (order ${sellerOrderId}, ${daysLeft(data)} days left)`,
    lines: [
      `The authorization of order ${sellerOrderId} (Amazon ${amazonOrderReferenceId}) runs out in ${daysLeft(data)} days.`,
      ...amountLine(data, (amount) => `Amount authorized: ${amount}`),
      ...momentLine(data, (moment) => `Capture before: ${moment}`),
      "If the goods can be shipped, capture before then.",
    ],
  }),
  webhookDisabled: ({ data }) => ({
    subject: `Webhooks to ${data.host} were switched off`,
    lines: [
      `${data.host} has taken no webhook for a long time, so Noren sends it no more.`,
      "Look at the receiver and switch the endpoint on again through the API. What was not taken can be sent again by hand.",
    ],
  }),
};

const templates = { ja: japanese, en: english } as const;

export function writeMail(kind: MailKind, language: "ja" | "en", values: MailValues): Written {
  const { subject, lines } = templates[language][kind](values);
  const url = values.url ?? "";
  const text = lines.map((line) => (line === linkMark ? url : oneLine(line))).join("\n\n");
  const paragraphs = lines.map((line) =>
    line === linkMark ? `<p><a href="${escapeHtml(url)}">${escapeHtml(url)}</a></p>` : `<p>${escapeHtml(line)}</p>`,
  );
  return {
    subject: oneLine(subject),
    text: `${text}\n`,
    html: `<!doctype html><html lang="${language}"><meta charset="utf-8"><body>${paragraphs.join("")}</body></html>`,
  };
}

/** Fills `{orderId}`, `{sellerOrderId}` and `{amazonOrderReferenceId}`; undefined unless an http(s) address comes out. */
export function urlFrom(template: string | undefined, ids: Readonly<Record<string, string>>): string | undefined {
  const filled = template?.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(ids, name) ? encodeURIComponent(ids[name] ?? "") : whole,
  );
  return filled !== undefined && URL.canParse(filled) && /^https?:/.test(filled) ? new URL(filled).href : undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what must not reach a header
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** A header is one line: a name with a line break in it cannot add another header. */
export const oneLine = (text: string): string => text.replace(controls, " ").trim();

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string): string => oneLine(text).replace(/[&<>"']/g, (each) => escapes[each] ?? each);

const daysLeft = (data: MailValues["data"]): string =>
  typeof data.daysLeft === "number" ? String(data.daysLeft) : "?";

function amountLine(data: MailValues["data"], line: (amount: string) => string): string[] {
  const price = data.amount as Price | undefined;
  if (typeof price?.amount !== "number" || !Object.hasOwn(currencyDecimals, price.currencyCode)) return [];
  const decimals = currencyDecimals[price.currencyCode];
  return [line(`${(price.amount / 10 ** decimals).toFixed(decimals)} ${price.currencyCode}`)];
}

function momentLine(data: MailValues["data"], line: (moment: string) => string): string[] {
  const moment = data.lastSafeAt ?? data.runsOutAt ?? data.expiresAt;
  return typeof moment === "number"
    ? [line(`${new Date(moment).toISOString().slice(0, 16).replace("T", " ")} UTC`)]
    : [];
}
