// Says in words where the scanner and its judge (mdastScan.ts) read a page differently; "" where they agree.

import type { MarkdownScan } from "../../server/src/markdown/markdownScan.ts";
import { scanMarkdown } from "../../server/src/markdown/scanMarkdown.ts";
import { githubSyntax, type MarkdownSyntax } from "../../server/src/markdown/syntax.ts";
import type { Span } from "../../server/src/text/span.ts";
import { type JudgedHeading, type MdastScan, mdastScan } from "./mdastScan.ts";

/** What the judge knows: CommonMark and GFM, no math. */
export const judgedSyntax: MarkdownSyntax = { ...githubSyntax, math: false };

export function scanDifference(text: string, bodyStart = 0, mdx = false): string {
  const judged = mdastScan(text, bodyStart, mdx);
  return differenceOf(text, scanMarkdown(text, bodyStart, { ...judgedSyntax, mdx }), judged, mdx);
}

export function differenceOf(text: string, scan: MarkdownScan, judged: MdastScan, mdx: boolean): string {
  const links = scan.links.filter((link) => link.kind !== "attribute");
  const html = judged.html.filter((span) => !mdx && span.end > span.start);
  return (
    firstDifference(
      "heading",
      scan.headings.map(({ level, span, text }) => ({ level, span, text: lineFeeds(text) })),
      judged.headings.map((heading) => ({
        ...heading,
        span: headingSpan(heading, judged),
        text: lineFeeds(heading.text),
      })),
    ) ||
    firstDifference(
      "definition",
      scan.definitions.map(({ label, labelSpan, span, destination }) => ({
        label,
        labelSpan,
        span,
        value: destination.value,
        destinationSpan: destination.span,
      })),
      judged.definitions,
    ) ||
    firstDifference(
      "link",
      links.map(({ kind, image, span, text, textSpan, destination, label, labelSpan, hasContent }) => ({
        kind,
        image,
        span,
        text: lineFeeds(text),
        textSpan,
        value: destination.value,
        destinationSpan: destination.span,
        label,
        labelSpan,
        hasContent,
      })),
      judged.links.map((link) => ({ ...link, text: lineFeeds(link.text) })),
    ) ||
    firstDifference(
      "footnote",
      scan.footnotes.map(({ label, span }) => ({ label, start: span.start })),
      judged.footnotes.map(({ label, span }) => ({ label, start: span.start })),
    ) ||
    firstDifference(
      "code",
      scan.opaque
        .filter(({ kind, span }) => isCode(kind) && !isInImage(span, scan))
        .map(({ span }) => ({ start: span.start, end: trimmedEnd(text, span) })),
      judged.opaque
        .filter(({ kind }) => isCode(kind))
        .map(({ span }) => ({ start: span.start, end: trimmedEnd(text, span) })),
    ) ||
    (mdx
      ? ""
      : firstDifference(
          "html",
          scan.opaque
            .filter(({ kind, span }) => (kind === "html" || kind === "comment") && !isInImage(span, scan))
            .map(({ span }) => trimmedEnd(text, span)),
          html.map((span) => trimmedEnd(text, span)),
        ))
  );
}

/** micromark lets a setext heading begin at the definitions that stand before it; its true start is not to be had there. */
function headingSpan({ span }: JudgedHeading, judged: MdastScan): Partial<Span> {
  return judged.definitions.some((definition) => definition.span.start === span.start)
    ? { end: span.end }
    : span;
}

/** micromark counts the page's last line end to code and HTML that nothing closes. */
function trimmedEnd(text: string, span: Span): number {
  let end = span.end;
  while (end > span.start && /\s/.test(text[end - 1] ?? "")) end--;
  return end;
}

function isCode(kind: string): boolean {
  return kind === "code-span" || kind === "fenced-code";
}

/** An image of the judge has an alternative text and nothing inside. */
function isInImage(span: Span, scan: MarkdownScan): boolean {
  return scan.links.some((link) => link.image && link.span.start < span.start && span.end < link.span.end);
}

/** How white space is kept within a text differs (code over two lines, blanks before a tag); a reader sees one space. */
function lineFeeds(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** What the judge leaves undefined (it has lost the place) is not compared. */
function firstDifference(name: string, ours: readonly unknown[], judged: readonly unknown[]): string {
  for (let i = 0; i < Math.max(ours.length, judged.length); i++) {
    const [mine, theirs] = [ours[i], judged[i]];
    if (mine !== undefined && theirs !== undefined && agree(mine, theirs)) continue;
    return `${name} ${i}: scanned ${JSON.stringify(mine)}, judged ${JSON.stringify(theirs)}`;
  }
  return "";
}

function agree(mine: unknown, theirs: unknown): boolean {
  if (theirs === undefined) return true;
  if (typeof theirs !== "object" || theirs === null) return mine === theirs;
  if (typeof mine !== "object" || mine === null) return false;
  return Object.entries(theirs).every(([key, value]) => agree((mine as Record<string, unknown>)[key], value));
}

/**
 * Pages that micromark is known to read otherwise than CommonMark says: a whole tag that is no block's name begins an HTML
 * block on a lazy line, where it would interrupt a paragraph (CommonMark 4.6: condition 7 cannot); a list that begins with
 * another number than 1 does not end indented code (5.2: only a paragraph forbids it).
 */
export function judgeIsWrong(text: string): boolean {
  if (/\d[.)]/.test(text) && /(?: {4}|\t)/.test(text)) return true;
  const lines = text.split(/\r?\n/);
  return lines.some((line, i) => {
    if (i === 0 || !/^\s*<\/?[a-z]/i.test(line) || /^\s*<\/?div/.test(line)) return false;
    return /\S/.test(lines[i - 1] ?? "") && /^\s*(?:[->*]|\d[.)]|\[\^1\])/m.test(text);
  });
}
