// A sandbox with a bit of everything in it, and a person at its console.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { yen } from "@noren-pay/base";
import { journeyArtifacts } from "@noren-pay/testkit";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { RequestFor } from "../src/operations/handler.ts";
import type { Sandbox } from "../src/start-sandbox.ts";
import { admin, quickSandbox, signedCall } from "../src/testing/wire.ts";

export const consoleStart = Date.UTC(2026, 3, 1);

export interface Stage {
  readonly sandbox: Sandbox;
  /** What the shop's notification endpoint has got, oldest first. */
  readonly received: string[];
  /** An order that was captured and partly refunded. */
  readonly orderId: string;
  readonly captureId: string;
  /** An order with an Open authorization. */
  readonly openId: string;
  readonly authorizationId: string;
  close(): Promise<void>;
}

/** A frozen sandbox with orders, notifications that were delivered, and calls that failed. */
export async function startStage(): Promise<Stage> {
  const received: string[] = [];
  const shop = await listening(received);
  const sandbox = await quickSandbox({ start: consoleStart });
  const notificationUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/ipn`;
  await admin(sandbox, "PATCH", `/sellers/${sandbox.sellerId}`, { notificationUrl });
  const { orderId, authorizationId: paid } = await authorized(sandbox, 12_800);
  const captured = await ask(sandbox, "Capture", {
    AmazonAuthorizationId: paid,
    CaptureReferenceId: "capture-1",
    CaptureAmount: yen(12_800),
  });
  const captureId = idIn(captured, "AmazonCaptureId");
  await ask(sandbox, "Refund", { AmazonCaptureId: captureId, RefundReferenceId: "refund-1", RefundAmount: yen(3_000) });
  const { orderId: openId, authorizationId } = await authorized(sandbox, 5_400);
  await signedCall(
    sandbox,
    "GetOrderReferenceDetails",
    { AmazonOrderReferenceId: openId },
    { signedHost: "localhost" },
  );
  await sandbox.runUntilIdle();
  return {
    sandbox,
    received,
    orderId,
    captureId,
    openId,
    authorizationId,
    async close() {
      await sandbox.close();
      shop.closeAllConnections();
      await new Promise((resolve) => shop.close(resolve));
    },
  };
}

/** An order with an authorization over all of it. */
export async function authorized(
  sandbox: Sandbox,
  total: number,
): Promise<{ orderId: string; authorizationId: string }> {
  const orderId = sandbox.newOrder();
  await ask(sandbox, "SetOrderReferenceDetails", {
    AmazonOrderReferenceId: orderId,
    OrderReferenceAttributes: {
      OrderTotal: yen(total),
      SellerNote: "ギフト包装をお願いします",
      SellerOrderAttributes: { SellerOrderId: `WEB-${total}` },
    },
  });
  await ask(sandbox, "ConfirmOrderReference", { AmazonOrderReferenceId: orderId });
  const text = await ask(sandbox, "Authorize", {
    AmazonOrderReferenceId: orderId,
    AuthorizationReferenceId: `authorization-${total}`,
    AuthorizationAmount: yen(total),
    TransactionTimeout: 0,
  });
  return { orderId, authorizationId: idIn(text, "AmazonAuthorizationId") };
}

type Asked = "SetOrderReferenceDetails" | "ConfirmOrderReference" | "Authorize" | "Capture" | "Refund";

async function ask<O extends Asked>(sandbox: Sandbox, action: O, request: RequestFor<O>): Promise<string> {
  const { status, text } = await signedCall(sandbox, action, request);
  if (status !== 200) throw new Error(`${action}: ${text}`);
  return text;
}

const idIn = (text: string, name: string): string => new RegExp(`<${name}>([^<]+)`).exec(text)?.[1] ?? "";

function listening(received: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push(body);
      response.end();
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page's scripts and console, its security policy's included. */
  readonly problems: string[];
  /** Opens a page of the console and waits until it has its content. */
  open(path: string): Promise<void>;
}

export interface VisitorOptions {
  readonly language?: "ja" | "en";
  readonly width?: number;
}

/** Somebody who looks at the console. */
export async function visitor(
  browser: Browser,
  sandbox: Sandbox,
  { language = "ja", width = 1280 }: VisitorOptions = {},
): Promise<Visitor> {
  const locale = language === "ja" ? "ja-JP" : "en-US";
  const context = await browser.newContext({ locale, viewport: { width, height: 900 } });
  const problems: string[] = [];
  context.on("weberror", (error) => problems.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  const page = await context.newPage();
  return {
    page,
    context,
    problems,
    async open(path) {
      await page.goto(sandbox.url + path);
      await page.waitForSelector("#view:not([aria-busy])");
    },
  };
}

/** How much wider than the screen the page is, in px. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export const artifactsFolder = () => journeyArtifacts("sandbox-console");
