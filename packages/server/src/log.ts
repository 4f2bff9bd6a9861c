// Logs: JSON lines without secrets and without buyers' data.
import { type DestinationStream, type Logger, type LoggerOptions, pino } from "pino";

/** Paths that must never be printed, wherever a careless line may put them. */
const redacted = [
  "accessKey",
  "secretKey",
  "accessToken",
  "password",
  "token",
  "authorization",
  "cookie",
  "buyer",
  "address",
  "email",
  "phone",
  "raw",
  "body",
];

/** `level`: pino's; `silent` for none. */
export function makeLog(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    redact: { paths: redacted.flatMap((path) => [path, `*.${path}`, `*.*.${path}`]), censor: "[redacted]" },
    serializers: { err: errorOf, req: ({ id, method }) => ({ id, method }), res: ({ statusCode }) => ({ statusCode }) },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Name, code and stack. Other properties may repeat what was sent: drivers keep the failed row in `detail`. */
function errorOf(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const isOurs = "retry" in error;
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    // Messages of our own rooms hold no data; those of others may.
    ...(isOurs ? { message: error.message } : {}),
    stack: error.stack?.split("\n    at ").slice(1).join("\n    at "),
    ...(error.cause === undefined ? {} : { cause: errorOf(error.cause) }),
  };
}
