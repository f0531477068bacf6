// The first words of a page as plain text, for lists and hovers. Made of what the scan knows and a few marks of
// Markdown dropped by line; it need not be exact, only readable.

import type { MarkdownScan } from "../markdown/markdownScan.ts";
import type { Span } from "../text/span.ts";

const maxLength = 200;
/** Prose that begins later than this on a page is not its first words. */
const reach = 8000;
/** By far the most pages have 200 characters of prose before this. */
const near = 1000;

/** At most 200 characters, cut at a word with `…`; empty when the page begins with nothing to read. */
export function excerptOf(text: string, bodyStart: number, scan: MarkdownScan): string {
  const first = bodyStart + near < text.length ? firstProse(text, bodyStart, near, scan) : undefined;
  const words = first?.whole ? first.words : firstProse(text, bodyStart, reach, scan).words;
  return shorten(words);
}

/** The text from `from` to `end`, with what a reader sees in place of links and the like. */
function rawText(text: string, from: number, end: number, scan: MarkdownScan): string {
  let raw = "";
  let at = from;
  for (const { start, end: after, words } of replacements(text, scan, end)) {
    if (start < at) continue;
    raw += text.slice(at, Math.min(start, end)) + words;
    at = after;
    if (raw.length > reach) break;
  }
  return at < end ? raw + text.slice(at, end) : raw;
}

interface Replacement extends Span {
  readonly words: string;
}

/** A mark that no page contains stands for a heading: prose ends there. */
const headingMark = "\u0000";

function replacements(text: string, scan: MarkdownScan, end: number): readonly Replacement[] {
  const found: Replacement[] = [];
  addBefore(end, scan.headings, found, () => `\n${headingMark}\n`);
  addBefore(end, scan.definitions, found, () => "");
  addBefore(end, scan.footnotes, found, () => "");
  addBefore(end, scan.links, found, ({ kind, image, text: words }) =>
    kind === "attribute" ? undefined : image ? "" : words,
  );
  addBefore(end, scan.opaque, found, ({ kind, span }) =>
    kind === "code-span" ? text.slice(span.start, span.end).replace(/^`+ ?| ?`+$/g, "") : "",
  );
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Those of a list (in order, as all of a scan are) that begin before `end`; without words they are left as they stand. */
function addBefore<Item extends { readonly span: Span }>(
  end: number,
  list: readonly Item[],
  found: Replacement[],
  wordsOf: (item: Item) => string | undefined,
): void {
  for (const item of list) {
    const { span } = item;
    if (span.start >= end) return;
    const words = wordsOf(item);
    if (words !== undefined) found.push({ start: span.start, end: span.end, words });
  }
}

/** Lines without words of their own: table rules, imports, fences of admonitions, thematic breaks. */
const wordless = /^(?:import\s|export\s|:{3,}|\|?[ \t:|-]+\|?$|[-*_=\s]+$|\[[!x ][A-Z]*\]$)/;
const lineMarks = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t]|\[[ xX]\][ \t])+/;

interface Prose {
  readonly words: string;
  /** Would a longer stretch of the page have the same first words? */
  readonly whole: boolean;
}

function firstProse(text: string, from: number, length: number, scan: MarkdownScan): Prose {
  const end = Math.min(text.length, from + length);
  const lines = rawText(text, from, end, scan).split(/\r\n?|\n/);
  // The last line may go on behind the end.
  if (end < text.length && length < reach) lines.pop();
  const words: string[] = [];
  let size = 0;
  for (const line of lines) {
    const content = line.replace(lineMarks, "").trim();
    if (content === headingMark && words.length > 0) return { words: words.join(" "), whole: true };
    if (content === headingMark || content === "" || wordless.test(content)) continue;
    const plain = withoutMarks(content);
    if (plain === "") continue;
    words.push(plain);
    size += plain.length + 1;
    if (size > maxLength) return { words: words.join(" "), whole: true };
  }
  return { words: words.join(" "), whole: false };
}

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&nbsp;": " ",
  "&#39;": "'",
};

/** Without one of these there is nothing to take out or to decode. */
const signs = /[\\*~_[<&]/;
const marks = /\\([!-/:-@[-`{-~])|\*{1,3}|~~|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])/gu;

function withoutMarks(line: string): string {
  const plain = signs.test(line) ? decoded(line) : line;
  return plain.replace(/\s+/g, " ").trim();
}

function decoded(line: string): string {
  return line
    .replace(marks, "$1")
    .replace(/\[\^[^\]\s]{1,80}\]|<\/?[A-Za-z][^<>]{0,200}>/g, "")
    .replace(/&[a-z#0-9]{2,6};/g, (entity) => entities[entity] ?? entity);
}

function shorten(words: string): string {
  if (words.length <= maxLength) return words;
  const cut = words.slice(0, maxLength - 1);
  const space = cut.lastIndexOf(" ");
  return `${space > maxLength / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, "")}…`;
}
