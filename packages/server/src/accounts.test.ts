import type { AmazonAccount } from "@noren-pay/payments";
import { describe, expect, test } from "vitest";
import { checkAccounts, isLocalSandbox } from "./accounts.ts";

const live: AmazonAccount = {
  accountId: "a".repeat(32),
  sellerId: "A1SELLER",
  region: "jp",
  environment: "Live",
  clientId: "amzn1.application-oa2-client.x",
  secrets: { accessKey: "k", secretKey: "s" },
  notices: { topicArns: [], certificateUrls: [] },
  authorizationLifetimeMs: 1,
};
const local = { api: "http://localhost:9080", login: "http://localhost:9080" };
const sandbox: AmazonAccount = { ...live, accountId: "b".repeat(32), environment: "Sandbox", endpoint: local };

describe("live and sandbox", () => {
  const cases: [string, readonly AmazonAccount[], number, string | undefined][] = [
    ["live alone is taken", [live], 0, undefined],
    ["a sandbox alone is taken, its time moved or not", [sandbox], 86_400_000, undefined],
    ["Amazon's own sandbox may stand beside live", [live, { ...sandbox, endpoint: undefined }], 0, undefined],
    ["live at a sandbox's address is refused", [{ ...live, endpoint: local }], 0, "liveAtSandbox"],
    [
      "live that trusts a sandbox's certificate is refused",
      [{ ...live, notices: { topicArns: [], certificateUrls: ["http://localhost/x.pem"] } }],
      0,
      "liveAtSandbox",
    ],
    ["live beside a local sandbox is refused", [live, sandbox], 0, "liveWithSandbox"],
    ["live where time was moved is refused", [live], 1, "liveTimeMoved"],
  ];
  for (const [title, accounts, offset, code] of cases)
    test(title, () => {
      const check = () => checkAccounts(accounts, offset);
      if (code === undefined) expect(check).not.toThrow();
      else expect(check).toThrow(expect.objectContaining({ code }));
    });

  test("only a sandbox on this machine is one whose time may be moved", () => {
    expect(isLocalSandbox(sandbox)).toBe(true);
    expect(isLocalSandbox({ ...sandbox, endpoint: { ...local, api: "http://[::1]:9080" } })).toBe(true);
    expect(isLocalSandbox({ ...sandbox, endpoint: { ...local, api: "https://localhost.example" } })).toBe(false);
    expect(isLocalSandbox({ ...sandbox, endpoint: undefined })).toBe(false);
    expect(isLocalSandbox(live)).toBe(false);
  });
});
