// What a sandbox has beside its plain http port when clients are to find it under Amazon's own names: TLS, the file of
// the authority that they have to trust, and the proxy that leads them here.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Clock } from "@noren-pay/base";
import { type SandboxProxy, startProxy } from "../proxy/proxy.ts";
import { authorityOf } from "./authority.ts";
import { startTlsFront, type TlsFront } from "./tls-front.ts";

/** True: on any free port. */
export type Door = boolean | { readonly port: number };

export interface DoorOptions {
  readonly http: Server;
  readonly clock: Clock;
  readonly host: string;
  readonly dataDir: string | undefined;
  readonly tls: Door;
  /** Needs TLS, and so opens it. */
  readonly proxy: Door;
}

export interface Doors {
  readonly tlsPort?: number;
  readonly proxyPort?: number;
  /** Absolute. */
  readonly caFile?: string;
  /** Ends every connection; removes the file where no data folder keeps it. */
  close(): Promise<void>;
}

/** Throws node's own error when a port is taken, or the file cannot be written. */
export async function openDoors({ http, clock, host, dataDir, tls, proxy }: DoorOptions): Promise<Doors> {
  if (tls === false && proxy === false) return { close: async () => undefined };
  const authority = authorityOf(clock.wall(), dataDir);
  let front: TlsFront | undefined;
  let leading: SandboxProxy | undefined;
  let file: CaFile | undefined;
  const close = async () => {
    await Promise.all([leading?.close(), front?.close()]);
    file?.remove();
  };
  try {
    front = await startTlsFront({ http, authority, clock, host, port: portOf(tls) });
    const { accept } = front;
    if (proxy !== false) leading = await startProxy({ host, port: portOf(proxy), accept });
    file = writeCaFile((await authority).certificatePem, dataDir);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    tlsPort: front.port,
    ...(leading === undefined ? {} : { proxyPort: leading.port }),
    caFile: file.path,
    close,
  };
}

const portOf = (door: Door): number => (typeof door === "object" ? door.port : 0);

interface CaFile {
  readonly path: string;
  remove(): void;
}

/** The certificate alone. Without a data folder the key is never written anywhere. */
function writeCaFile(pem: string, dataDir: string | undefined): CaFile {
  const name = "sandbox-ca.pem";
  if (dataDir !== undefined) {
    mkdirSync(dataDir, { recursive: true });
    const path = resolve(dataDir, name);
    writeFileSync(path, pem);
    return { path, remove: () => undefined };
  }
  const folder = mkdtempSync(join(tmpdir(), "noren-sandbox-"));
  const path = join(folder, name);
  writeFileSync(path, pem);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
