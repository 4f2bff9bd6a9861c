// MWSAuthToken: a merchant lets a solution provider act for it.
import { z } from "zod";
import { adminRow } from "./route.ts";
import { id, nothing, sellerId } from "./schemas.ts";

const mwsAuthToken = id.meta({ examples: ["amzn.mws.5f3c1c0e-6d0e-4a53-9d0e-2f1f6a4f2b11"] });

export const authTokenRows = {
  createAuthToken: adminRow({
    summary: "Lets another seller, a solution provider, call for this one with its own keys and this token",
    takes: z.strictObject({ sellerId, providerId: sellerId.describe("The seller whose keys will sign.") }),
    answer: z.object({ mwsAuthToken, sellerId, providerId: sellerId }),
    status: 201,
    run: ({ core, clock }, given) => {
      const { text, sellerId: merchant, providerId } = core.command("issueAuthToken", { ...given, now: clock.now() });
      return { mwsAuthToken: text, sellerId: merchant, providerId };
    },
  }),
  revokeAuthToken: adminRow({
    summary: "Takes the token back; calls with it answer UnauthorizedSolutionProvider",
    takes: z.strictObject({ mwsAuthToken }),
    answer: nothing,
    run: ({ core, clock }, given) => {
      core.command("revokeAuthToken", { text: given.mwsAuthToken, now: clock.now() });
      return {};
    },
  }),
};
