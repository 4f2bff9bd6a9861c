import type { IncomingMessage } from "node:http";

/** Reads a request's body into one buffer of at most `bytesMax` bytes; "tooLarge" as soon as it is longer. */
export function bodyReader(incoming: IncomingMessage, bytesMax: number): () => Promise<Buffer | "tooLarge"> {
  return () => {
    if (Number(incoming.headers["content-length"] ?? 0) > bytesMax) return Promise.resolve("tooLarge");
    return new Promise((resolve, reject) => {
      let first: Buffer | undefined;
      let more: Buffer[] | undefined;
      let length = 0;
      incoming.on("data", (chunk: Buffer) => {
        length += chunk.length;
        if (!first) first = chunk;
        else if (more) more.push(chunk);
        else more = [first, chunk];
        if (length > bytesMax) {
          incoming.pause();
          resolve("tooLarge");
        }
      });
      incoming.on("end", () => resolve(more ? Buffer.concat(more) : (first ?? nothing)));
      incoming.on("error", reject);
      incoming.on("close", () => {
        if (!incoming.readableEnded) reject(new Error("the request broke off"));
      });
    });
  };
}

const nothing = Buffer.alloc(0);
