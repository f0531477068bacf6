// The beginning of a page or of a section of it, as Markdown that is safe to show in a hover: words, lists and emphasis.
// No tag, image, shortcode or link gets through, whatever the page says; it is somebody else's text.

import type { Page } from "../site/site.ts";
import type { Span } from "../text/span.ts";

const mostLines = 8;
const mostCharacters = 2400;
const longestLine = 1200;
/** Of a code span: a longer one is left out. */
const longestSpan = 300;
/** Of a code block in the page: so much is looked at. */
const mostSource = 5000;

/** From below the heading (its index in the page's headings), or from the page's beginning; "" when there is nothing. */
export function passage(page: Page, text: string, heading?: number): string {
  const { headings, bodyStart } = page.scanned;
  const first = heading ?? (headings[0] && isFirstWords(page, text) ? 0 : undefined);
  const start = first === undefined ? bodyStart : (headings[first]?.span.end ?? bodyStart);
  const next = headings.find((one) => one.span.start >= start && one.level <= levelOf(page, heading));
  const end = Math.min(next?.span.start ?? text.length, start + 20_000, text.length);
  return cut(sanitised(page, text, start, end));
}

/** A page's own section ends at its second first-level heading at the soonest. */
function levelOf(page: Page, heading: number | undefined): number {
  return heading === undefined ? 1 : (page.scanned.headings[heading]?.level ?? 6);
}

/** Does the page begin with a heading (which repeats the title)? */
function isFirstWords(page: Page, text: string): boolean {
  const { headings, bodyStart } = page.scanned;
  return text.slice(bodyStart, headings[0]?.span.start ?? bodyStart).trim() === "";
}

/** A stretch of the page that is shown as something else. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  /** Words, or the lines of a code block. */
  readonly shown: string | readonly Line[];
}

const dropped: readonly string[] = ["comment", "shortcode", "expression"];

/** A line to show; `closing` ends the code block that it is in. */
interface Line {
  readonly text: string;
  readonly closing?: string;
}

/** Links become their text, images and comments go, code stays; then nothing is left that begins a tag, link or shortcode. */
function sanitised(page: Page, text: string, start: number, end: number): readonly Line[] {
  const replacements = [...replacementsOf(page, text)].filter((one) => one.start >= start && one.end <= end);
  replacements.sort((a, b) => a.start - b.start || b.end - a.end);
  const lines: Line[] = [];
  let words = "";
  let from = start;
  for (const one of replacements) {
    if (one.start < from) continue;
    words += plain(text.slice(from, one.start));
    if (typeof one.shown === "string") words += one.shown;
    else {
      lines.push(...linesOf(words), ...one.shown);
      words = "";
    }
    from = one.end;
  }
  return [...lines, ...linesOf(words + plain(text.slice(from, end)))];
}

function linesOf(words: string): readonly Line[] {
  return words.split(/\r\n|\r|\n/).map((text) => ({ text }));
}

function* replacementsOf({ scanned }: Page, text: string): Generator<Replacement> {
  for (const link of scanned.links) {
    if (link.kind !== "attribute") yield { ...link.span, shown: link.image ? "" : plain(link.text) };
  }
  for (const { kind, span } of scanned.opaque) {
    if (dropped.includes(kind)) yield { ...span, shown: "" };
    if (kind === "code-span") yield { ...span, shown: codeSpan(text.slice(span.start, span.end)) };
    if (kind === "fenced-code" || kind === "indented-code")
      yield { ...span, shown: codeBlock(text, span, kind === "fenced-code") };
  }
  for (const { span } of scanned.shortcodes) yield { ...span, shown: "" };
}

/** On one line, however its author broke it. */
function codeSpan(source: string): string {
  const line = source.replace(/\s*[\r\n]+[ \t>]*/g, " ");
  return line.length > longestSpan ? "…" : line;
}

/** A fence of our own around the block's lines, whatever container it was in, and longer than any run of backticks in it. */
function codeBlock(text: string, { start, end }: Span, fenced: boolean): readonly Line[] {
  const lineStart = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("\r", start - 1)) + 1;
  const before = text.slice(lineStart, start).replace(/[^>]/g, " ");
  const lines = (before + text.slice(start, Math.min(end, start + mostSource))).split(/\r\n|\r|\n/);
  const opening = fenced
    ? /^[ \t>]*(?:`{3,}|~{3,})[ \t]*([\w+#.-]{0,40})/.exec(lines.shift() ?? "")
    : undefined;
  if (fenced && /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(lines.at(-1) ?? "")) lines.pop();
  const inner = dedented(fenced ? lines : lines.filter((line, at) => at > 0 || line.trim() !== ""));
  const runs = inner.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run + 1)));
  return [
    { text: fence + (opening?.[1] ?? ""), closing: fence },
    ...inner.map((line) => ({ text: line, closing: fence })),
    { text: fence },
  ];
}

/** Without what all lines begin with: the indentation, and the marks of the quotes that they stand in. */
function dedented(lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => line.trim() !== "");
  const margin = Math.min(...written.map((line) => /^[ \t>]*/.exec(line)?.[0].length ?? 0));
  return lines.map((line) => line.slice(Number.isFinite(margin) ? margin : 0));
}

/** Tags and definitions go, and so that nothing becomes one, every character that could begin something is escaped. */
function plain(text: string): string {
  return text
    .replace(/^[ \t]*(?:import|export)\s.*$/gm, "")
    .replace(/^[ \t]{0,3}\[[^\]\n]{1,200}\]:.*$/gm, "")
    .replace(/<\/?[A-Za-z!][^<>\n]{0,500}>/g, "")
    .replace(/\\?[<[\]`]/g, (found) => `\\${found.at(-1)}`)
    .replace(/~{3,}/g, (run) => run.replaceAll("~", "\\~"))
    .replace(/&(?=#?\w{1,20};)/g, "&amp;")
    .replace(/\b(?:https?|command|file|vscode|javascript|data):/gi, (scheme) => scheme.replace(":", "\\:"));
}

/** As many lines as there is room for. */
function cut(all: readonly Line[]): string {
  const lines: string[] = [];
  let blank = true;
  let shown = 0;
  let room = mostCharacters;
  let closing: string | undefined;
  for (const line of all) {
    const text = line.closing === undefined ? shortened(line.text) : line.text.slice(0, longestLine);
    const empty = text.trim() === "";
    if (empty && blank) continue;
    room -= text.length;
    if (!empty && (++shown > mostLines || room < 0)) {
      if (closing !== undefined) lines.push(closing);
      return `${shownText(lines)}\n\n…`;
    }
    lines.push(text.trimEnd());
    blank = empty;
    closing = line.closing;
  }
  return shownText(lines);
}

/** Cut before the first code: what follows an opening backtick without its closing one would be read as Markdown. */
function shortened(line: string): string {
  if (line.length <= longestLine) return line;
  const code = line.indexOf("`");
  return line.slice(0, code < 0 ? longestLine : Math.min(code, longestLine)).replace(/\\+$/, "");
}

/** The first line keeps its indentation, which may be all that makes it what it is. */
function shownText(lines: readonly string[]): string {
  return lines.join("\n").trimEnd();
}
