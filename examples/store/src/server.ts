// A small shop: pages, a cart in a cookie, and four calls to Noren. It keeps no state of its own.
import { createRequire } from "node:module";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import fastifyStatic from "@fastify/static";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { itemCount, readCart, subtotal, withQuantity, writeCart } from "./cart.ts";
import type { Markup } from "./html.ts";
import { html } from "./html.ts";
import { type CheckoutSettings, type Noren, noren } from "./noren.ts";
import { cartPage } from "./pages/cart.ts";
import { checkoutPage } from "./pages/checkout.ts";
import { layout } from "./pages/layout.ts";
import { productsPage } from "./pages/products.ts";
import { thanksPage } from "./pages/thanks.ts";
import { shippingFee } from "./shipping.ts";
import { type Language, languageOf, say, type WordKey } from "./words.ts";

export interface StoreOptions {
  readonly port: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Where Noren's REST API answers, without a trailing slash. */
  readonly apiUrl: string;
  readonly apiKey: string;
}

export interface RunningStore {
  readonly url: string;
  close(): Promise<void>;
}

const cookies = { cart: "noren_store_cart", language: "noren_store_language" } as const;
const orderReferencePattern = /^[PS]\d{2}-\d{7}-\d{7}$/;

/** Starts the shop; resolves when it answers. */
export async function startStore(options: StoreOptions): Promise<RunningStore> {
  const app = fastify({ bodyLimit: 64 * 1024 });
  await app.register(cookie);
  await app.register(formbody);
  await serveFiles(app);
  refuseForeignPosts(app);
  securityHeaders(app, options);
  pages(app, options);
  checkout(app, options);
  const host = options.host ?? "127.0.0.1";
  await app.listen({ port: options.port, host });
  const address = app.server.address();
  const port = typeof address === "object" && address ? address.port : options.port;
  return { url: `http://localhost:${port}`, close: () => app.close() };
}

async function serveFiles(app: FastifyInstance): Promise<void> {
  const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  await app.register(fastifyStatic, { root: folder("../src/public"), prefix: "/public/" });
  const library = createRequire(import.meta.url).resolve("@noren-pay/browser/noren.js");
  app.get("/noren.js", (_, reply) => reply.sendFile(basename(library), dirname(library)));
}

/** Cookies are SameSite=Lax; the Origin check also stops posts from other ports of this host. */
function refuseForeignPosts(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    const { origin, host } = request.headers;
    if (request.method === "POST" && origin !== undefined && new URL(origin).host !== host)
      await reply.code(403).send({ code: "foreignOrigin" });
  });
}

function securityHeaders(app: FastifyInstance, options: StoreOptions): void {
  app.addHook("onSend", async (_, reply) => {
    const settings = await settingsOf(options).catch(() => undefined);
    const amazon = settings ? new URL(settings.widgetsUrl).origin : "";
    reply.header(
      "content-security-policy",
      `default-src 'self'; script-src 'self' ${amazon}; style-src 'self' 'unsafe-inline'; img-src 'self' data: ${amazon}; frame-src ${amazon}; connect-src 'self' ${amazon}; frame-ancestors 'none'; base-uri 'none'`,
    );
    reply.header("x-content-type-options", "nosniff");
    reply.header("referrer-policy", "same-origin");
  });
}

const known = new WeakMap<StoreOptions, CheckoutSettings>();

async function settingsOf(options: StoreOptions): Promise<CheckoutSettings> {
  const found = known.get(options) ?? (await noren(options).settings());
  known.set(options, found);
  return found;
}

const cartOf = (request: FastifyRequest) => readCart(request.cookies[cookies.cart]);
const wishOf = (request: FastifyRequest): Language =>
  languageOf(request.cookies[cookies.language], request.headers["accept-language"]);
const apiOf = (request: FastifyRequest, options: StoreOptions): Noren =>
  noren({ ...options, language: wishOf(request) });

function page(request: FastifyRequest, reply: FastifyReply, title: WordKey, body: Markup, scripts: string[] = []) {
  const language = wishOf(request);
  const cartCount = itemCount(cartOf(request));
  reply.type("text/html; charset=utf-8");
  return layout({ language, title: say(language, title), cartCount, scripts, path: request.url }, body);
}

function pages(app: FastifyInstance, options: StoreOptions): void {
  app.get("/", async (request, reply) => page(request, reply, "shop", productsPage(wishOf(request))));

  app.get<{ Params: { language: string }; Querystring: { back?: string } }>(
    "/language/:language",
    async (request, reply) => {
      reply.setCookie(cookies.language, request.params.language === "en" ? "en" : "ja", {
        path: "/",
        sameSite: "lax",
        httpOnly: true,
      });
      const back = request.query.back ?? "/";
      return reply.redirect(/^\/(?![/\\])/.test(back) ? back : "/");
    },
  );

  app.post<{ Body: { productId?: string; add?: string; quantity?: string } }>("/cart", async (request, reply) => {
    const { productId = "", add, quantity } = request.body ?? {};
    const cart = cartOf(request);
    const wanted = add === undefined ? Number(quantity) : (cart[productId] ?? 0) + Number(add);
    reply.setCookie(cookies.cart, writeCart(withQuantity(cart, productId, wanted)), {
      path: "/",
      sameSite: "lax",
      httpOnly: true,
    });
    return reply.redirect("/cart", 303);
  });

  app.get("/cart", async (request, reply) => {
    const settings = await settingsOf(options).catch(() => undefined);
    return page(request, reply, "cart", cartPage(cartOf(request), wishOf(request), settings), ["cart.js"]);
  });

  app.get("/checkout", async (request, reply) => {
    const cart = cartOf(request);
    if (itemCount(cart) === 0) return reply.redirect("/cart");
    return page(request, reply, "checkout", checkoutPage(cart, wishOf(request), await settingsOf(options)), [
      "checkout.js",
    ]);
  });

  app.get<{ Params: { orderId: string } }>("/orders/:orderId", async (request, reply) => {
    const answer = await apiOf(request, options).order(request.params.orderId);
    if (!answer.ok) return missing(request, reply);
    return page(request, reply, "thanks", thanksPage(answer.body, answer.body.nextStep, wishOf(request)), [
      "thanks.js",
    ]);
  });

  app.setNotFoundHandler((request, reply) => missing(request, reply));
  app.setErrorHandler((_, request, reply) =>
    reply
      .code(502)
      .send(page(request, reply, "trouble", html`<p><a href="/cart">${say(wishOf(request), "cart")}</a></p>`)),
  );
}

const missing = (request: FastifyRequest, reply: FastifyReply) =>
  reply
    .code(404)
    .send(page(request, reply, "notFound", html`<p><a href="/">${say(wishOf(request), "backToShop")}</a></p>`));

interface Chosen {
  readonly amazonOrderReferenceId?: unknown;
}

function checkout(app: FastifyInstance, options: StoreOptions): void {
  app.post<{ Body: Chosen }>("/checkout/quote", async (request, reply) => {
    const quote = await quoteOf(request, options);
    return reply.code(quote.ok ? 200 : 422).send(quote);
  });

  app.post<{ Body: Chosen }>("/checkout/place", async (request, reply) => {
    const quote = await quoteOf(request, options);
    if (!quote.ok) return reply.code(422).send(quote);
    const answer = await apiOf(request, options).place({
      amazonOrderReferenceId: quote.id,
      // One order reference is one order of ours: a second click asks for the same order.
      sellerOrderId: `NS${quote.id.slice(3)}`,
      total: quote.total,
      storeName: say("ja", "shop"),
    });
    if (!answer.ok) return reply.code(422).send({ ok: false, code: answer.body.code, detail: answer.body.detail });
    return placed(reply, answer.body.order.orderId, answer.body.nextStep);
  });

  app.post<{ Body: { orderId?: unknown; attempt?: unknown } }>("/checkout/pay-again", async (request, reply) => {
    const { orderId, attempt } = request.body ?? {};
    const answer = await apiOf(request, options).payAgain(String(orderId), String(attempt));
    if (!answer.ok) return reply.code(422).send({ ok: false, code: answer.body.code, detail: answer.body.detail });
    return placed(reply, answer.body.order.orderId, answer.body.nextStep);
  });
}

function placed(reply: FastifyReply, orderId: string, nextStep: string) {
  const done =
    nextStep !== "chooseAnotherPaymentMethod" && nextStep !== "offerAnotherWayToPay" && nextStep !== "fixConstraints";
  if (done) reply.clearCookie(cookies.cart, { path: "/" });
  return reply.send({ ok: true, orderId, nextStep, next: done ? `/orders/${orderId}` : undefined });
}

type Quote =
  | { readonly ok: true; readonly id: string; readonly shipping: number; readonly total: number }
  | { readonly ok: false; readonly code: string };

/** What the buyer will pay, from the cart and the address chosen at Amazon; never from the page. */
async function quoteOf(request: FastifyRequest<{ Body: Chosen }>, options: StoreOptions): Promise<Quote> {
  const id = request.body?.amazonOrderReferenceId;
  if (typeof id !== "string" || !orderReferencePattern.test(id)) return { ok: false, code: "fixConstraints" };
  const details = await apiOf(request, options).details(id, undefined);
  if (!details.ok) return { ok: false, code: details.body.code ?? "trouble" };
  if (!details.body.address) return { ok: false, code: "fixConstraints" };
  const shipping = shippingFee(details.body.address);
  if (shipping === undefined) return { ok: false, code: "cannotDeliver" };
  const goods = subtotal(cartOf(request));
  return goods === 0 ? { ok: false, code: "cartEmpty" } : { ok: true, id, shipping, total: goods + shipping };
}
