import { expect, test } from "vitest";
import { githubSyntax } from "../../server/src/markdown/syntax.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { scanPage } from "../../server/src/page/scanPage.ts";

const scan = (text: string, mdx = false) =>
  scanPage("people/feedback.md" as PagePath, text, { ...githubSyntax, mdx });

test("a scanned page has its frontmatter, its Markdown and its lines", () => {
  const page = scan("---\ntitle: Feedback\n---\n# How\n\n[Ask](/ask)\n");
  expect(page.frontmatter?.entries.map(({ key }) => key)).toEqual(["title"]);
  expect(page.headings.map(({ text, span }) => [text, span.start])).toEqual([["How", 24]]);
  expect(page.links.map(({ destination }) => destination.value)).toEqual(["/ask"]);
  expect([...page.lines.starts]).toEqual([0, 4, 20, 24, 30, 31, 43]);
  expect(page.bodyStart).toBe(24);
});

test("the excerpt is the first prose, without marks", () => {
  const text = [
    "# Feedback",
    "",
    "![a picture](x.png)",
    "",
    "We give *feedback* **often**, see [the `plan`](/plan) &amp; snake_case.",
    "",
    "> - Ask first",
    "",
    "## Next",
    "",
    "Never seen.",
  ].join("\n");
  expect(scan(text).excerpt).toBe("We give feedback often, see the plan & snake_case. Ask first");
});

test("the excerpt leaves out code, comments, imports, tables' rules and tags", () => {
  const text =
    "import X from './x.mdx'\n\n<!-- note -->\n\n```\ncode\n```\n\n<div>\n\nHello there.\n\n</div>\n\n---\n";
  expect(scan(text).excerpt).toBe("Hello there.");
});

test("the excerpt ends at a word within 200 characters", () => {
  const { excerpt } = scan("word ".repeat(100));
  expect(excerpt.length).toBeLessThanOrEqual(200);
  expect(excerpt).toMatch(/word…$/);
});

test("a page with nothing to read has an empty excerpt", () => {
  for (const text of ["", "# Title\n", "---\ntitle: x\n---\n", "```\ncode\n```\n"])
    expect(scan(text).excerpt).toBe("");
});

test("a picture that is named like a page is scanned like any text", () => {
  const text = `\u0089PNG\r\n\u001a\n${"\u0000\ufffd\u00ff".repeat(5000)}`;
  expect(scan(text).path).toBe("people/feedback.md");
});

test("addresses in the frontmatter are links where the syntax names their keys", () => {
  const text = '---\nhero:\n  actions:\n    - link: /a/\n    - link: "b"\nnext: { link: /c }\n---\n[d](/d)\n';
  const syntax = { ...githubSyntax, linkKeys: ["hero.actions.link", "next.link"] };
  const page = scanPage("a.md" as PagePath, text, syntax);
  expect(page.links.map(({ destination }) => destination.value)).toEqual(["/a/", "b", "/c", "/d"]);
  expect(page.links.every(({ destination: { span, raw } }) => text.slice(span.start, span.end) === raw)).toBe(
    true,
  );
});
