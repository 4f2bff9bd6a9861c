// A shop's own account, from the environment.
import type { Shop } from "@noren-pay/server";
import { CliError } from "../errors.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** Throws `badVariable`, naming the variable and what it takes, never its value. */
export function shopOf(env: Env): Shop {
  const required = (name: string) => {
    const value = env[name];
    if (value === undefined || value === "")
      throw new CliError("badVariable", `Set ${name}; see \`noren serve --help\`.`);
    return value;
  };
  const environment = required("NOREN_ENVIRONMENT");
  if (environment !== "Live" && environment !== "Sandbox") {
    throw new CliError("badVariable", "Set NOREN_ENVIRONMENT to Live or Sandbox.");
  }
  const region = env.NOREN_REGION || "jp";
  if (region !== "jp" && region !== "na" && region !== "de" && region !== "uk") {
    throw new CliError("badVariable", "Set NOREN_REGION to jp, na, de or uk.");
  }
  const endpoint = env.NOREN_ENDPOINT;
  if (endpoint && !URL.canParse(endpoint)) {
    throw new CliError("badVariable", "Set NOREN_ENDPOINT to an address such as http://localhost:9080.");
  }
  return {
    name: env.NOREN_SHOP_NAME || "Noren",
    sellerId: required("NOREN_SELLER_ID"),
    clientId: required("NOREN_CLIENT_ID"),
    secrets: { accessKey: required("NOREN_ACCESS_KEY"), secretKey: required("NOREN_SECRET_KEY") },
    environment,
    region,
    ...(endpoint ? { endpoint: { api: endpoint, login: endpoint } } : {}),
    notices: { topicArns: listOf(env.NOREN_TOPIC_ARNS), certificateUrls: listOf(env.NOREN_CERTIFICATE_URLS) },
    owner: env.NOREN_OWNER_EMAIL
      ? { email: env.NOREN_OWNER_EMAIL, password: required("NOREN_OWNER_PASSWORD") }
      : undefined,
  };
}

const listOf = (text: string | undefined): string[] =>
  (text ?? "")
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
