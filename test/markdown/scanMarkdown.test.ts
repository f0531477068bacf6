// What the scanner finds beyond CommonMark and GFM: tags, ids, shortcodes, math, MDX, near links, references to nothing.

import { expect, test } from "vitest";
import { scanMarkdown } from "../../server/src/markdown/scanMarkdown.ts";
import { githubSyntax, type MarkdownSyntax } from "../../server/src/markdown/syntax.ts";

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
