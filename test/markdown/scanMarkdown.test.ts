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
