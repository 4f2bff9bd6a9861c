import { text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { authorizationDetails } from "../structures/authorization.ts";

export const getAuthorizationDetails = defineOperation({
  name: "GetAuthorizationDetails",
  request: { AmazonAuthorizationId: text() },
  response: { AuthorizationDetails: authorizationDetails },
  result: "content",
  needs: {},
  quota: "read",
  recovery: "repeat",
  errors: ["InvalidTransactionId"],
  imitated: true,
  evidence: "documented",
  source: "API reference, GetAuthorizationDetails",
});
