import type { AmazonLogin, AmazonPayments } from "./amazon.ts";
import { AmazonPayPageError } from "./errors.ts";
import { type SignIn, tell, tellProblem } from "./events.ts";
import { takeReturn } from "./redirect.ts";
import { dropToken, keepToken } from "./token-cookie.ts";

export interface AmazonPaySettings {
  /** Address of Amazon's Widgets.js. Environment and region stand in its path. */
  readonly widgetsUrl: string;
  /** `amzn1.application-oa2-client.…` */
  readonly clientId: string;
  /** 出品者ID */
  readonly sellerId: string;
  /** Scopes separated by spaces. Default: profile, widgets and the shipping address. */
  readonly scope?: string;
  /** Language of Amazon's pages ("ja-JP", "en-GB"). Default: the browser's. */
  readonly language?: string;
  /** Whether the token is kept in a cookie for the shop's next pages. Default: true. */
  readonly useCookie?: boolean;
}

export interface AmazonPay {
  readonly settings: Required<Pick<AmazonPaySettings, "clientId" | "sellerId" | "scope">>;
  readonly login: AmazonLogin;
  readonly payments: AmazonPayments;
  /** The sign-in by redirect that led to this page, if one did. */
  readonly signIn: SignIn | undefined;
  /** Why that sign-in failed, if it did. */
  readonly signInError: AmazonPayPageError | undefined;
}

export const defaultScope = "profile payments:widget payments:shipping_address";

let asked: AmazonPaySettings | undefined;
let announce: (loaded: Promise<AmazonPay>) => void;
const announced = new Promise<AmazonPay>((resolve) => {
  announce = resolve;
});
let loading: Promise<AmazonPay> | undefined;

/** Resolves when the page has called `loadAmazonPay` and the script is there; rejects when it cannot be loaded. */
export const amazonPay = (): Promise<AmazonPay> => announced;

/**
 * Loads Amazon's script, once per page, and sets it up; the elements wait for this. Throws (rejects with)
 * AmazonPayPageError: ScriptNotLoaded, or AlreadyLoaded when it was called before with other settings.
 */
export function loadAmazonPay(settings: AmazonPaySettings): Promise<AmazonPay> {
  if (loading && asked && !same(asked, settings)) return Promise.reject(new AmazonPayPageError("AlreadyLoaded"));
  if (!loading) {
    asked = settings;
    loading = load(settings);
    announce(loading);
    // Whoever waits hears of it; a page that waits nowhere gets no unhandled rejection from us.
    loading.catch(() => {});
  }
  return loading;
}

const same = (a: AmazonPaySettings, b: AmazonPaySettings) =>
  (["widgetsUrl", "clientId", "sellerId", "scope"] as const).every((name) => a[name] === b[name]);

async function load(settings: AmazonPaySettings): Promise<AmazonPay> {
  const returned = takeSafely();
  if (returned.signIn) keepToken(returned.signIn.accessToken);
  const setUp = (login: AmazonLogin) => {
    login.setClientId(settings.clientId);
    login.setUseCookie(settings.useCookie ?? true);
    if (settings.language) login.setLanguage(settings.language);
  };
  await script(settings.widgetsUrl, setUp);
  const login = window.amazon?.Login;
  const payments = window.OffAmazonPayments;
  if (!login || !payments) throw new AmazonPayPageError("ScriptNotLoaded");
  const { clientId, sellerId, scope = defaultScope } = settings;
  const page = document.documentElement;
  if (returned.signIn) tell(page, "noren-sign-in", returned.signIn);
  if (returned.signInError) tellProblem(page, returned.signInError.code, returned.signInError.message);
  return { settings: { clientId, sellerId, scope }, login, payments, ...returned };
}

function takeSafely(): Pick<AmazonPay, "signIn" | "signInError"> {
  try {
    return { signIn: takeReturn(), signInError: undefined };
  } catch (error) {
    if (error instanceof AmazonPayPageError) return { signIn: undefined, signInError: error };
    throw error;
  }
}

/** Amazon calls two functions of the page's; those that the page defined itself are called too. */
function script(address: string, setUp: (login: AmazonLogin) => void): Promise<void> {
  const present = window.amazon?.Login;
  if (present && window.OffAmazonPayments) {
    setUp(present);
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const { onAmazonLoginReady, onAmazonPaymentsReady } = window;
    window.onAmazonLoginReady = () => {
      if (window.amazon?.Login) setUp(window.amazon.Login);
      onAmazonLoginReady?.();
    };
    window.onAmazonPaymentsReady = () => {
      onAmazonPaymentsReady?.();
      resolve();
    };
    const element = document.createElement("script");
    element.async = true;
    element.src = address;
    element.addEventListener("error", () => reject(new AmazonPayPageError("ScriptNotLoaded", { detail: address })));
    document.head.append(element);
  });
}

/** Signs the buyer out of this shop: call it with your own logout, and show the button again. */
export async function logout(): Promise<void> {
  dropToken();
  tell(document.documentElement, "noren-sign-out", undefined);
  if (!loading) return;
  const { login } = await loading;
  login.logout();
}
