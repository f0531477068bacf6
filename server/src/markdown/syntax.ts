// Which Markdown a page is written in. The site model chooses (a page's file name does not tell: PostHog's
// `.md` pages are read as MDX), the scanner obeys. Plain data, compared by value: a page is scanned anew only when it changes.

export interface MarkdownSyntax {
  /** Read as MDX: JSX tags and `{expressions}`, no indented code, no `<autolinks>`. HTML comments are still comments. */
  readonly mdx: boolean;
  /** `$inline$` and `$$block$$` math: nothing in it is Markdown. */
  readonly math: boolean;
  /** Shortcodes that may stand anywhere, also inside a link's destination: Hugo's `{{< x >}}` `{{% x %}}`, Liquid's `{% x %}` `{{ x }}`. */
  readonly shortcodes: "none" | "hugo" | "liquid";
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
  /** A heading may end in `{#id .class}`, which is then its id and not its text. */
  readonly headingAttributes: boolean;
  /** A line `{#id .class}` below a block is the block's. */
  readonly blockAttributes: boolean;
  /** A line `: text` below a paragraph describes it; what is indented by as much goes on. */
  readonly definitionLists: boolean;
  /** Which addresses in running text are links: by GFM's rule, by goldmark's, or none. */
  readonly literals: "gfm" | "goldmark" | "none";
  /** Which attributes of HTML and JSX tags hold an address: tag name (as written, case kept) to attribute names. */
  readonly linkAttributes: Readonly<Record<string, readonly string[]>>;
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
