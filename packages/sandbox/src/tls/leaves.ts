// Servers' certificates, one per host, made when a client first names the host. All have one key, which is never stored.
import { createPublicKey, generateKeyPair, type KeyObject } from "node:crypto";
import { createSecureContext, type SecureContext } from "node:tls";
import { promisify } from "node:util";
import { type Clock, days, type Instant } from "@noren-pay/base";
import type { Authority } from "./authority.ts";
import { imitatedHosts } from "./hosts.ts";

export interface Leaf {
  readonly context: SecureContext;
  /** PEM, issuer included. */
  readonly cert: string;
  /** PEM. */
  readonly key: string;
}

export interface Leaves {
  /** Host in any case. Undefined for one that the sandbox does not play; "localhost" stands for all of loopback. */
  leafOf(host: string): Promise<Leaf | undefined>;
}

interface Kept {
  readonly leaf: Promise<Leaf>;
  readonly freshUntil: Instant;
}

const loopbackNames = ["localhost"];
const loopbackAddresses = ["127.0.0.1", "::1"];

let sharedKey: Promise<KeyObject> | undefined;

/** RSA: clients of Java 8's time take it. Made in another thread; all sandboxes of a process share it. */
function leafKey(): Promise<KeyObject> {
  sharedKey ??= promisify(generateKeyPair)("rsa", { modulusLength: 2048 }).then(({ privateKey }) => privateKey);
  return sharedKey;
}

export function leavesOf(authority: Promise<Authority>, clock: Clock): Leaves {
  const leaves = new Map<string, Kept>();
  const key = leafKey();

  async function make(host: string): Promise<Leaf> {
    const privateKey = await key;
    const isLoopback = host === "localhost";
    const issuer = await authority;
    const pem = await issuer.issue(
      {
        commonName: host,
        names: isLoopback ? loopbackNames : [host],
        addresses: isLoopback ? loopbackAddresses : [],
        publicKey: createPublicKey(privateKey),
      },
      { from: clock.wall() - days(1), to: clock.wall() + days(390) },
    );
    const pair = {
      key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      cert: pem + issuer.certificatePem,
    };
    return { ...pair, context: createSecureContext({ ...pair, minVersion: "TLSv1.2" }) };
  }

  return {
    async leafOf(named) {
      const host = named.toLowerCase();
      if (host !== "localhost" && !imitatedHosts.has(host)) return undefined;
      const known = leaves.get(host);
      if (known && known.freshUntil > clock.wall()) return known.leaf;
      const leaf = make(host);
      leaves.set(host, { leaf, freshUntil: clock.wall() + days(360) });
      return leaf;
    },
  };
}
