// What the beginning of a file says by itself: its frontmatter, which is what most routes are made of. Enough to know
// where all pages of a handbook are served long before they are read.

import { stringKey } from "../frontmatter/keys.ts";
import { scanFrontmatter } from "../frontmatter/scanFrontmatter.ts";
import { scanMarkdown } from "../markdown/scanMarkdown.ts";
import type { MarkdownSyntax } from "../markdown/syntax.ts";
import { indexLines } from "../text/lineIndex.ts";
import type { PagePath, ScannedPage } from "./scannedPage.ts";
import { scanPage } from "./scanPage.ts";

/**
 * A page of which only the frontmatter is known, and the first heading where that is what names it. `text` is the beginning of the
 * file, `whole` whether it is all of it. Undefined where frontmatter begins in it and does not end: more must be read.
 */
export function scanHead(
  path: PagePath,
  { text, whole }: { readonly text: string; readonly whole: boolean },
  syntax: MarkdownSyntax,
): ScannedPage | undefined {
  const { frontmatter, bodyStart, problems } = scanFrontmatter(text, syntax);
  if (!whole && frontmatter === undefined && problems.length > 0) return undefined;
  const named = stringKey(frontmatter, "title") !== undefined;
  return {
    ...scanPage(path, "", syntax),
    headings: named ? [] : scanMarkdown(text, bodyStart, syntax).headings.slice(0, 1),
    lines: indexLines(text),
    frontmatter,
    frontmatterProblems: problems,
    bodyStart,
  };
}
