// The first words of a page as plain text, for lists and hovers. Made of what the scan knows and a few marks of
// Markdown dropped by line; it need not be exact, only readable.

import type { Link, MarkdownScan } from "../markdown/markdownScan.ts";
import type { Span } from "../text/span.ts";

const maxLength = 200;
/** Prose that begins later than this on a page is not its first words. */
const reach = 8000;

/** At most 200 characters, cut at a word with `…`; empty when the page begins with nothing to read. */
export function excerptOf(text: string, bodyStart: number, scan: MarkdownScan): string {
  const end = Math.min(text.length, bodyStart + reach);
  let raw = "";
  let at = bodyStart;
  for (const { span, words } of replacements(text, scan, end)) {
    if (span.start < at) continue;
    raw += text.slice(at, Math.min(span.start, end)) + words;
    at = span.end;
    if (raw.length > reach) break;
  }
  if (at < end) raw += text.slice(at, end);
  return shorten(firstProse(raw));
}

interface Replacement {
  readonly span: Span;
  readonly words: string;
}

/** A mark that no page contains stands for a heading: prose ends there. */
const headingMark = "\u0000";

function replacements(text: string, scan: MarkdownScan, end: number): readonly Replacement[] {
  const near = ({ span }: { readonly span: Span }) => span.start < end;
  const result: Replacement[] = [
    ...scan.headings.filter(near).map(({ span }) => ({ span, words: `\n${headingMark}\n` })),
    ...scan.definitions.filter(near).map(({ span }) => ({ span, words: "" })),
    ...scan.footnotes.filter(near).map(({ span }) => ({ span, words: "" })),
    ...scan.links.filter(near).flatMap(linkWords),
    ...scan.opaque.filter(near).map(({ span, kind }) => ({
      span,
      words: kind === "code-span" ? text.slice(span.start, span.end).replace(/^`+ ?| ?`+$/g, "") : "",
    })),
  ];
  return result.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

function linkWords(link: Link): readonly Replacement[] {
  if (link.kind === "attribute") return [];
  return [{ span: link.span, words: link.image ? "" : link.text }];
}

/** Lines without words of their own: table rules, imports, fences of admonitions, thematic breaks. */
const wordless = /^(?:import\s|export\s|:{3,}|\|?[ \t:|-]+\|?$|[-*_=\s]+$|\[[!x ][A-Z]*\]$)/;
const lineMarks = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t]|\[[ xX]\][ \t])+/;

function firstProse(raw: string): string {
  const words: string[] = [];
  let length = 0;
  for (const line of raw.split(/\r\n?|\n/)) {
    const content = line.replace(lineMarks, "").trim();
    if (content === headingMark && words.length > 0) break;
    if (content === headingMark || content === "" || wordless.test(content)) continue;
    const plain = withoutMarks(content);
    if (plain === "") continue;
    words.push(plain);
    length += plain.length + 1;
    if (length > maxLength) break;
  }
  return words.join(" ");
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": " ",
  "&#39;": "'",
};

function withoutMarks(line: string): string {
  return line
    .replace(
      /\\([!-/:-@[-`{-~])|\*{1,3}|~~|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])/gu,
      "$1",
    )
    .replace(/\[\^[^\]\s]{1,80}\]|<\/?[A-Za-z][^<>]{0,200}>/g, "")
    .replace(/&[a-z#0-9]{2,6};/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, " ")
    .trim();
}

function shorten(words: string): string {
  if (words.length <= maxLength) return words;
  const cut = words.slice(0, maxLength - 1);
  const space = cut.lastIndexOf(" ");
  return `${space > maxLength / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, "")}…`;
}
