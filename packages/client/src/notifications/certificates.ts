// Keeps the keys of checked certificates. Whoever can post a message can name an address, so fetching is held short:
// one at a time per address, failures remembered, so many per minute and no more.
import { type KeyObject, X509Certificate } from "node:crypto";
import { type Clock, hours, type Instant, minutes } from "@noren-pay/base";
import { checkChain, rootsOfNode } from "./chain.ts";
import { NotificationError } from "./errors.ts";
import { checkSigningCertificate, isValidAt, readCertificates } from "./signing-certificate.ts";

export interface CertificateSettings {
  readonly clock: Clock;
  /** Addresses that are trusted by themselves. */
  readonly exactUrls: ReadonlySet<string>;
  readonly fetchFile: (url: string) => Promise<Buffer>;
  readonly fetchesPerMinuteMax: number;
  /** PEM; Node's own list when left out. */
  readonly roots?: readonly string[] | undefined;
  /** PEM. */
  readonly intermediates: readonly string[];
}

interface Kept {
  readonly certificate: X509Certificate;
  readonly key: KeyObject;
  readonly until: Instant;
}

const keptForMs = hours(24);
const keptMax = 100;
const failureKeptForMs = minutes(1);

export interface Certificates {
  /** The key of the certificate at an address that has been found admissible. Throws NotificationError. */
  keyOf(url: string): Promise<KeyObject>;
}

export function certificates(settings: CertificateSettings): Certificates {
  const { clock } = settings;
  const kept = new Map<string, Kept>();
  const failures = new Map<string, { error: NotificationError; until: Instant }>();
  const running = new Map<string, Promise<Kept>>();
  const intermediates = settings.intermediates.map((pem) => new X509Certificate(pem));
  let fetchedAt: Instant[] = [];

  async function limitedFetch(url: string): Promise<Buffer> {
    const minuteAgo = clock.wall() - minutes(1);
    fetchedAt = fetchedAt.filter((at) => at > minuteAgo);
    if (fetchedAt.length >= settings.fetchesPerMinuteMax)
      throw new NotificationError("certificateUnavailable", "too many certificates were asked for within a minute");
    fetchedAt.push(clock.wall());
    try {
      return await settings.fetchFile(url);
    } catch (thrown) {
      throw remembered(url, thrown);
    }
  }

  function remembered(url: string, thrown: unknown): unknown {
    if (!(thrown instanceof NotificationError)) return thrown;
    for (const [other, { until }] of failures) if (until <= clock.wall()) failures.delete(other);
    failures.set(url, { error: thrown, until: clock.wall() + failureKeptForMs });
    return thrown;
  }

  async function fetchAndCheck(url: string): Promise<Kept> {
    const pem = (await limitedFetch(url)).toString("latin1");
    try {
      const [certificate, ...others] = readCertificates(pem);
      const at = clock.wall();
      checkSigningCertificate(certificate, at);
      if (!settings.exactUrls.has(url)) {
        const roots = settings.roots?.map((root) => new X509Certificate(root)) ?? rootsOfNode();
        const issuers = [...others, ...intermediates];
        await checkChain(certificate, { at, roots, intermediates: issuers, fetchIssuer: limitedFetch });
      }
      return { certificate, key: certificate.publicKey, until: at + keptForMs };
    } catch (thrown) {
      throw remembered(url, thrown);
    }
  }

  async function fetchOnce(url: string): Promise<Kept> {
    let one = running.get(url);
    if (!one) {
      one = fetchAndCheck(url).finally(() => running.delete(url));
      running.set(url, one);
    }
    const fresh = await one;
    if (kept.size >= keptMax) kept.delete(kept.keys().next().value ?? "");
    kept.set(url, fresh);
    return fresh;
  }

  return {
    async keyOf(url) {
      const failure = failures.get(url);
      if (failure && failure.until > clock.wall()) throw failure.error;
      const known = kept.get(url);
      const usable = known && known.until > clock.wall() ? known : await fetchOnce(url);
      if (!isValidAt(usable.certificate, clock.wall())) {
        kept.delete(url);
        throw new NotificationError("certificateUnavailable", "the certificate has gone out of date");
      }
      return usable.key;
    },
  };
}
