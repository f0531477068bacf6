// Everything that one file says by itself: no generator, no other page, no disk. It keeps no text: the index of
// thousands of pages must stay small, and the few features that need the words of a page are given them.

import type { Frontmatter, FrontmatterProblem } from "../frontmatter/frontmatter.ts";
import type { MarkdownScan } from "../markdown/markdownScan.ts";
import type { MarkdownSyntax } from "../markdown/syntax.ts";
import type { LineIndex } from "../text/lineIndex.ts";
import type { Span } from "../text/span.ts";

declare const pagePath: unique symbol;
/** Path of a page's file below the site's root folder, with `/` on every system and no leading one: `contents/handbook/team.md`. NFC. */
export type PagePath = string & { readonly [pagePath]: true };

export interface ScannedPage extends MarkdownScan {
  readonly path: PagePath;
  readonly syntax: MarkdownSyntax;
  readonly lines: LineIndex;
  readonly frontmatter: Frontmatter | undefined;
  readonly frontmatterProblems: readonly FrontmatterProblem[];
  /** Where the Markdown begins. */
  readonly bodyStart: number;
  readonly mojibake: readonly Mojibake[];
  /** The page's first prose as plain text, at most 200 characters. */
  readonly excerpt: string;
}

/** Characters that a wrong encoding made of others: `â€™`, once `’`. */
export interface Mojibake {
  readonly span: Span;
  readonly original: string;
}
