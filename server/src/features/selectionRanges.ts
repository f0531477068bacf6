// What "expand selection" takes next: word, link text or destination, link, line, block, section, page.

import type { SelectionRange } from "vscode-languageserver-types";
import { linkAt } from "../site/queries.ts";
import type { Page } from "../site/site.ts";
import { rangeOf } from "../text/lineIndex.ts";
import { type Span, touches } from "../text/span.ts";
import { endsOfSections } from "./sections.ts";

/** One for each offset, in their order. */
export function selectionRanges(page: Page, text: string, offsets: readonly number[]): SelectionRange[] {
  return offsets.map((offset) => {
    const at = Math.min(Math.max(offset, 0), text.length);
    return (
      chainOf(page, [...spansAt(page, text, at)]) ?? {
        range: rangeOf(page.scanned.lines, { start: at, end: at }),
      }
    );
  });
}

/** From the page inwards; each inside the one before and smaller than it. */
function chainOf(page: Page, spans: Span[]): SelectionRange | undefined {
  let chain: SelectionRange | undefined;
  let outer: Span | undefined;
  for (const span of spans.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const inside = !outer || (outer.start <= span.start && span.end <= outer.end);
    const same = outer && outer.start === span.start && outer.end === span.end;
    if (!inside || same || span.start === span.end) continue;
    chain = { range: rangeOf(page.scanned.lines, span), ...(chain && { parent: chain }) };
    outer = span;
  }
  return chain;
}

function* spansAt(page: Page, text: string, offset: number): Generator<Span> {
  const { headings, frontmatter, opaque } = page.scanned;
  yield { start: 0, end: text.length };
  const ends = endsOfSections(page);
  for (let at = 0; at < headings.length; at++) {
    const heading = headings[at];
    if (!heading || heading.span.start > offset) break;
    const section = { start: heading.span.start, end: ends[at] ?? text.length };
    if (touches(section, offset)) yield section;
    if (touches(heading.contentSpan, offset)) yield heading.contentSpan;
  }
  if (frontmatter && touches(frontmatter.span, offset)) yield* [frontmatter.span, frontmatter.contentSpan];
  for (const { span } of opaque) if (touches(span, offset)) yield span;
  yield blockAt(text, offset);
  yield lineAt(text, offset);
  const link = linkAt(page, offset);
  if (link && touches(link.span, offset)) {
    yield link.span;
    if (link.textSpan && touches(link.textSpan, offset)) yield link.textSpan;
    if (touches(link.destination.span, offset)) yield link.destination.span;
  }
  yield wordAt(text, offset);
}

/** The lines around the offset up to the next blank ones. */
function blockAt(text: string, offset: number): Span {
  let { start, end } = lineAt(text, offset);
  if (text.slice(start, end).trim() === "") return { start: offset, end: offset };
  while (start > 0) {
    const above = lineAt(text, previousLineEnd(text, start));
    if (text.slice(above.start, above.end).trim() === "") break;
    start = above.start;
  }
  while (end < text.length) {
    const below = lineAt(text, nextLineStart(text, end));
    if (below.end <= end || text.slice(below.start, below.end).trim() === "") break;
    end = below.end;
  }
  return { start, end };
}

function previousLineEnd(text: string, lineStart: number): number {
  return text.startsWith("\r\n", lineStart - 2) ? lineStart - 2 : lineStart - 1;
}

function nextLineStart(text: string, lineEnd: number): number {
  return text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
}

function lineAt(text: string, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > 0 && !isLineEnd(text, start - 1)) start--;
  while (end < text.length && !isLineEnd(text, end)) end++;
  return { start, end };
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}

function wordAt(text: string, offset: number): Span {
  const from = Math.max(0, offset - 200);
  const before = /[\p{L}\p{N}\p{M}_]*$/u.exec(text.slice(from, offset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{N}\p{M}_]*/u.exec(text.slice(offset, offset + 200))?.[0].length ?? 0;
  return { start: offset - before, end: offset + after };
}
