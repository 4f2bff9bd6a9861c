import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SpaceSwapper } from "./space-swapper.ts";

const bytesOf = (text: string) => Buffer.from(text, "latin1");

/** What comes out when `text` goes in, cut before each of `cuts`. */
function passed(text: string, cuts: readonly number[] = []): string {
  const swapper = new SpaceSwapper();
  const bytes = bytesOf(text);
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].toSorted((a, b) => a - b);
  let from = 0;
  for (const end of [...ends, bytes.length]) {
    swapper.pass(bytes.subarray(from, end));
    from = end;
  }
  return bytes.toString("latin1");
}

/** The same by hand, for one head. */
const reference = (head: string) =>
  head.replace(/(?<=\n)(x-[^\s:]*)([ \t]+):/gi, (_, name: string, blank: string) => `${name}:${blank.slice(1)} `);

const phpHead =
  "GET /user/profile HTTP/1.1\r\nHost: api.amazon.co.jp\r\nUser-Agent: php : x\r\nx-amz-access-token : Atza|a : b\r\n\r\n";

describe("the swapper", () => {
  const heads: [what: string, line: string, after: string][] = [
    ["a space before the colon", "x-amz-access-token : Atza|x", "x-amz-access-token:  Atza|x"],
    ["a tab before the colon", "X-Amz-Access-Token\t: Atza|x", "X-Amz-Access-Token:  Atza|x"],
    ["several", "x-a \t : v", "x-a:\t   v"],
    ["no space", "x-a: v : w", "x-a: v : w"],
    ["another header", "User-Agent : a", "User-Agent : a"],
    ["a framing header", "Content-Length : 4", "Content-Length : 4"],
    ["the other framing header", "Transfer-Encoding : chunked", "Transfer-Encoding : chunked"],
    ["the host", "Host : a", "Host : a"],
    ["a name with a space inside is made unreadable", "x-a b: c", "x-a:\x01: c"],
    ["a name without a colon is made unreadable", "x-a \r\nHost: x", "x-a:\x01\nHost: x"],
  ];
  for (const [what, line, after] of heads)
    test(`with ${what}`, () => {
      const inHead = (text: string) => `GET / HTTP/1.1\r\nHost: x\r\n${text}\r\n\r\n`;
      for (let cut = 0; cut < inHead(line).length; cut++) expect(passed(inHead(line), [cut])).toBe(inHead(after));
    });

  test("leaves the request's line alone", () => {
    const text = "GET /x-a : HTTP/1.1\r\nHost: x\r\n\r\n";
    expect(passed(text)).toBe(text);
  });

  const quirk = "x-a : 1\r\n";
  const untouched: [string, string][] = [
    ["a body", `POST / HTTP/1.1\r\nContent-Length: ${quirk.length + 2}\r\n\r\n\r\n${quirk}`],
    ["a body after a length in capitals", `POST / HTTP/1.1\r\nCONTENT-LENGTH:${quirk.length}\r\n\r\n${quirk}`],
    ["chunks", `POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n9;e=1\r\n${quirk}\r\n0\r\n\r\n`],
    [
      "what follows two lengths",
      `POST / HTTP/1.1\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\nGET / H\r\n${quirk}`,
    ],
    [
      "what follows length and chunks",
      `POST / HTTP/1.1\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / H\r\n${quirk}`,
    ],
    ["what follows an odd length", `POST / HTTP/1.1\r\nContent-Length: +0\r\n\r\nGET / H\r\n${quirk}`],
    ["what follows another encoding", `POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\nGET / H\r\n${quirk}`],
    ["what follows a folded line", `POST / HTTP/1.1\r\nA: b\r\n c\r\n${quirk}\r\n`],
    ["what follows a spaced framing header", `POST / HTTP/1.1\r\nContent-Length : 0\r\n${quirk}\r\n`],
    ["what follows a broken chunk", `POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nGET / H\r\n${quirk}`],
    [
      "what follows a trailer",
      `POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: b\r\n\r\nGET / H\r\n${quirk}`,
    ],
  ];
  for (const [what, text] of untouched)
    test(`touches nothing of ${what}`, () => {
      for (let cut = 0; cut < text.length; cut++) expect(passed(text, [cut])).toBe(text);
    });

  const name = fc.stringMatching(/^(x-[a-z0-9-]{0,12}|X-[A-Z]{1,9}|cookie|te|c|t|content-typ)$/);
  const line = fc
    .tuple(name, fc.constantFrom("", "", " ", "\t", "  "), fc.stringMatching(/^[ -~]{0,30}$/))
    .map(([key, blank, value]) => `${key}${/^x-/i.test(key) ? blank : ""}:${value}\r\n`);
  const message = fc
    .tuple(fc.array(line, { maxLength: 5 }), fc.string({ unit: "binary-ascii", maxLength: 60 }), fc.nat(2), fc.nat(59))
    .map(([lines, body, kind, cut]) => {
      const start = `POST / HTTP/1.1\r\nHost: x\r\n${lines.join("")}`;
      if (kind === 0) return { head: `${start}\r\n`, rest: "" };
      if (kind === 1) return { head: `${start}Content-Length: ${body.length}\r\n\r\n`, rest: body };
      const chunks = [body.slice(0, cut), body.slice(cut)].filter((chunk) => chunk !== "");
      const framed = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join("");
      return { head: `${start}transfer-encoding: Chunked\r\n\r\n`, rest: `${framed}0\r\n\r\n` };
    });

  test("does what the reference does, however messages follow one another and are cut", () =>
    fc.assert(
      fc.property(
        fc.array(message, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        (all, cuts) => {
          const expected = all.map(({ head, rest }) => reference(head) + rest).join("");
          expect(passed(all.map(({ head, rest }) => head + rest).join(""), cuts)).toBe(expected);
        },
      ),
      { numRuns: 2_000 },
    ));

  test("never changes how many bytes there are, nor any but space, tab, colon and what it refuses", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), fc.nat(), fc.nat(30), (noise, at, length) => {
        const start = at % phpHead.length;
        const text = phpHead.slice(0, start) + noise + phpHead.slice(start + length) + phpHead;
        const out = passed(text);
        expect(out).toHaveLength(text.length);
        for (let i = 0; i < text.length; i++)
          if (out[i] !== text[i]) expect([" →:", "\t→:", ":→ ", `${text[i]}→\u0001`]).toContain(`${text[i]}→${out[i]}`);
      }),
      { numRuns: 1_000 },
    ));
});
