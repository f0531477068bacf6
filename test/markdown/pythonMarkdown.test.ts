// Pages as Python-Markdown reads them (MkDocs). What it makes of them was asked of Python-Markdown 3.4 itself.

import { expect, test } from "vitest";
import { mkdocsMarkdown, type PythonMarkdown } from "../../server/src/markdown/python/pythonMarkdown.ts";
import { scanMarkdown } from "../../server/src/markdown/scanMarkdown.ts";
import { githubSyntax } from "../../server/src/markdown/syntax.ts";

const extended: Partial<PythonMarkdown> = {
  fences: "nested",
  attributes: true,
  admonitions: true,
  details: true,
  tabs: true,
  markdownInHtml: true,
  definitionLists: true,
  footnotes: true,
  emoji: true,
};

function scan(text: string, options: Partial<PythonMarkdown> = {}) {
  return scanMarkdown(text, 0, {
    ...githubSyntax,
    math: false,
    literals: "none",
    python: { ...mkdocsMarkdown, ...options },
  });
}

function destinations(text: string, options: Partial<PythonMarkdown> = {}): readonly string[] {
  return scan(text, options).links.map(({ destination }) => {
    expect(text.slice(destination.span.start, destination.span.end)).toBe(destination.raw);
    return destination.value;
  });
}

function headings(text: string, options: Partial<PythonMarkdown> = {}): readonly string[] {
  return scan(text, options).headings.map(({ level, text: name, explicitId }) =>
    explicitId ? `${level} ${name} #${explicitId.id}` : `${level} ${name}`,
  );
}

test("a heading needs no space and no blank line, but the left margin", () => {
  expect(headings("text\n#One\n # no\n####### Seven\n## Two ##\n### C#\n#\n")).toEqual([
    "1 One",
    "6 # Seven",
    "2 Two",
    "3 C",
    "1 ",
  ]);
  expect(headings("#One\n# Two\n", { spacedHeadings: true })).toEqual(["1 Two"]);
});

test("a heading with an underline is the first two lines of a block", () => {
  expect(headings("One\n-\n\nTwo\nlines\n---\n\nThree\n===\n# Four\n")).toEqual([
    "2 One",
    "1 Three",
    "1 Four",
  ]);
});

test("lists nest by four columns and begin at the beginning of a block", () => {
  expect(headings("- a\n\n    # In the item\n\n  # no\n")).toEqual(["1 In the item"]);
  expect(headings("text\n- # no\n\n* # yes\n    * # too\n")).toEqual(["1 yes", "1 too"]);
  expect(destinations("- a\n\n        [no](b)\n\n    [yes](c)\n\n[d](e)\n")).toEqual(["c", "e"]);
});

test("boxes of admonitions, details and tabs hold blocks that are indented", () => {
  const text = [
    '!!! note "Title"\n    # In a note\n\n    [a](a)\n\n',
    '??? tip\n    # In a tip\n\n    ???+ tip "T"\n        # Deeper\n\n',
    '=== "One"\n    # In one\n\n=== "Two"\n    # In two\n\n    ```\n    # no\n    ```\n\n',
    "# After\n",
  ].join("");
  expect(headings(text, extended)).toEqual([
    "1 In a note",
    "1 In a tip",
    "1 Deeper",
    "1 In one",
    "1 In two",
    "1 After",
  ]);
  expect(scan(text, extended).shortcodes.map(({ name, args }) => `${name} ${args}`)).toEqual([
    "===! One",
    "=== Two",
  ]);
  expect(headings(text)).toEqual(["1 After"]);
});

test("raw HTML reaches to its closing tag, with no Markdown in it unless it says so", () => {
  const text =
    '<div id="a">\n\n# no\n\n[no](x)\n<a href="b">c</a>\n</div>\n\n<div markdown>\n\n# yes\n\n[d](e)\n</div>\n\n[f](g)\n';
  expect(headings(text, extended)).toEqual(["1 yes"]);
  expect(destinations(text, extended)).toEqual(["b", "e", "g"]);
  expect(destinations("a <span>[b](c)</span>\n\n<!-- [no](x)\n\n# no\n-->\n[d](e)\n")).toEqual(["c", "e"]);
  expect(destinations("<div>\n\n[never](closed)\n")).toEqual([]);
});

test("a destination may have spaces, a label a blank before it; the outer brackets win", () => {
  expect(destinations("[a](b c.md) [d](<e f> 'g') [h](i(j).md \"k\") [l [m](n)](o) [p](q'r\")\n")).toEqual([
    "b c.md",
    "e f",
    "i(j).md",
    "o",
    "q'r\"",
  ]);
  expect(
    destinations("[a] [b] and [c][] and [b] and [d] [e](f)\n\ntext\n[b]: /one\n[b]: /two\n[C]: <x>\n"),
  ).toEqual(["/two", "x", "/two", "f"]);
  expect(scan("[a][b] [c] [d]\n").undefinedReferences.map(({ label }) => label)).toEqual(["b"]);
});

test("only angle brackets make an address a link, and no other scheme than http and ftp", () => {
  const text = "See https://a.b <https://c.d> <x:y> <e@f.g> www.h.i\n";
  expect(destinations(text)).toEqual(["https://c.d", "mailto:e@f.g"]);
});

test("attribute lists give ids to headings, blocks and inline elements", () => {
  const text =
    "# A { #a .b }\n## B {: #c }\n## C{#d}\n\ntext\n{: #e }\n\n[](){ #f } **g**{ #h } `i`{#j} {#no}\n";
  expect(headings(text, extended)).toEqual(["1 A #a", "2 B #c", "2 C{#d}"]);
  expect(
    scan(text, extended).anchors.map(
      ({ id, tag, span }) => `${id}${tag} ${text.slice(span.start, span.end)}`,
    ),
  ).toEqual(["e e", "f f", "h h", "j j"]);
});

test("pictures, emoji and calls of footnotes are no part of a heading's text", () => {
  expect(headings("# A ![b](c) :smile: [^1] `d` &amp; 10:30:45\n\n[^1]: x\n", extended)).toEqual([
    "1 A    d & 10:30:45",
  ]);
  expect(headings("# A[^1]&eacute;\n\n[^1]: x\n", { ...extended, olderIds: true })).toEqual(["1 A1"]);
});

test("a name between colons that is no emoji is text, and so is a tag whose end is escaped", () => {
  expect(headings("# <small>std::json::</small>hash<std::json\\>\n", extended)).toEqual([
    "1 std::json::hash<std::json>",
  ]);
  expect(headings("# A :material-account: :flag_se: :tada: :aerial_tramway: b\n", extended)).toEqual([
    "1 A     b",
  ]);
});

test("fences at the left margin only, or anywhere; one that is not closed is text", () => {
  const text = "```\n[no](a)\n```\n\n- b\n\n    ```\n    # c\n    ```\n\n```x y=1\n[d](e)\n";
  expect(headings(text, { fences: "nested" })).toEqual([]);
  expect(headings(text)).toEqual(["1 c"]);
  expect(destinations(text)).toEqual(["e"]);
});

test("definitions, footnotes and tables", () => {
  const text =
    "Term [a](b)\n:   [c](d)\n\n    # In it\n\nx[^1]\n\n[^1]:\n    [e](f)\n\n    [g](h)\n\na | b\n--|--\n[i](j) | `[k](l)` | [m](n)\n";
  expect(destinations(text, extended)).toEqual(["b", "d", "f", "h", "j"]);
  expect(headings(text, extended)).toEqual(["1 In it"]);
});

test("lines of metadata at the top are no text; snippets are told", () => {
  const text = 'Title: [a](b)\nTags: c\n\n# D\n\n--8<-- "e.md"\n--8<--\nf.md\ng.md\n--8<--\n[h](i)\n';
  expect(destinations(text, { snippets: true })).toEqual(["i"]);
  expect(scan(text, { snippets: true }).shortcodes.map(({ args }) => args)).toEqual(["e.md", "f.md", "g.md"]);
});

test("Windows line ends and tabs count as they should", () => {
  expect(headings("- a\r\n\r\n\t# b\r\n\r\n\t\t# no\r\nC\r\n===\r\n")).toEqual(["1 b", "1 C"]);
  expect(headings("C\r\n===\r\n\r\n> # d\r\n>\t# no\r\n")).toEqual(["1 C", "1 d"]);
});
