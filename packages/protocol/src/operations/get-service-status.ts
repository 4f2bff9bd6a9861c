import { group, list, optional, text, timestamp, word } from "../fields.ts";
import { defineOperation } from "../operation.ts";

export const getServiceStatus = defineOperation({
  name: "GetServiceStatus",
  request: {},
  response: {
    Status: word("GREEN", "GREEN_I", "YELLOW", "RED"),
    Timestamp: timestamp(),
    MessageId: optional(text()),
    Messages: optional(list(group({ Locale: text(), Text: text() }), "Message")),
  },
  result: "content",
  needs: {},
  quota: "status",
  recovery: "repeat",
  errors: [],
  imitated: true,
  evidence: "documented",
  source: "API reference, GetServiceStatus",
});
