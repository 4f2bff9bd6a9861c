// What Amazon's script puts on the page, as types. Source: integration guide, Widgets.js; Login with Amazon, JavaScript
// SDK reference. Only what these elements and careful shops use; the objects hold more.

/** What `authorize` returns and its callback gets. */
export interface AuthorizeRequest {
  readonly status: "queued" | "in progress" | "in_progress" | "complete";
  onComplete(next: string | ((answer: AuthorizeRequest) => void)): void;
  readonly access_token?: string;
  readonly token_type?: "bearer";
  /** Seconds; Amazon may send a text. */
  readonly expires_in?: number | string;
  readonly scope?: string;
  readonly code?: string;
  readonly state?: string;
  readonly error?: string;
  readonly error_description?: string;
  readonly error_uri?: string;
}

export interface AuthorizeOptions {
  readonly scope: string | readonly string[];
  /** True by default. False redirects the page; then `next` must be an address. */
  readonly popup?: boolean;
  readonly response_type?: "token" | "code";
  readonly state?: string;
  readonly interactive?: "auto" | "always" | "never";
  readonly scope_data?: Readonly<Record<string, { readonly essential: boolean }>>;
  readonly pkce?: boolean;
}

/** The profile as the script tells it; each field needs its scope. */
export interface AmazonProfile {
  readonly CustomerId?: string;
  readonly Name?: string;
  readonly PostalCode?: string;
  readonly PrimaryEmail?: string;
}

export type ProfileAnswer =
  | { readonly success: true; readonly profile: AmazonProfile }
  | { readonly success: false; readonly error: string };

/** `amazon.Login` */
export interface AmazonLogin {
  readonly Region: Readonly<Record<string, string>>;
  setClientId(clientId: string): void;
  getClientId(): string;
  setUseCookie(use: boolean): void;
  setSiteDomain(domain: string): void;
  setSandboxMode(on: boolean): void;
  setRegion(region: string): void;
  setLanguage(language: string): void;
  authorize(options: AuthorizeOptions, next?: string | ((answer: AuthorizeRequest) => void)): AuthorizeRequest;
  retrieveProfile(accessToken: string, callback: (answer: ProfileAnswer) => void): void;
  retrieveProfile(callback: (answer: ProfileAnswer) => void): void;
  logout(): void;
}

/** What the widgets' callbacks get. */
export interface AmazonContract {
  getAmazonOrderReferenceId(): string;
}

export interface AmazonWidgetError {
  getErrorCode(): string;
  getErrorMessage(): string;
}

export type ButtonType = "LwA" | "Login" | "PwA" | "Pay" | "A";
export type ButtonColor = "Gold" | "LightGray" | "DarkGray";
export type ButtonSize = "small" | "medium" | "large" | "x-large";

export interface ButtonOptions {
  readonly type?: ButtonType;
  readonly color?: ButtonColor;
  readonly size?: ButtonSize;
  readonly language?: string;
  /** Must call `amazon.Login.authorize` before it returns. */
  readonly authorization: () => void;
  /** Makes the button create a draft order reference after the sign-in. */
  readonly onSignIn?: (contract: AmazonContract) => void;
  readonly onError?: (error: AmazonWidgetError) => void;
}

export type WidgetDesign =
  | { readonly designMode: "responsive" | "smartphoneCollapsible" }
  | { readonly size: { readonly width: string; readonly height: string } };

export interface WidgetOptions {
  readonly sellerId: string;
  readonly scope?: string;
  readonly amazonOrderReferenceId?: string;
  readonly onOrderReferenceCreate?: (contract: AmazonContract) => void;
  readonly onReady?: (contract: AmazonContract) => void;
  readonly displayMode?: "Edit" | "Read";
  readonly design?: WidgetDesign;
  readonly onError?: (error: AmazonWidgetError) => void;
}

export interface AddressBookOptions extends WidgetOptions {
  readonly onAddressSelect?: (contract: AmazonContract) => void;
}

export interface WalletOptions extends WidgetOptions {
  readonly onPaymentSelect?: (contract: AmazonContract) => void;
}

export interface AmazonWidget {
  bind(containerId: string): AmazonWidget;
}

/** `OffAmazonPayments` */
export interface AmazonPayments {
  Button(containerId: string, sellerId: string, options: ButtonOptions): void;
  readonly Widgets: {
    readonly AddressBook: new (options: AddressBookOptions) => AmazonWidget;
    readonly Wallet: new (options: WalletOptions) => AmazonWidget;
  };
}

declare global {
  interface Window {
    amazon?: { readonly Login?: AmazonLogin };
    OffAmazonPayments?: AmazonPayments | null;
    onAmazonLoginReady?: () => void;
    onAmazonPaymentsReady?: () => void;
  }
}
