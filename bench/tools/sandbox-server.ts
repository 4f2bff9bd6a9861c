// A sandbox in a process of its own, notices off: prints what a signer needs as one JSON line, stops when stdin ends.
import { startSandbox } from "@noren-pay/sandbox";

const sandbox = await startSandbox({ port: 0, seed: "bench", throttle: false });
const { url, adminUrl, sellerId, accessKey, secretKey } = sandbox;
process.stdout.write(`${JSON.stringify({ url, adminUrl, sellerId, accessKey, secretKey })}\n`);
process.stdin.resume();
process.stdin.on("end", () => void sandbox.close().then(() => process.exit(0)));
