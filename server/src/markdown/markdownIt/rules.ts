// What sets markdown-it, with the plugins that a generator adds to it (VitePress, Eleventy), apart from CommonMark and GFM
// as GitHub has them. Plain data, part of `MarkdownSyntax`.

export interface MarkdownItRules {
  /** Do entities count for ids by what they stand for (markdown-it itself), instead of as they are written (VitePress)? */
  readonly decodedEntities?: true;
  /** Are `[^1]` footnotes (markdown-it-footnote)? Without, `[^1]: /x` is a definition like any other. */
  readonly footnotes: boolean;
  /** Addresses in running text that become links: with a scheme alone (linkify without its fuzzy links), or none. */
  readonly literals: "schemes" | "none";
  /** `{#id .class}` after what it belongs to, or at a block's end (markdown-it-attrs). */
  readonly attributes: boolean;
  /** Is `:tada:` a picture (markdown-it-emoji)? It is no part of a heading's id. */
  readonly emoji: boolean;
  /** `::: tip Title` up to `:::` (markdown-it-container): by name, whether what follows the name is shown as Markdown. */
  readonly containers: Readonly<Record<string, boolean>>;
  /** Does every tag that HTML does not know begin a block, and may attributes begin with `@` (mdit-vue's component plugin)? */
  readonly componentTags: boolean;
  /** Are lines with four blanks before them code? Eleventy switches that off: they then begin nothing but text. */
  readonly indentedCode: boolean;
  /** Does `> [!NOTE] Title` begin a box (markdown-it-github-alerts)? Its title is no Markdown. */
  readonly alerts: boolean;
  /** Are `<!--@include: ./x.md-->` and `<!-- #region x -->` marks? They are then told among the shortcodes: "@include", "#region", "#endregion", "@content". */
  readonly includes: boolean;
}
