// Starts a whole sandbox: core, clock, http front, notices, admin API, the buyers' pages.
import type { AddressInfo } from "node:net";
import { type Instant, type MovableClock, systemRandom, type TimeSide } from "@noren-pay/base";
import { mountAdmin } from "./admin/mount.ts";
import { advance, runUntilIdle, timeSideOf } from "./clock/time-side.ts";
import { mountConsole } from "./console/mount.ts";
import type { SandboxCore } from "./core.ts";
import { mountApi } from "./http/api.ts";
import { mountCertificate } from "./http/certificate.ts";
import { createFront } from "./http/front.ts";
import { restore } from "./journal/restore.ts";
import { noticeKey } from "./notices/certificates.ts";
import { topicArnOf } from "./notices/envelope.ts";
import { snsOriginOf } from "./notices/urls.ts";
import { mountPages } from "./pages/mount.ts";
import { type ReadyDraft, readyDraft } from "./ready-draft.ts";
import type { Settings } from "./settings.ts";
import { Shell } from "./shell.ts";
import { type Door, type Doors, openDoors } from "./tls/doors.ts";
import { fakeSnsRegion } from "./tls/hosts.ts";

export interface SandboxOptions {
  /** 0, the default: any free one. */
  readonly port?: number | undefined;
  /** Loopback unless told otherwise. Who can reach it can do anything in it. */
  readonly host?: string | undefined;
  /** The same seed gives the same keys, buyers and ids. Default "noren". */
  readonly seed?: string | undefined;
  /** Whether business time stands still until it is moved. */
  readonly frozen?: boolean | undefined;
  /** Business time at the start; left out: the machine's. */
  readonly start?: Instant | undefined;
  /** Keeps a journal here and goes on from it at the next start. */
  readonly dataDir?: string | undefined;
  /** Short for the setting of this name. */
  readonly authorizationLifetimeMs?: number | undefined;
  /** Whether the published quota holds over http. Default true. */
  readonly throttle?: boolean | undefined;
  readonly settings?: Partial<Settings> | undefined;
  /**
   * Also serves every host of Amazon that the sandbox plays over TLS, with certificates of its own authority. Notices
   * then name their certificate on SNS's host, unless the setting says otherwise.
   */
  readonly tls?: Door | undefined;
  /** Also opens a CONNECT proxy that leads from those hosts to the TLS port, and nowhere else. Opens TLS too. */
  readonly proxy?: Door | undefined;
}

export interface Sandbox {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly adminUrl: string;
  /** `https://127.0.0.1:<port>`, with TLS. */
  readonly tlsUrl?: string;
  /** Certificate (PEM) of the authority that TLS clients have to trust, with TLS. */
  readonly caFile?: string;
  /** `http://127.0.0.1:<port>`, with the proxy. */
  readonly proxyUrl?: string;
  /** The default seller's. */
  readonly sellerId: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly clientId: string;
  /** Under which the default seller's notices of the sandbox environment are published. */
  readonly topicArn: string;
  /** Where the certificate lies that notices are signed with: the SigningCertURL they name. */
  certificateUrl(): Promise<string>;
  readonly clock: MovableClock;
  readonly core: SandboxCore;
  /** Makes a Draft order reference with address and payment method chosen; gives its id. Throws SandboxError. */
  newOrder(wanted?: ReadyDraft): string;
  /** Moves business time on by `ms`; everything due on the way happens in order, notices included. */
  advance(ms: number): Promise<void>;
  /** Moves business time on until nothing is under way; lifetimes and repeated notices are not waited for. */
  runUntilIdle(): Promise<void>;
  /** This sandbox as a side of a drive through business time. */
  timeSide(): TimeSide;
  /** Ends everything; nothing of it is left. */
  close(): Promise<void>;
}

/** Throws SandboxError when the data folder's journal cannot be gone on from; node's own error when the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const {
    port = 0,
    host = "127.0.0.1",
    throttle = true,
    dataDir,
    seed,
    start,
    frozen,
    authorizationLifetimeMs,
    tls = false,
    proxy = false,
  } = options;
  const isNamedByAmazon = tls !== false || proxy !== false;
  const settings = {
    ...(isNamedByAmazon ? { noticeCertificateRegion: fakeSnsRegion } : {}),
    ...(authorizationLifetimeMs === undefined ? {} : { authorizationLifetimeMs }),
    ...options.settings,
  };
  const { core, clock, journal } = restore({ seed, settings, start, frozen, dataDir });
  const shell = new Shell({ core, clock, throttle, dataDir, journal });
  const front = createFront();
  mountApi(front, shell);
  mountAdmin(front, shell);
  mountCertificate(front, shell);
  mountPages(front, { core, clock, random: systemRandom });
  mountConsole(front);
  shell.onSettings = () => front.limit(core.settings);
  shell.onSettings();
  const { server } = front;
  let doors: Doors;
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, resolve);
    });
    doors = await openDoors({ http: server, clock, host, dataDir, tls, proxy });
  } catch (error) {
    await Promise.all([front.close(), shell.close()]);
    throw error;
  }
  const urlOf = (portNumber: number, scheme = "http") => `${scheme}://${reachableHost(host)}:${portNumber}`;
  shell.url = urlOf((server.address() as AddressInfo).port);
  shell.wake();
  const { sellerId, accessKey, secretKey, clientIds } = core.defaultSeller;
  return {
    url: shell.url,
    adminUrl: `${shell.url}/admin`,
    ...(doors.tlsPort === undefined ? {} : { tlsUrl: urlOf(doors.tlsPort, "https") }),
    ...(doors.caFile === undefined ? {} : { caFile: doors.caFile }),
    ...(doors.proxyPort === undefined ? {} : { proxyUrl: urlOf(doors.proxyPort) }),
    sellerId,
    accessKey,
    secretKey,
    clientId: clientIds[0] as string,
    topicArn: topicArnOf(core.settings, sellerId, "Sandbox"),
    async certificateUrl() {
      const { certificatePath } = await noticeKey(core.settings, clock.wall(), dataDir);
      return snsOriginOf(core.settings, shell.url) + certificatePath;
    },
    clock,
    core,
    newOrder: (wanted = {}) => readyDraft(core, wanted, clock.now()).id,
    advance: (ms) => advance(shell, clock.now() + ms),
    runUntilIdle: () => runUntilIdle(shell),
    timeSide: () => timeSideOf(shell),
    async close() {
      const closed = Promise.all([doors.close(), front.close()]);
      await shell.close();
      await closed;
    },
  };
}

/** A wildcard address is no place to go to; the sandbox's own machine is. */
function reachableHost(host: string): string {
  const reached = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return reached.includes(":") ? `[${reached}]` : reached;
}
