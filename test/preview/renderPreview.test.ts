import { expect, test } from "vitest";
import { previewLimit, renderPreview } from "../../server/src/preview/renderPreview.ts";
import { handbook, pageOf } from "../support/handbook.ts";
import { hugo, plain, posthog, type TestModel } from "../support/models.ts";

const path = "contents/handbook/a.md";

/** The preview of a page of a handbook like PostHog's; `others` are further files. */
async function render(text: string, others = "", model: TestModel = posthog, at = path) {
  const book = handbook(model, `\n//- ${at}\n${text}\n//- vercel.json\n{"redirects":[]}\n${others}`);
  return renderPreview(book.site, pageOf(book, at), book.texts.get(at) ?? "");
}

const html = async (text: string, others?: string, model?: TestModel, at?: string) =>
  (await render(text, others, model, at)).html;

test("the title of the frontmatter stands on top", async () => {
  const { html, title, route } = await render("---\ntitle: Career progression\n---\nText.");
  expect(html).toMatch(/^<header class="handbook-title"><h1[^>]*>Career progression<\/h1><\/header>/);
  expect(html).not.toContain("title:");
  expect({ title, route }).toEqual({ title: "Career progression", route: "/handbook/a" });
});

test("a first heading that repeats the title is shown once and keeps its id", async () => {
  const shown = await html("---\ntitle: Career Progression\n---\n\n# Career progression\n\nText.");
  expect(shown.match(/<h1/g)).toHaveLength(1);
  expect(shown).toContain('id="user-content-career-progression"');
});

test("headings have the ids of the site, repeated ones too", async () => {
  const shown = await html("---\ntitle: T\n---\n\n## Setup\n\n## Setup\n\n> ### In *quotes*\n");
  expect([...shown.matchAll(/id="user-content-([^"]+)"/g)].map((match) => match[1])).toEqual([
    "setup",
    "setup-1",
    "in-quotes",
  ]);
});

test("a generator's own heading id is used and not shown", async () => {
  const shown = await html(
    "## Setup {#start}\n",
    '//- hugo.toml\nbaseURL = "https://x.example/"\n',
    hugo,
    "content/a.md",
  );
  expect(shown).toContain('<h2 data-line="0" id="user-content-start">Setup</h2>');
});

test("blocks say on which line of the file they begin", async () => {
  const shown = await html("---\ntitle: T\n---\n\nOne\n\n- two\n- three\n\n<div>\n\nfour\n\n</div>\n");
  expect(shown).toContain('<p data-line="4">One');
  expect(shown).toContain('<ul data-line="6">');
  expect(shown).toContain('<li data-line="7">three');
  expect(shown).toContain('<div data-line="9">');
  expect(shown).toContain('<p data-line="11">four');
});

test("lines are right after CRLF line ends and a byte order mark", async () => {
  expect(await html("\uFEFF---\r\ntitle: T\r\n---\r\n\r\nOne\r\n\r\n## Two\r\n")).toMatch(
    /<p data-line="4">One<\/p>\s*<h2 data-line="6" id="user-content-two">/,
  );
});

test("a link to another page keeps the address that its author wrote", async () => {
  const shown = await html("[B](/handbook/b#c)", "//- contents/handbook/b.md\n---\ntitle: B\n---\n\n## C\n");
  expect(shown).toContain('<a href="/handbook/b#c" data-handbook-href="/handbook/b#c">B</a>');
});

test.each([
  ["a page", "[x](/handbook/nope)", "No page is served at /handbook/nope."],
  ["a heading", "[x](#nope)", 'No heading of this page has the id "nope".'],
  ["a page, by reference", "[x][y]\n\n[y]: /handbook/nope", "No page is served at /handbook/nope."],
  ["a page, in HTML", '<a href="/handbook/nope">x</a>', "No page is served at /handbook/nope."],
  ["a page, in a table", "| a |\n| - |\n| [x](/handbook/nope) |", "No page is served at /handbook/nope."],
])("a dead link to %s is marked with the words of its diagnostic", async (_, text, reason) => {
  const shown = await html(`---\ntitle: T\n---\n\n${text}\n`);
  expect(shown).toContain('class="handbook-dead"');
  expect(shown.replaceAll("&#x22;", '"')).toContain(`data-handbook-reason="${reason}`);
});

test("a redirect is marked softly, an address elsewhere as external", async () => {
  const book = handbook(
    posthog,
    `
//- vercel.json
{"redirects":[{"source":"/old","destination":"/handbook/a"}]}
//- ${path}
---
title: T
---
[old](/old) [web](https://example.com/)
`,
  );
  const shown = await renderPreview(book.site, pageOf(book, path), book.texts.get(path) ?? "");
  expect(shown.html).toMatch(/class="handbook-redirect" title="[^"]*\/old is redirected to \/handbook\/a/);
  expect(shown.html).toContain('<a href="https://example.com/" class="handbook-external">');
});

test("footnotes and their way back stay within the page", async () => {
  const shown = await html("Text[^1]\n\n[^1]: Note\n");
  expect(shown).toContain('href="#footnote-fn-1"');
  expect(shown).toContain('id="user-content-footnote-fn-1"');
  expect(shown).not.toContain("handbook-dead");
});

test("a picture of the workspace has the URI of its file and no address to load by itself", async () => {
  const shown = await html("![Team](team.png)", "//- docs/team.png\n(png)\n", plain, "docs/a.md");
  expect(shown).toContain('<img alt="Team" data-handbook-src="file:///handbook/docs/team.png">');
});

test("a missing picture says what is missing", async () => {
  const shown = await html("![Team](nope.png)", "", plain, "docs/a.md");
  expect(shown).toContain('class="handbook-missing-image" role="img"');
  expect(shown).toContain("Team – There is no file at docs/nope.png.");
});

test("a picture from the web is not loaded", async () => {
  const shown = await html("![Team](https://example.com/team.png)");
  expect(shown).toContain('<img alt="Team" data-handbook-remote="https://example.com/team.png">');
  expect(shown).not.toContain(" src=");
});

test("a component is a labelled box around its children", async () => {
  expect(await html('<CalloutBox title="Mind">\n\n**Inner**\n\n</CalloutBox>')).toContain(
    '<span class="handbook-component-name">CalloutBox: Mind</span><p data-line="2"><strong>Inner</strong></p></div>',
  );
});

test("a component's address is judged like any link", async () => {
  expect(
    await html('---\ntitle: T\n---\n\nSee <PrivateLink url="/handbook/nope">this</PrivateLink>.'),
  ).toMatch(/<a [^>]*class="handbook-dead"[^>]*>this<\/a>/);
});

test("imports, exports and expressions are not run and not read", async () => {
  Object.assign(globalThis, { previewRan: 0 });
  const shown = await html(
    "import X from './x.mdx'\nexport const a = globalThis.previewRan++\n\n{globalThis.previewRan++} {'lit'} {/* c */}\n\n<X a={globalThis.previewRan++} />\n",
  );
  expect((globalThis as { previewRan?: number }).previewRan).toBe(0);
  expect(shown).toContain('<code class="handbook-expression">{globalThis.previewRan++}</code> lit');
  expect(shown).not.toContain("import X");
  expect(shown).not.toContain("export const");
});

test("a statement in a fenced block stays, an import in text too", async () => {
  expect(await html("```js\n\nimport x from 'y'\n```\n\nimport\n")).toContain("import x from 'y'");
});

test("half-written MDX is shown as Markdown, and says from where it cannot be read", async () => {
  const { html, note } = await render("---\ntitle: T\n---\n\n**One**\n\n<CalloutBox\n\n## Two\n");
  expect(html).toContain("<strong>One</strong>");
  expect(html).toContain(">Two</h2>");
  expect(note).toMatch(/^Shown as plain Markdown: this page cannot be read as MDX/);
});

test("components are boxed in half-written MDX as well, and an open one does not swallow the page", async () => {
  const { html } = await render("<Box>\n\nInner\n\n</Box>\n\n<Open>\n\nText {unclosed\n");
  expect(html).toMatch(
    /<div class="handbook-component"[^>]*><span class="handbook-component-name">Box<\/span>\s*<p[^>]*>Inner<\/p>/,
  );
  expect(html).toMatch(/Open<\/span><\/div>\s*<p[^>]*>Text/);
});

test("an HTML comment does not keep a page from being read as MDX", async () => {
  const { html, note } = await render("One <!-- {secret} --> two\n\n<Box>in</Box>\n");
  expect(note).toBeUndefined();
  expect(html).toMatch(/One\s+two/);
  expect(html).not.toContain("secret");
});

test("shortcodes are shown as written, in a quiet label", async () => {
  const shown = await html(
    'A {{< ref "b.md" >}} *b*\n\n{{% alert %}}\n**x**\n{{% /alert %}}\n',
    '//- hugo.toml\nbaseURL = "https://x.example/"\n',
    hugo,
    "content/a.md",
  );
  expect(shown).toContain('A <code class="handbook-shortcode">{{&#x3C; ref "b.md" >}}</code> <em>b</em>');
  expect(shown).toContain('<code class="handbook-shortcode">{{% /alert %}}</code>');
});

test.each([
  ["characters", `${"word ".repeat(400)}\n\n`.repeat(previewLimit / 1000)],
  ["lines", "para\n\n".repeat(20_000)],
  ["links", "[a](/gone) ".repeat(20_000)],
])("a page of very many %s is shown in part, with a note", async (_, text) => {
  const { html, note } = await render(text, "", plain, "docs/a.md");
  expect(note).toMatch(/^This page is very long: the preview shows its first \d+ percent\.$/);
  expect(html.length).toBeGreaterThan(20_000);
});

test.each([
  [">", ">".repeat(10_000)],
  ["[", "[".repeat(10_000)],
  ["<div>", "<div>\n\n".repeat(5000)],
  ["* ", "* ".repeat(5000)],
  ["{{", "{{<".repeat(3000)],
  ["{", "{".repeat(10_000)],
  ["<A>", "<A>".repeat(3000)],
  ["-", "- ".repeat(10_000)],
  ["1.", "1. ".repeat(10_000)],
  ["links", "[a](".repeat(10_000)],
  ["<b>", "<b>x\n\n".repeat(10_000)],
])("ten thousand nested %s are answered", async (_, text) => {
  const started = performance.now();
  for (const [model, at] of [
    [posthog, path],
    [plain, "docs/a.md"],
  ] as const) {
    const { html, note } = await render(text, "", model, at);
    expect(html.length + (note?.length ?? 0)).toBeGreaterThan(0);
  }
  expect(performance.now() - started).toBeLessThan(15_000);
});

test.each(["", "---\ntitle: [\n---\n", "---\n- a\n---\n# H", "\0\0PNG\uFFFD", "\uD800 lone"])(
  "odd input %j is answered",
  async (text) => {
    expect(typeof (await html(text))).toBe("string");
  },
);

test("tags and attributes may have the name of anything", async () => {
  for (const name of ["constructor", "toString", "valueOf", "__proto__"]) {
    const shown = await html(
      `<${name} title="abcdef" constructor="x">One</${name}>\n\n<p toString="x">Two</p>\n`,
    );
    expect(shown).toContain("One");
    expect(shown).toContain("Two");
    expect(await html(`<${name} title="abcdef">One</${name}>`, "", plain, "a.md")).toContain("One");
  }
});
