// What the scanner finds beyond CommonMark and GFM: tags, ids, shortcodes, math, MDX, near links, references to nothing.

import { expect, test } from "vitest";
import { scanMarkdown } from "../../server/src/markdown/scanMarkdown.ts";
import { githubSyntax, type MarkdownSyntax } from "../../server/src/markdown/syntax.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { scanPage } from "../../server/src/page/scanPage.ts";

const hugo: MarkdownSyntax = { ...githubSyntax, math: false, shortcodes: "hugo", headingAttributes: true };
const mdx: MarkdownSyntax = { ...githubSyntax, math: false, mdx: true };

function destinations(text: string, syntax: MarkdownSyntax = githubSyntax): readonly string[] {
  return scanMarkdown(text, 0, syntax).links.map(({ destination }) => {
    expect(text.slice(destination.span.start, destination.span.end)).toBe(destination.raw);
    return destination.value;
  });
}

test("addresses and ids of tags are found in running text and in HTML blocks, not in code and comments", () => {
  const text =
    '<div id="a"><a href="/x?a&amp;b">y</a>\n<img\n src=p.png alt="P">\n</div>\n\nz <a name=\'q\' href="/w"> `<a href="/n">` <!-- <a href="/m"> -->\n\n> <p>\n> <a\n> href="/v">\n';
  expect(destinations(text)).toEqual(["/x?a&b", "p.png", "/w", "/v"]);
  expect(scanMarkdown(text, 0, githubSyntax).anchors.map(({ id, tag }) => `${tag} ${id}`)).toEqual([
    "div a",
    "a q",
  ]);
});

test("nothing is found in scripts and in a tag that is not finished", () => {
  expect(destinations('<script>\n"<a href=/x>"\n</script>\n\n<a href="/y\n\n[b](/c)\n')).toEqual(["/c"]);
});

test("a heading's id in braces is its id and not its text", () => {
  const [first, second, third] = scanMarkdown(
    "## Set *up* {#start .wide} ##\n\nUnder\nline {.x #u}\n---\n# {{ a }}\n",
    0,
    hugo,
  ).headings;
  expect(first).toMatchObject({
    text: "Set up",
    source: "Set *up*",
    explicitId: { id: "start", span: { start: 14, end: 19 } },
  });
  expect(second).toMatchObject({ text: "Under\nline", explicitId: { id: "u" } });
  expect(third?.text).toBe("{{ a }}");
});

test("a shortcode may be a destination, and text between a pair is read", () => {
  const text = '[x]({{< ref "a b.md" >}}) {{% note %}}[y](/z){{% /note %}} {{</* tabs */>}} | `{{< c >}}`\n';
  expect(destinations(text, hugo)).toEqual(['{{< ref "a b.md" >}}', "/z"]);
  const { shortcodes } = scanMarkdown(text, 0, hugo);
  expect(shortcodes.map(({ name, args, markdown }) => [name, args, markdown])).toEqual([
    ["ref", '"a b.md"', false],
    ["note", "", true],
    ["/note", "", true],
  ]);
});

test("nothing in math is Markdown, and prices are not math", () => {
  const text =
    "$$\n[a](/b)\n= c\n$$\n\n$[d](/e)$ costs $5, [f](/g) and $6; \\$ [h](/i) $$[j](/k)$$\n\n$$ open\n[l](/m)\n";
  expect(destinations(text)).toEqual(["/g", "/i", "/m"]);
});

test("MDX: tags, expressions and modules are read as such", () => {
  const text = [
    'import A from "./a.mdx"',
    "export const b = `[c](/d)`",
    "",
    "<A",
    '  href="/no"',
    "  list={[",
    '    "- [e](/f)",',
    "  ]}",
    "/>",
    "",
    '<a href={"/g"}>h</a> <img src={`/i.png`} alt="I" /> <a href={`/j/$' + '{k}`}>l</a> {"[m](/n)"}',
    "",
    "    [o](/p)",
    "<!-- [q](/r) -->",
    "",
    "<https://s.t> and {open [u](/v)",
    "",
    "<B href='/w",
    "",
    "[x](/y)",
  ].join("\n");
  expect(destinations(text, mdx)).toEqual(["/g", "/i.png", "/p", "/v", "/y"]);
});

test("what was meant as a link is a near link, prose in parentheses is not", () => {
  const text =
    '[a](/a path) [b](see this) [c](../d e.md "t") [f] (/g h) [i](j k.png) [l](/m "n") [o](</p q>)\n';
  const { nearLinks } = scanMarkdown(text, 0, githubSyntax);
  expect(nearLinks.map(({ text: name, destination }) => [name, destination.value])).toEqual([
    ["a", "/a path"],
    ["c", "../d e.md"],
    ["i", "j k.png"],
  ]);
});

test("full and collapsed references to nothing are told, footnotes, boxes, code and plain brackets are not", () => {
  const text = "[a][b] ![c][] [d] [e][f] `[g][h]` [^1] [x][^2] [ ][] \\[i][j]\n\n- [ ] k\n\n[F]: /l\n";
  const found = scanMarkdown(text, 0, githubSyntax).undefinedReferences;
  expect(found.map(({ label, image }) => [label, image])).toEqual([
    ["b", false],
    ["c", true],
  ]);
});

test("marks of a merge conflict make no heading and no quote", () => {
  const text = "text\n<<<<<<< ours\n[a](/b)\n=======\n[c](/d)\n>>>>>>> theirs\n[e](/f)\n\nTitle\n=======\n";
  expect(destinations(text)).toEqual(["/b", "/d", "/f"]);
  expect(scanMarkdown(text, 0, githubSyntax).headings.map((heading) => heading.text)).toEqual(["Title"]);
});

test("offsets are of the whole text, frontmatter, block quotes and Windows line ends included", () => {
  const text = "---\r\na: b\r\n---\r\n> # A [b\r\n> c](/d)\r\n> [b\r\n> c]( /e\r\n> 't')\r\n";
  const [link] = scanMarkdown(text, 17, githubSyntax).links;
  expect(link?.destination.value).toBe("/e");
  expect(text.slice(link?.span.start, link?.span.end)).toBe("[b\r\n> c]( /e\r\n> 't')");
});

test("components, and the names that an MDX page imports and exports, stand where they stand", () => {
  const text =
    'import A, { b as C } from "./_a.mdx";\nimport * as D from \'@site/d\'\nexport const E = 1\n\n<A />\n\n<Tabs.Item x="1">\n\ny <C/> `<F/>` <div>\n';
  const { components, imports, exports } = scanMarkdown(text, 0, mdx);
  const word = ({ span }: { span: { start: number; end: number } }) => text.slice(span.start, span.end);
  expect(components.map(word)).toEqual(["A", "Tabs.Item", "C"]);
  expect(imports.map((one) => `${one.name} ${one.from}`)).toEqual(["A ./_a.mdx", "C ./_a.mdx", "D @site/d"]);
  expect(imports.map(word)).toEqual(["./_a.mdx", "./_a.mdx", "@site/d"]);
  expect(exports.map(word)).toEqual(["E"]);
});

test("ids of the syntax tree: directives count by their label, expressions by their source, and only there", () => {
  const tree = { ...mdx, headingAttributes: true, treeIds: true };
  const ids = (text: string, syntax: MarkdownSyntax = tree) =>
    scanMarkdown(text, 0, syntax).headings.map((heading) => heading.idText ?? heading.text);
  expect(ids("## Use node:path and :smile: at 10:30 in `a:b`\n")).toEqual([
    "Use node and :smile: at 10:30 in a:b",
  ]);
  expect(ids("## Press :kbd[Ctrl]{.key} std::vector [a:b](/c)\n")).toEqual(["Press Ctrl std::vector a"]);
  expect(ids("## Version {version} {/* a note */} x\n")).toEqual(["Version version /* a note */ x"]);
  expect(ids("## Use node:path {x}\n", mdx)).toEqual(["Use node:path "]);
  expect(scanMarkdown("## Use node:path\n", 0, tree).headings[0]?.text).toBe("Use node:path");
  expect(scanMarkdown("see:x[text](/a) [b](/b)\n", 0, tree).links.map((link) => link.text)).toEqual(["b"]);
});

test("a container of directives is a block: its title is read, and what begins in it ends with it", () => {
  const tree: MarkdownSyntax = { ...mdx, treeIds: true };
  const text =
    ":::note See [a](/a)\ntext\n:::\n---\n\ntext\n:::tip[See [b](/b)]\n- [c](/c)\n:::\n[d](/d)\n===\n\n::: note [e](/e)\n:::other [f](/f)\n---\n";
  expect(destinations(text, tree)).toEqual(["/a", "/b", "/c", "/d", "/e", "/f"]);
  const { headings } = scanMarkdown(text, 0, tree);
  expect(headings.map((heading) => heading.text)).toEqual(["d", "::: note e\n:::other f"]);
  expect(destinations("::::tip\n:::note\n```\n[a](/a)\n:::\n[b](/b)\n::::\n", tree)).toEqual(["/b"]);
});

test("a fence of mdx-code-block is no code", () => {
  const tree: MarkdownSyntax = { ...mdx, treeIds: true };
  const text =
    '```mdx-code-block\nimport A from "./_a.mdx";\n\n<A />\n```\n\n```js\n[a](/a)\n```\n\n````mdx-code-block\n[b](/b)\n````\n[c](/c)\n';
  expect(destinations(text, tree)).toEqual(["/b", "/c"]);
  expect(scanMarkdown(text, 0, tree).imports.map(({ name }) => name)).toEqual(["A"]);
  expect(destinations(text, mdx)).toEqual(["/c"]);
});

test("a container of directives may have an id, as the syntax tree has it", () => {
  const tree: MarkdownSyntax = { ...mdx, treeIds: true };
  const text = ':::tip[A tip]{.x #a-tip}\n\ntext\n\n:::\n\n> :::note{id="b"}\n> c :::d{#e}\n';
  const { anchors } = scanMarkdown(text, 0, tree);
  expect(anchors.map(({ id }) => id)).toEqual(["a-tip", "b"]);
  for (const { id, span } of anchors) expect(text.slice(span.start, span.end)).toBe(id);
  expect(scanMarkdown(text, 0, mdx).anchors).toEqual([]);
});

test("an id of the syntax tree is all that its braces hold, or stands in a comment", () => {
  const tree = { ...mdx, headingAttributes: true, treeIds: true };
  const text =
    "## A {#a b.c}\n## B {/* #b-1 note */}\n## C \\{#c}\n## D {d}\n## E {/* e */}\n# F {/*#f*/} #\n";
  const { headings } = scanMarkdown(text, 0, tree);
  expect(headings.map((heading) => heading.explicitId?.id)).toEqual([
    "a b.c",
    "b-1",
    "c",
    undefined,
    undefined,
    "f",
  ]);
  expect(headings.map((heading) => heading.text.trim())).toEqual(["A", "B", "C", "D", "E", "F"]);
  for (const { explicitId } of headings)
    if (explicitId) expect(text.slice(explicitId.span.start, explicitId.span.end)).toBe(explicitId.id);
});

test("MDX 1: a tag at the beginning of a line begins a block that is no Markdown up to a blank line, and braces are text", () => {
  const mdx1: MarkdownSyntax = { ...githubSyntax, math: false, mdx1: true };
  expect(destinations("text\n<Tab a={1}>\n[a](/a)\n\n[b](/b)\n</Tab>\n[c](/c)\n", mdx1)).toEqual(["/b"]);
  expect(
    destinations("<b>[a](/a)</b>\n\nx <b>[c](/c)</b> {[d](/d)}\n\n<https://e.example> <>[f](/f)</>\n", mdx1),
  ).toEqual(["/c", "/d", "https://e.example", "/f"]);
  expect(destinations('<Foo to={"x"}>\n<a href="/g">\n\n    [h](/h)\n', mdx1)).toEqual(["/g"]);
  const { headings, imports } = scanMarkdown(
    'import A from "./a.mdx"\n\n## One {#two}\n\n<A>\n## Three\n</A>\n',
    0,
    mdx1,
  );
  expect(headings.map(({ text }) => text)).toEqual(["One {#two}"]);
  expect(imports.map(({ name }) => name)).toEqual(["A"]);
});

const markdownIt = {
  ...githubSyntax,
  linkKeys: ["hero.actions.link"],
  markdownIt: {
    footnotes: false,
    literals: "schemes",
    attributes: true,
    emoji: true,
    containers: { tip: true, raw: false },
    componentTags: true,
    alerts: true,
    includes: true,
    indentedCode: true,
  },
} as const;

test("markdown-it: no footnotes, no address without a scheme, no title of an alert", () => {
  const text = "[^1] www.a.bc https://d.ef\n\n[^1]: /g\n\n> [!NOTE] [h](/i)\n> [j](/k)\n";
  expect(destinations(text, markdownIt)).toEqual(["/g", "https://d.ef", "/k"]);
});

test("markdown-it: attributes in braces name blocks, links and code; a heading's is its id", () => {
  const text =
    '## A `b` {#c .d}\n\ne {#f}\n\n- [g](/h){#i target="_self"} `j`{#k} {{ l }}\n\n## M **n**{#o}\n\n## {{ p }}\n';
  const { headings, anchors, links } = scanMarkdown(text, 0, markdownIt);
  expect(headings.map((one) => [one.text, one.source, one.explicitId?.id])).toEqual([
    ["A b", "A `b`", "c"],
    ["M n", "M **n**{#o}", undefined],
    ["{{ p }}", "{{ p }}", undefined],
  ]);
  expect(anchors.map(({ id, span }) => [id, text.slice(span.start, span.end)])).toEqual([
    ["f", "f"],
    ["i", "i"],
    ["k", "k"],
    ["o", "o"],
  ]);
  expect(links.map(({ form }) => form)).toEqual(["html"]);
});

test("markdown-it: ids are made of text and code as they are written, without images and emoji", () => {
  const text = "## :tada: A &amp; `:b:` ![c](d) [e](f) ~g~ :no_such:\n\nH\ni\n---\n";
  expect(scanMarkdown(text, 0, markdownIt).headings.map((one) => one.tokenText)).toEqual([
    " A &amp; :b:  e ~g~ :no_such:",
    "Hi",
  ]);
});

test("markdown-it: a container's closing line ends what began in it; its title is Markdown", () => {
  const text =
    "::: tip [a](/b)\n<div>\n:::\n[c](/d)\n\n- ::: raw [e](/f)\n  ```\n  [g](/h)\n  :::\n  [i](/j)\n\n::: other\n```\n:::\n[k](/l)\n";
  expect(destinations(text, markdownIt)).toEqual(["/b", "/d", "/j"]);
});

test("markdown-it: tags of components begin blocks, whole ones on their line do not go on", () => {
  const text =
    'a\n<Foo @click="b">\n[c](/d)\n\n<Foo /> [e](/f)\n[g](/h)\n\n<span>i</span>\n[j](/k)\n\n<template #l>\n[m](/n)\n</template>\n';
  expect(destinations(text, markdownIt)).toEqual(["/f", "/h", "/k"]);
});

test("markdown-it: comments that include, and that mark regions, are told as shortcodes", () => {
  const text =
    "<!--@include: ./a.md{1,2}-->\n\nb <!-- @include: c.md -->\n\n<!-- #region d -->\ne\n<!-- #endregion d -->\n";
  expect(scanMarkdown(text, 0, markdownIt).shortcodes.map(({ name, args }) => `${name} ${args}`)).toEqual([
    "@include ./a.md{1,2}",
    "@include c.md",
    "#region d",
    "#endregion d",
  ]);
});

test("addresses in the frontmatter are links where the syntax names their keys", () => {
  const text = '---\nhero:\n  actions:\n    - link: /a\n    - link: "b#c"\n    - link: 1\n---\n[d](/e)\n';
  const { links } = scanPage("index.md" as PagePath, text, markdownIt);
  expect(links.map(({ destination }) => text.slice(destination.span.start, destination.span.end))).toEqual([
    "/a",
    "b#c",
    "/e",
  ]);
});

test("markdown-it without indented code: such lines are text, and begin no heading", () => {
  const syntax = { ...markdownIt, markdownIt: { ...markdownIt.markdownIt, indentedCode: false } };
  const text = "    [a](/b)\n\n    # c\n\n- d\n\n      [e](/f)\n";
  expect(destinations(text, syntax)).toEqual(["/b", "/f"]);
  expect(scanMarkdown(text, 0, syntax).headings).toEqual([]);
});

const kramdown: MarkdownSyntax = {
  ...githubSyntax,
  math: false,
  shortcodes: "liquid",
  kramdown: { input: "gfm", parseBlockHtml: false },
};

test("kramdown's attribute lists give ids to the heading before or after them, and to what they stand behind", () => {
  const text =
    "## One\n{: #first .x}\n\n{: #second}\n## Two\n\ntext\n{: #para}\n\n*a*{: #em} [b](/c){:#link} {: #no}\n\n## Three {#third}\n\n## Four {#no .class}\n";
  const { headings, anchors, links } = scanMarkdown(text, 0, kramdown);
  expect(headings.map((heading) => [heading.text, heading.explicitId?.id])).toEqual([
    ["One", "first"],
    ["Two", "second"],
    ["Three", "third"],
    ["Four {#no .class}", undefined],
  ]);
  expect(anchors.map(({ id, span }) => [id, text.slice(span.start, span.end)])).toEqual([
    ["para", "para"],
    ["em", "em"],
    ["link", "link"],
  ]);
  expect(links.map(({ destination }) => destination.value)).toEqual(["/c"]);
});

test("kramdown reads no Markdown in HTML blocks, but in those that ask for it", () => {
  const text =
    '<div>\n\n## No\n\n[a](/no) <a href="/yes">b</a>\n\n</div>\n\n[c](/after)\n\n<div markdown="1">\n\n## Yes\n\n[d](/inside)\n\n</div>\n\n<details>\n<summary markdown="span">[e](/summary)</summary>\n\n[f](/no)\n\n</details>\n\n[g](/end) https://bare.example <code>[h](/no)</code>\n';
  expect(destinations(text, kramdown)).toEqual(["/yes", "/after", "/inside", "/summary", "/end"]);
  const { headings } = scanMarkdown(text, 0, kramdown);
  expect(headings.map(({ text: name, inHtml }) => [name, inHtml])).toEqual([["Yes", true]]);
  const all = { ...kramdown, kramdown: { input: "gfm", parseBlockHtml: true } } as const;
  expect(destinations("<div>\n\n[a](/yes)\n\n</div>\n", all)).toEqual(["/yes"]);
});

test("kramdown's headings stand at the margin and underlined ones have one line; its links may have spaces", () => {
  const text =
    ' ## No\n\nOne\n---\n\nTwo\nlines\n---\n\n## A -- `--b` ![c](/d)\n\n[e](/f g.md) [h](/i j "k")\n\na | [l | m](/no)\n\n```js title\n[n](/o)\n';
  const { headings } = scanMarkdown(text, 0, kramdown);
  expect(headings.map((heading) => heading.text)).toEqual(["One", "A – --b "]);
  expect(destinations(text, kramdown)).toEqual(["/d", "/f g.md", "/i j", "/o"]);
  const own = { ...kramdown, kramdown: { input: "kramdown", parseBlockHtml: false } } as const;
  expect(scanMarkdown("#One\ntext\n# no\n", 0, own).headings.map((heading) => heading.text)).toEqual(["One"]);
});

test("what Liquid and kramdown leave out is not read", () => {
  const text =
    "{% comment %}\n## No\n{% endcomment %}\n\na {% comment %} [b](/no) {% endcomment %} [c](/yes)\n\n{% highlight md %}\n# No\n{% endhighlight %}\n\n{::comment}\n[d](/no)\n{:/comment}\n\n$$\n[e](/no)\n$$\n\n{% if x %}\n## Yes\n{% endif %}\n";
  const { headings } = scanMarkdown(text, 0, kramdown);
  expect(headings.map((heading) => heading.text)).toEqual(["Yes"]);
  expect(destinations(text, kramdown)).toEqual(["/yes"]);
});

test("half-written attribute lists, tags and extensions are text", () => {
  for (const text of [
    "{:",
    "{: #a",
    "## a {#",
    "<div",
    "<div markdown=",
    "{::comment}",
    "$$",
    "{% comment %}",
    "[a](b c",
  ])
    expect(scanMarkdown(text, 0, kramdown).anchors).toEqual([]);
});

test("HTML files have tags alone, and only ids without frontmatter", () => {
  const text = '# No\n<h2 id="a">A</h2> [b](/no) <a href="/yes">c</a>\n';
  expect(destinations(text, { ...kramdown, html: "always" })).toEqual(["/yes"]);
  const copied = scanMarkdown(text, 0, { ...kramdown, html: "with-frontmatter" });
  expect([copied.links.length, copied.anchors.map(({ id }) => id)]).toEqual([0, ["a"]]);
});

test("arguments of shortcodes are links, and titles are kept, where the syntax says so", () => {
  const text = "{% content-ref url=\"a.md\" %}\n[a](b.md)\n{% endcontent-ref %}\n\n[c](d.pdf ':ignore')\n";
  const gitbook: MarkdownSyntax = {
    ...githubSyntax,
    shortcodes: "liquid",
    shortcodeLinks: { "content-ref": ["url"] },
    linkTitles: true,
  };
  expect(destinations(text, gitbook)).toEqual(["a.md", "b.md", "d.pdf"]);
  expect(scanMarkdown(text, 0, gitbook).links.map(({ title }) => title)).toEqual([
    undefined,
    undefined,
    ":ignore",
  ]);
});

test("Nextra: `[#id]` ends a heading, ids are made of the values in it, and the titles of tabs are kept", () => {
  const nextra = { ...mdx, valueIds: true, headingBrackets: true, keptAttributes: { Tabs: ["items"] } };
  const text = '## A {b} ![c](d) [e](/f) [#g h]\n\n## `[#i]`\n\n<Tabs items={["j", "k"]} x="y">\n</Tabs>\n';
  const { headings, components } = scanMarkdown(text, 0, nextra);
  expect(headings.map((one) => [one.text, one.idText, one.explicitId?.id])).toEqual([
    ["A  c e", "A b  e", "g h"],
    ["[#i]", undefined, undefined],
  ]);
  expect(components.map(({ attributes }) => attributes)).toEqual([{ items: '["j", "k"]' }]);
  const plain = { ...nextra, mdx: false };
  expect(scanMarkdown("## A <b>c</b>\n", 0, plain).headings[0]?.idText).toBe("A <b>c</b>");
});

const hugoSyntax: MarkdownSyntax = {
  ...githubSyntax,
  math: false,
  shortcodes: "hugo",
  headingAttributes: true,
  shortcodeText: {
    byName: { rendered: "markdown", atHome: "home", raw: "html", tagged: "in-tag" },
    others: "unsure",
  },
};

test("goldmark links an address only where a line, a space or another construct ends before it, and in ASCII alone", () => {
  const text = [
    'https://a.b/1 (https://a.b/2) *https://a.b/3* `c`https://a.b/4 "https://a.b/5 --https://a.b/6',
    "、https://a.b/no -https://a.b/no [https://a.b/no] &amp;https://a.b/no \\!https://a.b/no HTTP://a.b/no",
    "https://a.b/7。no www.a.b/8, https://a.b/9_(x)) http://localhost/no https://a.b/10&copy; <b>https://a.b/11</b>",
  ].join("\n\n");
  expect(destinations(text, { ...githubSyntax, literals: "goldmark" })).toEqual([
    ...["1", "2", "3", "4", "5", "6", "7"].map((name) => `https://a.b/${name}`),
    "http://www.a.b/8",
    "https://a.b/9_(x)",
    "https://a.b/10",
    "https://a.b/11",
  ]);
  expect(destinations(text, { ...githubSyntax, literals: "none" })).toEqual([]);
});

test("text in a shortcode is Markdown of the page, of its own, or none, as delimiters and template have it", () => {
  const text = [
    "{{% any %}}\n## Page\n{{% any %}}\n## Apart\n{{% /any %}}\n{{% /any %}}",
    "{{< raw >}}\n## Raw\n[a](/no) <a href='/tag'>\n{{% any %}}\n## Within\n{{% /any %}}\n{{< /raw >}}",
    "{{< rendered >}}\n## Rendered\n{{< /rendered >}}",
    "{{< atHome >}}[h](/home){{< /atHome >}}",
    "{{< other >}}\n## Perhaps\n[p](/perhaps)\n{{< /other >}}",
    "{{% tagged %}}\n[t](/no)\n\n[u](/yes)\n{{% /tagged %}}",
    "{{< open >}} ## x\n\n[after](/after)",
  ].join("\n\n");
  const { headings, links } = scanMarkdown(text, 0, hugoSyntax);
  expect(headings.map((one) => `${one.text} ${one.apart ?? ""} ${one.within ?? ""}`.trim())).toEqual([
    "Page",
    `Apart ${text.indexOf("\n## Apart")}`,
    `Within ${text.indexOf("\n## Within")}`,
    `Rendered ${text.indexOf("\n## Rendered")}`,
    "Perhaps  other",
  ]);
  expect(links.map((one) => `${one.destination.value} ${one.home ?? ""} ${one.within ?? ""}`.trim())).toEqual(
    ["/tag", "/home true", "/perhaps  other", "/yes", "/after"],
  );
});

test("quotes in a shortcode end no value of an attribute", () => {
  const text = '<a href="{{< ref "a b" >}}" id="x">a</a> <a href=\'{{% ref "c" %}}#d\'>b</a>\n';
  const { links, anchors, shortcodes } = scanMarkdown(text, 0, hugoSyntax);
  expect(links.map(({ destination }) => destination.value)).toEqual([
    '{{< ref "a b" >}}',
    '{{% ref "c" %}}#d',
  ]);
  expect(anchors.map(({ id }) => id)).toEqual(["x"]);
  expect(shortcodes.map(({ name, args }) => `${name} ${args}`)).toEqual(['ref "a b"', 'ref "c"']);
});

test("where HTML is dropped, its tags say nothing, but for those in a shortcode", () => {
  const text =
    '<a href="/a" id="b">\n\n{{< raw >}}<a href="/c" id="d">{{< /raw >}}\n\n[e](/f) <https://g.h>\n';
  const { links, anchors } = scanMarkdown(text, 0, { ...hugoSyntax, rawHtml: false });
  expect(links.map(({ destination }) => destination.value)).toEqual(["/c", "/f", "https://g.h"]);
  expect(anchors.map(({ id }) => id)).toEqual(["d"]);
});

test("a line of attributes gives the block right above it an id", () => {
  const text =
    "a\nb\n{#one .x}\n\n- c\n{#two}\n\n> d\n{.y #three}\n\n{#none}\n\n## e\n{#none}\n\ne {#none}\n\nf\n{ none }\n";
  const { anchors } = scanMarkdown(text, 0, { ...githubSyntax, blockAttributes: true });
  expect(anchors.map(({ id, span }) => [id, text.slice(span.start, span.end)])).toEqual([
    ["one", "one"],
    ["two", "two"],
    ["three", "three"],
  ]);
  expect(scanMarkdown(text, 0, githubSyntax).anchors).toEqual([]);
});

test("a definition list has terms, and what is indented below a definition goes on", () => {
  const text =
    "One\nTwo\n: [a](/a)\n\n    [b](/b)\n\n: c\n\nThree\n\n:   d\n\n    - [e](/e)\n\nno :x\n:y\n\n    [f](/f)\n";
  const { terms, links } = scanMarkdown(text, 0, { ...githubSyntax, definitionLists: true });
  expect(terms.map((term) => [term.text, text.slice(term.span.start, term.span.end)])).toEqual([
    ["One", "One"],
    ["Two", "Two"],
    ["Three", "Three"],
  ]);
  expect(links.map(({ destination }) => destination.value)).toEqual(["/a", "/b", "/e"]);
});

test("of several ids at the end of a heading the last counts", () => {
  const { headings } = scanMarkdown("## A {#b#c}\n## D {#e .f}\n## G {.h.i}\n", 0, hugoSyntax);
  expect(headings.map(({ text, explicitId }) => `${text} ${explicitId?.id}`)).toEqual([
    "A c",
    "D e",
    "G undefined",
  ]);
});

test("tags in small letters whose attributes the syntax keeps count as components", () => {
  const syntax = { ...githubSyntax, mdx: true, keptAttributes: { h2: ["id"] } };
  const { components } = scanMarkdown('<h2 id="pay">Pay</h2>\n\n<h3>Raises</h3>\n\n<Card />\n', 0, syntax);
  expect(components.map(({ name, attributes }) => [name, attributes])).toEqual([
    ["h2", { id: "pay" }],
    ["Card", undefined],
  ]);
});

const wikiText =
  "[[A b]] ![[c.png|300]] ![[d|e]] `[[code]]` \\[[no]] [[ f # G | h i ]] [[]] [[|j]] [[k]](l) [m [[n]]](o) [[p\n]] ^q-1\n" +
  "r ^s t\n- u ^v\n\n# w [[x|y]] z\n\n| a |\n| - |\n| [[1\\|2]] |\n| [[3|4]] |\n\n[[5%?:6]] [[https://a.b/?c|d]]\n";

function wikiLinksOf(order: "target-first" | "text-first", text: string): readonly string[] {
  return scanMarkdown(text, 0, { ...githubSyntax, wikiLinks: order }).links.map(
    ({ kind, image, destination, text: shown, span }) => {
      expect(text.slice(destination.span.start, destination.span.end)).toBe(destination.raw);
      const whole = kind === "wiki" ? text.slice(span.start, span.end).replace(/^!?\[\[.*\]\]$/, "") : "";
      return `${kind}${image ? " image" : ""} ${destination.value} (${shown})${whole}`;
    },
  );
}

test("links of wikis: the page before the text", () => {
  expect(wikiLinksOf("target-first", wikiText)).toEqual([
    "wiki A b (A b)",
    "wiki image c.png (c.png)",
    "wiki d (e)",
    "wiki f # G (h i)",
    "inline l ([k])",
    "wiki n (n)",
    "wiki x (y)",
    "wiki 1 (2)",
    "wiki 5%25%3F%3A6 (5%?:6)",
    "wiki https://a.b/?c (d)",
  ]);
  const { headings, anchors } = scanMarkdown(wikiText, 0, { ...githubSyntax, wikiLinks: "target-first" });
  expect(headings.map(({ text }) => text)).toEqual(["w y z"]);
  expect(anchors.map(({ id, span }) => [id, wikiText.slice(span.start, span.end)])).toEqual([
    ["^q-1", "^q-1"],
    ["^v", "^v"],
  ]);
});

test("links of wikis: the text before the page, pictures before their options", () => {
  const text = "[[a|B c#d]] [[e.png|alt=F]] [[_TOC_]] [[g]]\n";
  expect(wikiLinksOf("text-first", text)).toEqual(["wiki B c#d (a)", "wiki image e.png (F)", "wiki g (g)"]);
  expect(scanMarkdown(`${text}h ^i\n`, 0, { ...githubSyntax, wikiLinks: "text-first" }).anchors).toEqual([]);
});

test("without wikis, double brackets are text", () => {
  expect(scanMarkdown("[[a]] [[b|c]] ^d\n", 0, githubSyntax).links).toEqual([]);
});

test("a row's cells beyond the table's columns are on no page", () => {
  const text = '| a |\n| - |\n| [b](/b) | [c](/c) <a id="c"></a> |\n';
  expect(destinations(text)).toEqual(["/b"]);
  expect(scanMarkdown(text, 0, githubSyntax).anchors).toEqual([]);
});
