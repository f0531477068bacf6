import { expect, test } from "vitest";
import { parseHandbook, underlined } from "./handbookText.ts";

test("a handbook is files, a cursor and underlines in one string", () => {
  const { texts, cursor, underlines } = parseHandbook(`
//- docs/guide.md
# Guide
Start with [setup](/docs/set$0up#now).
                   ^^^^^^^^^^^^^ link-missing-page: No page is served at /docs/setup.
                                 ^^^ link-missing-anchor

//- docs/empty.md
//- vercel.json
{ "redirects": [] }
`);
  expect(Object.fromEntries(texts)).toEqual({
    "docs/guide.md": "# Guide\nStart with [setup](/docs/setup#now).\n\n",
    "docs/empty.md": "",
    "vercel.json": '{ "redirects": [] }\n',
  });
  expect(cursor).toEqual({ path: "docs/guide.md", offset: 36 });
  const text = texts.get("docs/guide.md") ?? "";
  expect(
    underlines.map(({ span, code, message }) => [text.slice(span.start, span.end), code, message]),
  ).toEqual([
    ["/docs/setup", "link-missing-page", "No page is served at /docs/setup."],
    ["now", "link-missing-anchor", undefined],
  ]);
});

test("what is found is written back in the notation that the test is written in", () => {
  const text = "# Guide\n[a](/b) and [c](/d)\nlast";
  const find = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
  expect(
    underlined(text, [
      { span: find("last"), code: "text-mojibake", message: undefined },
      { span: find("/d"), code: "link-missing-page", message: "Gone." },
      { span: find("/b"), code: "link-missing-page", message: undefined },
      { span: { start: 0, end: text.length }, code: "frontmatter-missing", message: undefined },
      { span: { start: 8, end: 8 }, code: "link-empty", message: undefined },
    ]),
  ).toBe(`# Guide
^^^^^^^ frontmatter-missing
[a](/b) and [c](/d)
^ link-empty
    ^^ link-missing-page
                ^^ link-missing-page: Gone.
last
^^^^ text-mojibake
`);
});
