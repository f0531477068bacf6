// What of a page can be folded away: sections, frontmatter, code blocks, comments, and what stands between
// `<!-- #region -->` and `<!-- #endregion -->`.

import type { FoldingRange } from "vscode-languageserver-types";
import type { Page } from "../site/site.ts";
import { positionAt } from "../text/lineIndex.ts";
import type { Span } from "../text/span.ts";
import { endsOfSections } from "./sections.ts";

export function foldingRanges(page: Page, text: string): FoldingRange[] {
  const { headings, frontmatter, opaque } = page.scanned;
  const ends = endsOfSections(page);
  const ranges: (FoldingRange | undefined)[] = [
    frontmatter && fold(page, text, frontmatter.span),
    ...headings.map(({ span }, at) => fold(page, text, { start: span.start, end: ends[at] ?? text.length })),
    ...opaque.map(({ kind, span }) => {
      if (kind === "comment") return fold(page, text, span, "comment");
      return kind === "fenced-code" || kind === "math" || kind === "html"
        ? fold(page, text, span)
        : undefined;
    }),
    ...regions(page, text),
  ];
  return ranges.filter((range) => range !== undefined).sort((a, b) => a.startLine - b.startLine);
}

/** From the first line of the span to its last that has something in it; undefined for a single line. */
function fold(page: Page, text: string, span: Span, kind?: "comment" | "region"): FoldingRange | undefined {
  let end = Math.min(span.end, text.length);
  while (end > span.start && /\s/.test(text[end - 1] ?? "")) end--;
  const startLine = positionAt(page.scanned.lines, span.start).line;
  const endLine = positionAt(page.scanned.lines, end).line;
  return endLine > startLine ? { startLine, endLine, ...(kind && { kind }) } : undefined;
}

/** They nest; one that is never ended folds nothing. */
function regions(page: Page, text: string): (FoldingRange | undefined)[] {
  const open: number[] = [];
  const found: (FoldingRange | undefined)[] = [];
  for (const { kind, span } of page.scanned.opaque) {
    if (kind !== "comment") continue;
    const words = text.slice(span.start, Math.min(span.end, span.start + 100));
    if (/^<!--\s*#?region\b/.test(words)) open.push(span.start);
    else if (/^<!--\s*#?endregion\b/.test(words)) {
      const start = open.pop();
      if (start !== undefined) found.push(fold(page, text, { start, end: span.end }, "region"));
    }
  }
  return found;
}
