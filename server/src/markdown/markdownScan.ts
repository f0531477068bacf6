// What a text in Markdown says by itself: headings, links, definitions, ids, and the stretches in which nothing is
// Markdown. CommonMark 0.31 and GFM, MDX where the syntax says so. No tree, and nothing that depends on other pages.

import type { Span } from "../text/span.ts";

export interface MarkdownScan {
  /** In order of start, as are all lists here. */
  readonly headings: readonly Heading[];
  /** Links and images of every kind, autolinks and HTML/JSX attributes among them; not footnotes. */
  readonly links: readonly Link[];
  readonly definitions: readonly Definition[];
  /** `[text][label]` and `[text][]` (images too) whose label no definition has; `[text]` alone is just text. */
  readonly undefinedReferences: readonly UndefinedReference[];
  /** What was meant as a link and is none: `[text](/a path with spaces)`. */
  readonly nearLinks: readonly NearLink[];
  /** Ids that HTML and JSX tags give: `<a id="x">`, `<a name="x">`, `<h2 id="x">`. */
  readonly anchors: readonly Anchor[];
  /** Where nothing is Markdown. Outermost only, never overlapping. */
  readonly opaque: readonly OpaqueSpan[];
  readonly shortcodes: readonly Shortcode[];
  /** Tags of components: those whose name begins with a capital letter, opening ones; and those whose attributes the syntax keeps. */
  readonly components: readonly ComponentTag[];
  /** MDX: what the page imports, a row for each name. */
  readonly imports: readonly ModuleImport[];
  /** MDX: the names that the page exports itself. */
  readonly exports: readonly { readonly name: string; readonly span: Span }[];
  /** Terms of definition lists, where the syntax has such: their text as a reader sees it. */
  readonly terms: readonly { readonly text: string; readonly span: Span }[];
  /** `[^label]: …` footnote definitions. */
  readonly footnotes: readonly { readonly label: string; readonly span: Span }[];
}

export interface Heading {
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** The whole block, `#` marks or underline included. */
  readonly span: Span;
  /** Its content in the source: no `#` marks, no closing marks, no `{#id}`. */
  readonly contentSpan: Span;
  /** The source at `contentSpan` (a multi-line setext heading keeps its line ends). */
  readonly source: string;
  /** Its text as a reader sees it: markup dropped, entities and escapes decoded, an image counts by its alternative text. */
  readonly text: string;
  /** What its id is made of, where that is not its text (only with `treeIds` and `valueIds`): of `## Use node:path` it is "Use node". */
  readonly idText?: string;
  /** For `## Setup {#start}`: "start", and where it stands (without `{#` and `}`). Only where the syntax has heading attributes. */
  readonly explicitId?: { readonly id: string; readonly span: Span };
  /** Where Markdown is read as markdown-it does: its text and code alone, no image or emoji, entities as written. Ids are made of it. */
  readonly tokenText?: string;
  /** kramdown: does it stand within an HTML element (`<div markdown="1">`)? */
  readonly inHtml?: true;
  /** As of a link. */
  readonly within?: string;
  /** Where the shortcode's text begins that is rendered by itself: ids are counted within it alone. */
  readonly apart?: number;
}

export interface Destination {
  /** As it stands in the source, without `<>`. */
  readonly raw: string;
  /** With Markdown's escapes and entities (HTML's, in an attribute) decoded; percent-encoding is left. What a browser would get as href. */
  readonly value: string;
  /** Where `raw` stands. */
  readonly span: Span;
}

export type LinkKind =
  | "inline"
  | "full-reference"
  | "collapsed-reference"
  | "shortcut-reference"
  /** `<https://x>` */
  | "autolink"
  /** GFM: an address or `www.` in running text. */
  | "literal"
  /** `<a href>` and the like; see `tag`. */
  | "attribute"
  /** `[[Page|text]]`; its address is a name, `Destination.value` has it percent-encoded where a URL would be cut. */
  | "wiki";

export interface Link {
  readonly kind: LinkKind;
  readonly image: boolean;
  /** The whole construct; of an attribute, the tag's opening `<…>`. */
  readonly span: Span;
  /** What a reader sees: the link's text or the image's alternative text, markup dropped. Empty for attributes of other tags than `img` (there: `alt`). */
  readonly text: string;
  /** Between the brackets; for `img` tags the value of `alt`, if there is one; for other tags and literals: undefined. */
  readonly textSpan?: Span;
  /** Where it points. A reference has its definition's destination, span included. */
  readonly destination: Destination;
  /** Of a full reference: the label between the second pair of brackets; of the others the text itself. Normalised. */
  readonly label?: string;
  readonly labelSpan?: Span;
  /** Of an attribute: the tag and attribute as written. */
  readonly tag?: { readonly name: string; readonly attribute: string };
  /** Of an inline link, between its quotes; only where the syntax keeps titles. */
  readonly title?: string;
  /** Does the text contain something a reader sees beside text: an image, a tag? Then an empty `text` is no fault. */
  readonly hasContent: boolean;
  /** Where its address is treated otherwise than its kind's: VitePress leaves that of `[x](/y){target="_self"}` as it is. */
  readonly form?: "markdown" | "html";
  /** Is it rendered as if it stood on the home page, by a template that encloses it? */
  readonly home?: boolean;
  /** The shortcode that encloses it and decides whether its text is read as Markdown at all, where that is not known. */
  readonly within?: string;
}

export interface Definition {
  /** Normalised as CommonMark says: case folded, white space collapsed. */
  readonly label: string;
  readonly labelSpan: Span;
  readonly span: Span;
  readonly destination: Destination;
}

export interface UndefinedReference {
  readonly image: boolean;
  /** The whole `[text][label]`. */
  readonly span: Span;
  /** The label (the text, when collapsed) and where it stands. */
  readonly label: string;
  readonly labelSpan: Span;
  readonly text: string;
}

export interface NearLink {
  readonly image: boolean;
  readonly span: Span;
  readonly text: string;
  /** What stands in the parentheses. */
  readonly destination: Destination;
}

export interface Anchor {
  readonly id: string;
  /** The attribute's value. */
  readonly span: Span;
  /** Name of the tag as written. */
  readonly tag: string;
  readonly attribute: "id" | "name";
}

export interface ComponentTag {
  /** `Tabs.Item` of `<Tabs.Item label="x">`. */
  readonly name: string;
  /** Where the name stands. */
  readonly span: Span;
  /** Values of the attributes that the syntax keeps, as written, without quotes and braces. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface ModuleImport {
  /** The name on this page: `Setup` of `import Setup from "./_setup.mdx"`. */
  readonly name: string;
  readonly from: string;
  /** Where `from` stands, without its quotes. */
  readonly span: Span;
}

export interface OpaqueSpan {
  readonly kind:
    | "fenced-code"
    | "indented-code"
    | "code-span"
    | "comment"
    | "math"
    | "html"
    | "expression"
    | "shortcode";
  readonly span: Span;
}

export interface Shortcode {
  /** `include` of `{{% include "a.md" %}}`. A closing one (`{{< /tabs >}}`) has its `/`. */
  readonly name: string;
  /** What follows the name, trimmed. */
  readonly args: string;
  readonly span: Span;
  /** Is what it encloses, or yields, read as Markdown (Hugo: `{{% %}}`)? */
  readonly markdown: boolean;
  /** Liquid: is it the output of a value, `{{ x }}`, rather than a tag? */
  readonly output?: true;
  /** As of a heading. */
  readonly apart?: number;
  /** The shortcode that encloses it and does not, or perhaps not, read its text as Markdown. */
  readonly within?: string;
}
