// The lists of a scan while they grow, and what inline scanning needs to know of the whole page.

import type { Span } from "../text/span.ts";
import type {
  Anchor,
  ComponentTag,
  Definition,
  Heading,
  Link,
  ModuleImport,
  NearLink,
  OpaqueSpan,
  Shortcode,
  UndefinedReference,
} from "./markdownScan.ts";
import type { MarkdownSyntax } from "./syntax.ts";

export interface Output {
  readonly headings: Heading[];
  readonly links: Link[];
  readonly definitions: Definition[];
  readonly undefinedReferences: UndefinedReference[];
  readonly nearLinks: NearLink[];
  readonly anchors: Anchor[];
  readonly opaque: OpaqueSpan[];
  readonly shortcodes: Shortcode[];
  readonly components: ComponentTag[];
  readonly imports: ModuleImport[];
  readonly exports: { readonly name: string; readonly span: Span }[];
  readonly terms: { readonly text: string; readonly span: Span }[];
  readonly footnotes: { readonly label: string; readonly span: Span }[];
}

export interface PageContext {
  /** The whole page. */
  readonly text: string;
  readonly syntax: MarkdownSyntax;
  readonly out: Output;
  /** The first definition of each normalised label. */
  readonly defined: Map<string, Definition>;
  readonly footnoteLabels: Set<string>;
}

export function emptyOutput(): Output {
  return {
    headings: [],
    links: [],
    definitions: [],
    undefinedReferences: [],
    nearLinks: [],
    anchors: [],
    opaque: [],
    shortcodes: [],
    components: [],
    imports: [],
    exports: [],
    terms: [],
    footnotes: [],
  };
}

/** The lengths of the lists that a text can add to. */
export interface Sizes {
  readonly links: number;
  readonly undefinedReferences: number;
  readonly nearLinks: number;
  readonly anchors: number;
  readonly opaque: number;
  readonly shortcodes: number;
  readonly components: number;
}

/** How long the lists are now, for `rewind`. */
export function sizesOf(out: Output): Sizes {
  return {
    links: out.links.length,
    undefinedReferences: out.undefinedReferences.length,
    nearLinks: out.nearLinks.length,
    anchors: out.anchors.length,
    opaque: out.opaque.length,
    shortcodes: out.shortcodes.length,
    components: out.components.length,
  };
}

/** Forgets what was added since `sizes` was taken. */
export function rewind(out: Output, sizes: Sizes): void {
  out.links.length = sizes.links;
  out.undefinedReferences.length = sizes.undefinedReferences;
  out.nearLinks.length = sizes.nearLinks;
  out.anchors.length = sizes.anchors;
  out.opaque.length = sizes.opaque;
  out.shortcodes.length = sizes.shortcodes;
  out.components.length = sizes.components;
}
