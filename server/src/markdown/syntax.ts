// Which Markdown a page is written in. The site model chooses (a page's file name does not tell: PostHog's
// `.md` pages are read as MDX), the scanner obeys. Plain data, compared by value: a page is scanned anew only when it changes.

import type { MarkdownItRules } from "./markdownIt/rules.ts";
import type { PythonMarkdown } from "./python/pythonMarkdown.ts";

export interface MarkdownSyntax {
  /** Read as MDX: JSX tags and `{expressions}`, no indented code, no `<autolinks>`. HTML comments are still comments. */
  readonly mdx: boolean;
  /**
   * Read as MDX 1 (mdxjs.com/migrating/v2): tags are JSX and, like those of HTML, begin blocks in which nothing is Markdown up
   * to the next blank line; braces are text; indented code and `<autolinks>` are what they are in Markdown.
   */
  readonly mdx1: boolean;
  /** `$inline$` and `$$block$$` math: nothing in it is Markdown. */
  readonly math: boolean;
  /** Shortcodes that may stand anywhere, also inside a link's destination: Hugo's `{{< x >}}` `{{% x %}}`, Liquid's `{% x %}` `{{ x }}`, mdBook's `{{#x}}`. */
  readonly shortcodes: "none" | "hugo" | "liquid" | "mdbook";
  /** Which arguments of shortcodes hold an address: name to argument names, as in GitBook's `{% content-ref url="page.md" %}`. */
  readonly shortcodeLinks?: Readonly<Record<string, readonly string[]>>;
  /** A heading may end in `{#id .class}`, which is then its id and not its text. */
  readonly headingAttributes: boolean;
  /** Read as kramdown reads it (Jekyll): attribute lists `{: #id}`, HTML whose inside is no Markdown, tables by their pipes alone, no addresses in running text. */
  readonly kramdown?: KramdownSyntax;
  /** HTML rather than Markdown: tags and shortcodes count, nothing else; "with-frontmatter": of a file without, ids alone. */
  readonly html?: "always" | "with-frontmatter";
  /** Are titles of inline links kept (Docsify gives them a meaning: `[form](form.pdf ':ignore')`)? */
  readonly linkTitles?: true;
  /**
   * Heading ids come from the syntax tree of remark-mdx and remark-directive: `:name[label]` counts by its label, `{x}` by what
   * stands in the braces (`Heading.idText`), a heading's `{#…}` is an id with all that it holds, and so is `{/* #id *\/}`.
   */
  readonly treeIds?: boolean;
  /**
   * What becomes of the text that Hugo's `{{< x >}}…{{< /x >}}` enclose, by name: its template reads it as Markdown, or puts it
   * into the page as it is. Of the names that are not here, "unsure" means that some templates can't be seen.
   */
  readonly shortcodeText: {
    readonly byName: Readonly<Record<string, ShortcodeReading>>;
    readonly others: "html" | "unsure";
  };
  /** Are HTML tags part of the page? (goldmark drops them unless told otherwise) */
  readonly rawHtml: boolean;
  /** A line `{#id .class}` below a block is the block's. */
  readonly blockAttributes: boolean;
  /** A line `: text` below a paragraph describes it; what is indented by as much goes on. */
  readonly definitionLists: boolean;
  /** Which addresses in running text are links: by GFM's rule, by goldmark's, or none. */
  readonly literals: "gfm" | "goldmark" | "none";
  /** Which attributes of HTML and JSX tags hold an address: tag name (as written, case kept) to attribute names. */
  readonly linkAttributes: Readonly<Record<string, readonly string[]>>;
  /** Read as Python-Markdown reads it (MkDocs), whose blocks and links are not CommonMark's; undefined elsewhere. */
  readonly python?: PythonMarkdown;
  /** Components that keep the `id` they are given to themselves: no element of the page has it. */
  readonly tagsWithoutIds?: readonly string[];
  /** A heading's `{#…}` is its id with all that it holds, spaces and signs too (Mintlify). */
  readonly wholeHeadingIds?: true;
  /** May the frontmatter stand below blank lines, or in an HTML comment (Hugo)? */
  readonly looseFrontmatter?: true;
  /** Is only a mapping of YAML frontmatter, any other block text (MkDocs)? */
  readonly mapFrontmatter?: true;
  /** Keys of the frontmatter that hold an address, as paths through maps and lists: "hero.actions.link". */
  readonly linkKeys?: readonly string[];
  /** Heading ids come from the values in the syntax tree (Nextra's `getFlattenedValue`): `{x}` counts by "x", an image not at all, a tag in plain Markdown as it is written (`Heading.idText`). */
  readonly valueIds?: boolean;
  /** A heading may end in `[#id]` (Nextra), which is then its id and not its text. */
  readonly headingBrackets?: boolean;
  /** Are `<h2>` tags of HTML blocks headings like Markdown's (Eleventy's IdAttributePlugin gives them ids)? */
  readonly tagHeadings?: boolean;
  /** Attributes of components that are kept as they are written, by the component's name: `Tabs` has `items`. Tags in small letters that are named here count as components. */
  readonly keptAttributes?: Readonly<Record<string, readonly string[]>>;
  /**
   * `[[links]]` of wikis, and `![[embeds]]`: what stands before a `|` is the page ("target-first": Obsidian, Foam) or the text
   * ("text-first": the wikis of GitHub and GitLab). Target-first has block ids, too: a line that ends in ` ^id`.
   */
  readonly wikiLinks?: "target-first" | "text-first";
  /** A property of the frontmatter, or an item of one, that is a `[[link]]` and nothing else is a link (Obsidian). */
  readonly wikiProperties?: true;
  /** `%%…%%` is a comment, over any number of lines (Obsidian). */
  readonly percentComments?: true;
  /** Read as markdown-it reads it; undefined elsewhere. */
  readonly markdownIt?: MarkdownItRules;
}

export interface KramdownSyntax {
  /** Its two parsers: "gfm" wants a space after `#` and lets lists, quotes, headings and fences interrupt a paragraph. */
  readonly input: "gfm" | "kramdown";
  /** Is the inside of HTML blocks Markdown also without `markdown="1"` (its option `parse_block_html`)? */
  readonly parseBlockHtml: boolean;
}

/**
 * What a shortcode's template does with the text that it encloses. "markdown" renders it by itself, "home" does so as if it
 * stood on the home page. "html" puts it into the page as it is; "in-tag" right behind a tag, "below-tag" on the line below
 * one, where it is HTML up to its first blank line. "unsure": one can't tell.
 */
export type ShortcodeReading = "markdown" | "home" | "html" | "in-tag" | "below-tag" | "unsure";

/** The attributes that hold an address in HTML. */
export const htmlLinkAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  area: ["href"],
  img: ["src"],
  video: ["src", "poster"],
  audio: ["src"],
  source: ["src"],
};

/** Markdown as GitHub reads it: the syntax of a page of which nothing else is known. */
export const githubSyntax: MarkdownSyntax = {
  mdx: false,
  mdx1: false,
  math: true,
  shortcodes: "none",
  shortcodeText: { byName: {}, others: "unsure" },
  rawHtml: true,
  headingAttributes: false,
  blockAttributes: false,
  definitionLists: false,
  literals: "gfm",
  linkAttributes: htmlLinkAttributes,
};

/** Is the page written in MDX, of whichever version? */
export function isMdx(syntax: MarkdownSyntax): boolean {
  return syntax.mdx || syntax.mdx1;
}

/** The attributes of a tag that hold an address; undefined for a tag that has none. A page may name a tag as it likes: `<constructor>`. */
export function addressAttributes(syntax: MarkdownSyntax, tag: string): readonly string[] | undefined {
  return Object.hasOwn(syntax.linkAttributes, tag) ? syntax.linkAttributes[tag] : undefined;
}
