import { describe, expect, test } from "vitest";
import { html, jsonBlock } from "./html.ts";

describe("a template", () => {
  test("escapes what is put in", () => {
    expect(html`<a title="${`"<&'`}">${"<b>"}</a>`.html).toBe('<a title="&quot;&lt;&amp;&#39;">&lt;b&gt;</a>');
  });
  test("keeps markup of its own kind, joins lists and leaves out what is not there", () => {
    expect(html`<p>${[html`<b>${1}</b>`, "<"]}${undefined}${false}</p>`.html).toBe("<p><b>1</b>&lt;</p>");
  });
  test("holds data that cannot end its block", () => {
    expect(jsonBlock("x", "</script>").html).toBe('<script type="application/json" id="x">"\\u003c/script>"</script>');
  });
});
