import type { IncomingMessage } from "node:http";

/** Reads a request's body into one buffer of at most `bytesMax` bytes; "tooLarge" as soon as it is longer. */
export function bodyReader(incoming: IncomingMessage, bytesMax: number): () => Promise<Buffer | "tooLarge"> {
  return () => {
    if (Number(incoming.headers["content-length"] ?? 0) > bytesMax) return Promise.resolve("tooLarge");
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let length = 0;
      incoming.on("data", (chunk: Buffer) => {
        length += chunk.length;
        chunks.push(chunk);
        if (length > bytesMax) {
          incoming.pause();
          resolve("tooLarge");
        }
      });
      incoming.on("end", () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
      incoming.on("error", reject);
      incoming.on("close", () => reject(new Error("the request broke off")));
    });
  };
}
