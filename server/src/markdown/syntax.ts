// Which Markdown a page is written in. The site model chooses (a page's file name does not tell: PostHog's
// `.md` pages are read as MDX), the scanner obeys. Plain data, compared by value: a page is scanned anew only when it changes.

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
  /** A heading may end in `{#id .class}`, which is then its id and not its text. */
  readonly headingAttributes: boolean;
  /** Which attributes of HTML and JSX tags hold an address: tag name (as written, case kept) to attribute names. */
  readonly linkAttributes: Readonly<Record<string, readonly string[]>>;
  /** Read as Python-Markdown reads it (MkDocs), whose blocks and links are not CommonMark's; undefined elsewhere. */
  readonly python?: PythonMarkdown;
}

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
  headingAttributes: false,
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
