// Everything that one file says by itself, put together: its frontmatter, its Markdown, and the few facts of its text.

import { scanFrontmatter } from "../frontmatter/scanFrontmatter.ts";
import { scanMarkdown } from "../markdown/scanMarkdown.ts";
import type { MarkdownSyntax } from "../markdown/syntax.ts";
import { indexLines } from "../text/lineIndex.ts";
import { excerptOf } from "./excerpt.ts";
import { frontmatterLinks, propertyLinks } from "./frontmatterLinks.ts";
import { findMojibake } from "./mojibake.ts";
import type { PagePath, ScannedPage } from "./scannedPage.ts";

/** Scans a page. Total: any text is a page, with problems where it is broken. Time is linear in its length. */
export function scanPage(path: PagePath, text: string, syntax: MarkdownSyntax): ScannedPage {
  const { frontmatter, bodyStart, problems } = scanFrontmatter(text, syntax);
  const markdown = scanMarkdown(text, bodyStart, syntax);
  const entries = frontmatter?.entries ?? [];
  const { linkKeys, wikiProperties } = syntax;
  const above = [
    ...(linkKeys ? frontmatterLinks(text, entries, linkKeys) : []),
    ...(wikiProperties ? propertyLinks(text, entries) : []),
  ];
  // Field by field: spread into this one, the scan would cost more memory than the rest of the page.
  return {
    headings: markdown.headings,
    links: above.length > 0 ? [...above, ...markdown.links] : markdown.links,
    definitions: markdown.definitions,
    undefinedReferences: markdown.undefinedReferences,
    nearLinks: markdown.nearLinks,
    anchors: markdown.anchors,
    opaque: markdown.opaque,
    shortcodes: markdown.shortcodes,
    components: markdown.components,
    imports: markdown.imports,
    exports: markdown.exports,
    terms: markdown.terms,
    footnotes: markdown.footnotes,
    path,
    syntax,
    lines: indexLines(text),
    frontmatter,
    frontmatterProblems: problems,
    bodyStart,
    mojibake: findMojibake(text, markdown.opaque),
    excerpt: excerptOf(text, bodyStart, markdown),
  };
}
