import { text } from "../fields.ts";
import { defineOperation } from "../operation.ts";
import { captureDetails } from "../structures/capture.ts";

export const getCaptureDetails = defineOperation({
  name: "GetCaptureDetails",
  request: { AmazonCaptureId: text() },
  response: { CaptureDetails: captureDetails },
  result: "content",
  needs: {},
  quota: "read",
  recovery: "repeat",
  errors: ["InvalidTransactionId"],
  imitated: true,
  evidence: "documented",
  source: "API reference, GetCaptureDetails",
});
