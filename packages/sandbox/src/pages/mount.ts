// Mounts everything that buyers and their browsers see on the sandbox's one port.
import type { Front } from "../http/front.ts";
import { relayPath } from "../login/authorization.ts";
import { preflight, profile, tokenGrant, tokenInfo } from "../login/endpoints.ts";
import { relayPage } from "../login/pages.ts";
import { Sessions } from "../login/sessions.ts";
import { signInCall } from "../login/sign-in.ts";
import { page } from "./answers.ts";
import { pageFiles, script, widgetsScript } from "./assets.ts";
import { confirmationPage, confirmationPath } from "./confirmation.ts";
import { homePage } from "./home.ts";
import { chooseLanguage } from "./language.ts";
import type { BuyersSide } from "./sandbox.ts";
import { draftOfButton, widgetCall } from "./widget-api.ts";
import { widgetFrame } from "./widget-frame.ts";

/** Where shops load the script from: environment and region stand in the path. The last one is old, and still in use. */
const widgetsPaths = [
  { folder: "/OffAmazonPayments/jp/ENVIRONMENTlpa/js", region: "jp" },
  { folder: "/OffAmazonPayments/us/ENVIRONMENTjs", region: "na" },
  { folder: "/OffAmazonPayments/eur/ENVIRONMENTlpa/js", region: "de" },
  { folder: "/OffAmazonPayments/de/ENVIRONMENTlpa/js", region: "de" },
  { folder: "/OffAmazonPayments/gbp/ENVIRONMENTlpa/js", region: "uk" },
  { folder: "/OffAmazonPayments/uk/ENVIRONMENTlpa/js", region: "uk" },
  { folder: "/images/G/09/EP/offAmazonPayments/ENVIRONMENTprod/lpa/js", region: "jp", live: "live/" },
] as const;

function mountWidgetsScript(front: Front): void {
  for (const { folder, region, ...old } of widgetsPaths) {
    for (const environment of ["Live", "Sandbox"] as const) {
      const part = environment === "Sandbox" ? "sandbox/" : "live" in old ? old.live : "";
      front.route("GET", `${folder.replace("ENVIRONMENT", part)}/Widgets.js`, ({ headers, secure }) =>
        script(widgetsScript({ origin: `http${secure ? "s" : ""}://${headers.host}`, environment, region })),
      );
    }
  }
}

/** Adds sign-in, Login with Amazon, Widgets.js and the widgets to the front. */
export function mountPages(front: Front, side: BuyersSide): void {
  const sessions = new Sessions(side.random, side.clock);
  for (const file of pageFiles()) front.route("GET", file.path, () => file.answer);
  mountWidgetsScript(front);
  front.route("GET", "/", (request) => homePage(side, request));
  mountLogin(front, side, sessions);
  mountWidgets(front, side);
}

function mountLogin(front: Front, side: BuyersSide, sessions: Sessions): void {
  for (const path of ["/ap/oa", "/checkout/authCreate"]) {
    front.route("GET", path, (request) => signInCall(side, sessions, request));
    front.route("POST", path, (request) => signInCall(side, sessions, request));
  }
  front.route("GET", relayPath, (request) =>
    page(200, relayPage(chooseLanguage(undefined, request.headers["accept-language"]))),
  );
  front.route("GET", "/auth/o2/tokeninfo", (request) => tokenInfo(side, request));
  front.route("POST", "/auth/o2/token", (request) => tokenGrant(side, sessions, request));
  for (const path of ["/user/profile", "/ap/user/profile"]) {
    front.route("GET", path, (request) => profile(side, request));
    front.route("OPTIONS", path, preflight);
  }
  for (const path of ["/auth/o2/tokeninfo", "/auth/o2/token", "/widgets/api/contracts"]) {
    front.route("OPTIONS", path, preflight);
  }
}

function mountWidgets(front: Front, side: BuyersSide): void {
  for (const kind of ["address-book", "wallet", "consent"] as const) {
    front.route("GET", `/widgets/${kind}`, widgetFrame(side, kind));
    for (const what of ["state", "select"]) {
      front.route("POST", `/widgets/api/${kind}/${what}`, (request) => widgetCall(side, kind, request));
    }
  }
  front.route("GET", confirmationPath, (request) => confirmationPage(side, request));
  front.route("POST", "/widgets/api/contracts", (request) => draftOfButton(side, request));
}
