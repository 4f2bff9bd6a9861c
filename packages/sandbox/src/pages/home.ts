// What somebody sees who opens the sandbox's own address: what this is, and what a shop needs to use it.
import type { FrontAnswer, FrontRequest } from "../http/front.ts";
import { seedPassword } from "../world/seed.ts";
import { page } from "./answers.ts";
import { html } from "./html.ts";
import { chooseLanguage, type Language } from "./language.ts";
import { notAmazon, wholePage } from "./layout.ts";
import type { BuyersSide } from "./sandbox.ts";

interface HomeWords {
  readonly intro: string;
  readonly shop: string;
  readonly seller: string;
  readonly clientId: string;
  readonly buyers: string;
  readonly buyersText: string;
  readonly time: string;
  readonly console: string;
  readonly admin: string;
}

const homeWords: Readonly<Record<Language, HomeWords>> = {
  ja: {
    intro: "お使いのコンピューターで動く、Amazon Payのテスト環境です。実際の支払いは発生しません。",
    shop: "店舗の設定",
    seller: "出品者ID",
    clientId: "クライアントID",
    buyers: "テスト用の購入者",
    buyersText: `どの購入者も、初期パスワードは ${seedPassword} です。`,
    time: "業務時刻",
    console: "コンソールを開く (時計・注文・リクエスト・通知)",
    admin: "管理API (OpenAPI)",
  },
  en: {
    intro: "A test environment for Amazon Pay on your own machine. No real payment ever happens here.",
    shop: "Settings for a shop",
    seller: "Seller ID",
    clientId: "Client ID",
    buyers: "Test buyers",
    buyersText: `Every buyer's first password is ${seedPassword}.`,
    time: "Business time",
    console: "Open the console: clock, orders, requests, notifications",
    admin: "Admin API (OpenAPI)",
  },
};

const buyersShownMax = 8;

export function homePage({ core, clock }: BuyersSide, request: FrontRequest): FrontAnswer {
  const asked = new URLSearchParams(request.query).get("language");
  const language = chooseLanguage(asked, request.headers["accept-language"]);
  const words = homeWords[language];
  const { sellerId, clientIds } = core.defaultSeller;
  const widgets = `http${request.secure ? "s" : ""}://${request.headers.host}/OffAmazonPayments/jp/sandbox/lpa/js/Widgets.js`;
  const buyers = [...core.world.buyers.values()].slice(0, buyersShownMax);
  const body = html`<h1>${notAmazon[language]}</h1>
<p>${words.intro}</p>
<h2>${words.shop}</h2>
<dl><dt>${words.seller}</dt><dd><code>${sellerId}</code></dd>
<dt>${words.clientId}</dt><dd><code>${clientIds[0] ?? ""}</code></dd>
<dt>Widgets.js</dt><dd><code>${widgets}</code></dd>
<dt>${words.time}</dt><dd><code>${new Date(clock.now()).toISOString()}</code></dd></dl>
<h2>${words.buyers}</h2>
<p>${words.buyersText}</p>
<dl>${buyers.map((buyer) => html`<dt>${buyer.name}</dt><dd><code>${buyer.email}</code></dd>`)}</dl>
<p><a href="/console">${words.console}</a></p>
<p><a href="/admin/openapi.json">${words.admin}</a></p>`;
  return page(200, wholePage({ language, title: "Noren", body, wide: true }));
}
