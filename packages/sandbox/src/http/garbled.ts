// What comes instead of an answer when something between a shop and Amazon is in trouble.
import type { FaultRule } from "../faults/faults.ts";
import type { FrontAnswer } from "./front.ts";

const html = `<!DOCTYPE html>
<html><head><title>Service Unavailable</title></head>
<body><h1>Service Unavailable</h1><p>The server is temporarily unable to service your request.</p></body></html>
`;

/** `answer`: what would have come. */
export function garbled(fault: FaultRule, answer: FrontAnswer): FrontAnswer {
  const { status } = fault;
  switch (fault.content ?? "html") {
    case "html":
      return { status: status ?? 503, headers: { "content-type": "text/html; charset=utf-8" }, body: html };
    case "text":
      return { status: status ?? 502, headers: { "content-type": "text/plain" }, body: "Bad Gateway\n" };
    case "empty":
      return { ...answer, status: status ?? answer.status, body: "" };
    case "truncated":
      return { ...answer, status: status ?? answer.status, body: half(answer.body ?? "") };
  }
}

const half = (body: string | Uint8Array) => body.slice(0, Math.floor(body.length / 2));
