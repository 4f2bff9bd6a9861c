// A sandbox in a process of its own: prints what a signer needs as one JSON line, stops when stdin ends. Its seller has
// no notification address until it is given one, so no notices are sent.
import { type SandboxOptions, startSandbox } from "@noren-pay/sandbox";

const options = JSON.parse(process.argv[2] ?? "{}") as SandboxOptions;
const sandbox = await startSandbox({ port: 0, seed: "bench", throttle: false, ...options });
const { url, adminUrl, sellerId, accessKey, secretKey } = sandbox;
process.stdout.write(`${JSON.stringify({ url, adminUrl, sellerId, accessKey, secretKey })}\n`);
process.stdin.resume();
process.stdin.on("end", () => void sandbox.close().then(() => process.exit(0)));
