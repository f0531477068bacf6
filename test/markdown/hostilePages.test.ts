// Pages that make a careless scanner slow: four times the page may cost about four times the time, never sixteen.

import { expect, test } from "vitest";
import { mkdocsMarkdown } from "../../server/src/markdown/python/pythonMarkdown.ts";
import { scanMarkdown } from "../../server/src/markdown/scanMarkdown.ts";
import { githubSyntax, type MarkdownSyntax } from "../../server/src/markdown/syntax.ts";

const hugo: MarkdownSyntax = { ...githubSyntax, shortcodes: "hugo", headingAttributes: true };
const mdx: MarkdownSyntax = { ...githubSyntax, mdx: true, valueIds: true, headingBrackets: true };
const wiki: MarkdownSyntax = { ...githubSyntax, wikiLinks: "target-first" };
const markdownIt: MarkdownSyntax = {
  ...githubSyntax,
  markdownIt: {
    footnotes: false,
    literals: "schemes",
    attributes: true,
    emoji: true,
    containers: { tip: true },
    componentTags: true,
    indentedCode: true,
    alerts: true,
    includes: true,
  },
};

const python: MarkdownSyntax = {
  ...githubSyntax,
  python: {
    ...mkdocsMarkdown,
    fences: "nested",
    attributes: true,
    admonitions: true,
    details: true,
    tabs: true,
    markdownInHtml: true,
    definitionLists: true,
    footnotes: true,
    abbreviations: true,
    emoji: true,
  },
};
const goldmark: MarkdownSyntax = {
  ...hugo,
  rawHtml: false,
  blockAttributes: true,
  definitionLists: true,
  literals: "goldmark",
};

const pages: Record<string, (size: number) => string> = {
  "nested block quotes": (n) => `${">".repeat(n)} [a](/b)`,
  "lines of nested block quotes": (n) => `${">".repeat(200)} a\n`.repeat(n / 200),
  "nested lists with blank lines after": (n) => `${"- ".repeat(Math.min(n / 10, 1000))}a\n${"\n".repeat(n)}`,
  "open brackets": (n) => "[".repeat(n),
  "open and closed brackets": (n) => `${"[".repeat(n)}a${"]".repeat(n)}`,
  "nested images": (n) => `${"![".repeat(n / 10)}a${"](b)".repeat(n / 10)}`,
  "half-written links": (n) => "[](".repeat(n),
  "half-written titles": (n) => "[a](b (".repeat(n / 4),
  "half-written references": (n) => "[a][b".repeat(n / 4),
  "references to nothing": (n) => `${"[a][b]".repeat(n / 4)}\n\n[c]: /d\n`,
  "backticks of growing length": (n) =>
    Array.from({ length: Math.sqrt(n) }, (_, i) => "`".repeat(i)).join(" "),
  "one run of backticks": (n) => "`".repeat(n),
  "unclosed comments": (n) => `a ${"<!-- ".repeat(n)}`,
  "unclosed instructions and CDATA": (n) => `a ${"<? <![CDATA[ <!a ".repeat(n / 8)}`,
  "half-written tags": (n) => `a ${'<a href="'.repeat(n / 4)}`,
  "half-written tags of MDX": (n) => "<a b={".repeat(n / 4),
  "open braces": (n) => "{".repeat(n / 4),
  dollars: (n) => "$".repeat(n),
  "unclosed math": (n) => "$a ".repeat(n),
  "unclosed blocks of math": (n) => "$$ a\n".repeat(n / 2),
  "marks of emphasis in a heading": (n) => `# ${"*a **b _c ".repeat(n / 4)}`,
  "closing marks in a heading": (n) => `# ${"a* b** c_ ~~d".repeat(n / 4)}`,
  "addresses with dots": (n) => `https://a.b/${".".repeat(n)}x`,
  "refused addresses": (n) => `${"éwww.".repeat(n / 4)}`,
  "mail without end": (n) => "a@".repeat(n),
  "half-written shortcodes": (n) => "{{< a ".repeat(n / 4),
  "definitions without end": (n) => "[a]: /b 'c\n".repeat(n / 4),
  "heading attributes": (n) => `# a {${"#a ".repeat(n / 4)}`,
  "pipes above a rule": (n) => `${"|".repeat(n)}\n${"|-".repeat(n)}\n`,
  "headings without blank lines": (n) => "# a\n".repeat(n / 4),
  "boxes without blank lines": (n) => "!!! note\n    a\n".repeat(n / 15),
  "definitions without blank lines": (n) => "[a]: /b\n".repeat(n / 8),
  "rules and quotes in turn": (n) => "a\n***\n> b\n".repeat(n / 10),
  "unclosed elements": (n) => "<div markdown>\n".repeat(n / 15),
  "unclosed fences": (n) => "```a\n".repeat(n / 5),
  "indented lists": (n) =>
    Array.from({ length: Math.sqrt(n) }, (_, i) => `${"    ".repeat(i)}- a`).join("\n"),
  "containers that nothing closes": (n) => `${"::::: tip\n".repeat(n / 10)}${":::\n".repeat(n / 10)}`,
  "half-written components": (n) => "<Foo a='b' @c".repeat(n / 4),
  "lines of components": (n) => "<Foo a   b>c</Fo\n".repeat(n / 8),
  "colons in a heading": (n) => `# ${":a:) :tada".repeat(n / 4)}`,
  "comments that include": (n) =>
    `a <!-- ${"@include: <!-- ".repeat(n / 8)}\n\n${"<!--@include:  ".repeat(n / 8)}`,
  "ids in brackets": (n) => `# ${"a [#b".repeat(n / 4)}]`,
  "shortcodes in one another": (n) => `${"{{% a %}}".repeat(n / 8)}x${"{{% /a %}}".repeat(n / 8)}`,
  "shortcodes that are closed by none": (n) => "{{% a %}}{{% /b %}}[c](/d)\n".repeat(n / 8),
  "definitions below one another": (n) => "a\n: b\n\n".repeat(n / 4),
  "lines of attributes": (n) => `a\n${"{#a}\n".repeat(n / 4)}`,
  "addresses in one another": (n) => "(https://a.b/c)".repeat(n / 4),
  "tags with braces": (n) => '<a href="{{<" b>'.repeat(n / 8),
  "open double brackets": (n) => "[[a ".repeat(n / 4),
  "double brackets and hats": (n) => `${"[[".repeat(n / 4)}${"]] ^a".repeat(n / 8)} ${"^".repeat(n / 4)}`,
  "one long line": (n) => "word [a](/b) ".repeat(n / 4),
};

for (const [name, page] of Object.entries(pages))
  test(`time grows with the page: ${name}`, () => {
    const size = 20_000;
    for (const syntax of [githubSyntax, wiki, hugo, goldmark, mdx, python, markdownIt]) {
      const small = timeOf(page(size), syntax);
      const large = timeOf(page(size * 4), syntax);
      expect(large).toBeLessThan(Math.max(small, 8) * 14 + 60);
    }
  });

function timeOf(text: string, syntax: MarkdownSyntax): number {
  const start = performance.now();
  scanMarkdown(text, 0, syntax);
  return performance.now() - start;
}

test("a page of 20 MB and a line of 5 MB are scanned within seconds", () => {
  const paragraph = "Some words, then [a link](/handbook/people) and `code`.\n\n";
  const page = paragraph.repeat(20_000_000 / paragraph.length);
  const line = "words and [a link](/handbook/people) ".repeat(5_000_000 / 37);
  const start = performance.now();
  expect(scanMarkdown(page, 0, githubSyntax).links.length).toBeGreaterThan(300_000);
  expect(scanMarkdown(line, 0, githubSyntax).links.length).toBeGreaterThan(100_000);
  expect(performance.now() - start).toBeLessThan(15_000);
});

test("a tag may have the name of anything", () => {
  for (const name of ["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"]) {
    for (const syntax of [githubSyntax, mdx]) {
      const text = `<${name} title="abcdef" href="/b">x</${name}>\n\n[a](/b)\n`;
      expect(scanMarkdown(text, 0, syntax).links.map(({ kind }) => kind)).toEqual(["inline"]);
    }
  }
});
