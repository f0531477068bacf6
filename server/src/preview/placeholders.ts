// What stands in a page but is no Markdown (comments, imports, shortcodes, math) is hidden before the parser sees it and
// shown again afterwards, so that it can neither break the parse nor be taken for markup. Every hidden piece is as
// long as what it hides: offsets in the tree stay offsets in the page.

import type { Element, ElementContent, Parents, Root, RootContent } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { isMdx } from "../markdown/syntax.ts";
import type { ScannedPage } from "../page/scannedPage.ts";
import type { Span } from "../text/span.ts";

/** A piece to show again as it was written. */
export interface HiddenPiece {
  readonly kind: "shortcode" | "math";
  readonly source: string;
}

// Private-use characters: one opens a piece, two number it, the last fills up. Unicode gives them no meaning, so
// Markdown treats them as letters; a page that holds some by itself is only shown a label too few.
const open = "\uE001";
const fill = "\uE000";
const firstDigit = 0xe100;
const base = 2048;
const piecePattern = /\uE001([\uE100-\uE8FF])([\uE100-\uE8FF])\uE000*/g;

/** The text with comments, frontmatter and imports blanked and shortcodes and math replaced by placeholders. */
export function hideNonMarkdown(
  page: ScannedPage,
  text: string,
): { readonly text: string; readonly pieces: readonly HiddenPiece[] } {
  const pieces: HiddenPiece[] = [];
  const cuts: { span: Span; by: string }[] = [];
  for (const span of isMdx(page.syntax) ? importSpans(page, text) : []) {
    cuts.push({ span, by: blank(text.slice(span.start, span.end)) });
  }
  for (const { kind, span } of hiddenSpans(page)) {
    const source = text.slice(span.start, span.end);
    if (span.end > text.length) continue;
    if (kind === "comment") cuts.push({ span, by: blank(source) });
    else if (source.length >= 3 && pieces.length < base * base) {
      cuts.push({ span, by: placeholder(pieces.length, source.length) });
      pieces.push({ kind, source });
    }
  }
  let result = blank(text.slice(0, page.bodyStart));
  let from = page.bodyStart;
  for (const { span, by } of cuts.sort((a, b) => a.span.start - b.span.start)) {
    if (span.start < from) continue;
    result += text.slice(from, span.start) + by;
    from = span.end;
  }
  result += text.slice(from);
  return { text: result.startsWith("\uFEFF") ? ` ${result.slice(1)}` : result, pieces };
}

/** Shows the hidden pieces of a tree again: as a quiet label in running text, as their plain source in code and attributes. */
export function restoreHidden(root: Root, pieces: readonly HiddenPiece[]): void {
  if (pieces.length === 0) return;
  visit(root, (node, index, parent) => {
    if (node.type === "element") restoreAttributes(node, pieces);
    if (node.type !== "text" || !node.value.includes(open) || !parent || index === undefined) return;
    if (isCode(parent)) {
      node.value = restoreText(node.value, pieces);
      return;
    }
    const shown = labelled(node.value, pieces);
    (parent.children as RootContent[]).splice(index, 1, ...shown);
    return [SKIP, index + shown.length];
  });
}

function restoreAttributes(element: Element, pieces: readonly HiddenPiece[]): void {
  for (const [name, value] of Object.entries(element.properties)) {
    if (typeof value === "string" && value.includes(open)) {
      element.properties[name] = restoreText(value, pieces);
    }
  }
}

function restoreText(value: string, pieces: readonly HiddenPiece[]): string {
  return value.replace(piecePattern, (run, high, low) => pieceAt(pieces, high, low)?.source ?? run);
}

function labelled(value: string, pieces: readonly HiddenPiece[]): ElementContent[] {
  const shown: ElementContent[] = [];
  let from = 0;
  for (const match of value.matchAll(piecePattern)) {
    const piece = pieceAt(pieces, match[1] ?? "", match[2] ?? "");
    if (!piece) continue;
    if (match.index > from) shown.push({ type: "text", value: value.slice(from, match.index) });
    shown.push({
      type: "element",
      tagName: "code",
      properties: { className: [`handbook-${piece.kind}`] },
      children: [{ type: "text", value: piece.source }],
    });
    from = match.index + match[0].length;
  }
  if (from < value.length) shown.push({ type: "text", value: value.slice(from) });
  return shown;
}

function pieceAt(pieces: readonly HiddenPiece[], high: string, low: string): HiddenPiece | undefined {
  return pieces[(high.charCodeAt(0) - firstDigit) * base + low.charCodeAt(0) - firstDigit];
}

function placeholder(number: number, length: number): string {
  const digits = String.fromCharCode(firstDigit + Math.floor(number / base), firstDigit + (number % base));
  return open + digits + fill.repeat(length - 3);
}

function isCode(parent: Parents): boolean {
  return parent.type === "element" && (parent.tagName === "code" || parent.tagName === "pre");
}

/** The same length and lines, but nothing to read. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

function hiddenSpans(page: ScannedPage): readonly { kind: "comment" | "shortcode" | "math"; span: Span }[] {
  const spans: { kind: "comment" | "shortcode" | "math"; span: Span }[] = page.shortcodes.map(({ span }) => ({
    kind: "shortcode",
    span,
  }));
  for (const { kind, span } of page.opaque) {
    if (kind === "comment" || kind === "math") spans.push({ kind, span });
  }
  return spans;
}

const codeKinds = new Set(["fenced-code", "indented-code", "code-span", "comment", "math"]);

/** MDX's `import` and `export` statements: from a line that begins with the word, after a blank line or another of them, to the next blank line. */
function importSpans(page: ScannedPage, text: string): Span[] {
  const spans: Span[] = [];
  const code = page.opaque.filter(({ kind }) => codeKinds.has(kind));
  let inStatement = false;
  let afterBlank = true;
  let next = 0;
  for (let line = 0; line < page.lines.starts.length; line++) {
    const start = page.lines.starts[line] ?? 0;
    const end = Math.min(page.lines.starts[line + 1] ?? text.length, text.length);
    if (start < page.bodyStart || start >= text.length) continue;
    while ((code[next]?.span.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    const inCode = (code[next]?.span.start ?? Number.POSITIVE_INFINITY) < start;
    const head = text.slice(start, Math.min(end, start + 8));
    const isBlank = text.slice(start, end).trim() === "";
    if (isBlank || inCode) inStatement = false;
    else if (afterBlank && /^(?:import|export)[\s{*]/.test(head)) inStatement = true;
    if (inStatement) spans.push({ start, end });
    afterBlank = isBlank || inStatement;
  }
  return spans;
}
