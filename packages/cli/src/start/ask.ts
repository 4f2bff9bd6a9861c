// One request to another process of ours, with errors that say what to do.
import { CliError } from "../errors.ts";

const timeoutMs = 300_000;

interface Question {
  readonly method: "GET" | "POST" | "PATCH";
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The whole answer. Throws `notReachable`, and `refused` with what the other side says. */
export async function ask(url: string, { method, body, headers = {} }: Question): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        "accept-language": "en",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new CliError("notReachable", `${new URL(url).origin}: start it first, or give another --url.`, { cause });
  }
  if (!response.ok) throw new CliError("refused", `${response.status}: ${await detailOf(response)}`);
  return response;
}

export async function askJson(url: string, question: Question): Promise<unknown> {
  const response = await ask(url, question);
  try {
    return await response.json();
  } catch (cause) {
    throw new CliError("refused", `${new URL(url).origin} did not answer with JSON; check --url.`, { cause });
  }
}

async function detailOf(response: Response): Promise<string> {
  const text = (await response.text()).slice(0, 1_000);
  try {
    const { detail, message, title } = JSON.parse(text) as Record<string, unknown>;
    return String(detail ?? message ?? title ?? text);
  } catch {
    return text;
  }
}
