// A whole handbook written as one string: the notation of our tests, and nothing about sites. See `parseHandbook`.

import type { Span } from "../../server/src/text/span.ts";

export interface HandbookText {
  /** Text of each file by its path, without cursor and underlines. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where `$0` stood. */
  readonly cursor?: { readonly path: string; readonly offset: number };
  readonly underlines: readonly Underline[];
}

/** `^^^ code: message` below a line of a page. */
export interface Underline {
  readonly path: string;
  readonly span: Span;
  readonly code: string;
  readonly message: string | undefined;
}

const underlineLine = /^\s*(\^+) ([a-z][a-z0-9-]*)(?:: (.*))?$/;
const cursorMark = "$0";

/**
 * Reads
 *
 *     //- contents/a.md
 *     Read [b](/c$0).
 *              ^^ link-missing-page: No page is served at /c.
 *     //- vercel.json
 *     {}
 *
 * Each line `//- path` begins a file; every line of it ends in a line end (of its own: a `\r` before it is kept); a file
 * with no lines is empty. `$0` is the cursor. An underline belongs to the nearest line above that is none, is counted in
 * UTF-16 code units of that line as it is written here (with `$0`), and is left out of the text.
 */
export function parseHandbook(source: string): HandbookText {
  const texts = new Map<string, string>();
  const underlines: Underline[] = [];
  let cursor: HandbookText["cursor"];
  let file: OpenFile | undefined;
  for (const line of linesOf(source)) {
    const header = /^\/\/- (\S.*?)\s*$/.exec(line);
    if (header?.[1]) {
      file = { path: header[1], lineStart: 0 };
      if (texts.has(file.path)) throw new Error(`The handbook has ${file.path} twice.`);
      texts.set(file.path, "");
    } else if (!file) {
      if (line.trim() !== "")
        throw new Error(`A handbook begins with a line "//- path", not with "${line}".`);
    } else {
      const text = texts.get(file.path) ?? "";
      const underline = underlineLine.exec(line.replace(/\r$/, ""));
      if (underline && text !== "") {
        underlines.push(underlineOf(file, line, underline));
      } else {
        const at = line.indexOf(cursorMark);
        if (at >= 0 && cursor) throw new Error("A handbook has one cursor at most.");
        if (at >= 0) cursor = { path: file.path, offset: text.length + at };
        file = { path: file.path, lineStart: text.length, ...(at >= 0 && { cursorAt: at }) };
        texts.set(
          file.path,
          `${text}${at >= 0 ? line.slice(0, at) + line.slice(at + cursorMark.length) : line}\n`,
        );
      }
    }
  }
  return { texts, underlines, ...(cursor && { cursor }) };
}

interface OpenFile {
  readonly path: string;
  /** Of the last line that is no underline. */
  readonly lineStart: number;
  /** Column of `$0` in that line. */
  readonly cursorAt?: number;
}

function linesOf(source: string): readonly string[] {
  const lines = source.split("\n");
  if (/^\s*$/.test(lines.at(-1) ?? "")) lines.pop();
  return lines;
}

function underlineOf(file: OpenFile, line: string, match: RegExpExecArray): Underline {
  const carets = match[1] ?? "";
  const start = line.indexOf("^");
  const place = (column: number): number =>
    file.lineStart +
    (file.cursorAt !== undefined && column > file.cursorAt ? column - cursorMark.length : column);
  return {
    path: file.path,
    span: { start: place(start), end: place(start + carets.length) },
    code: match[2] ?? "",
    message: match[3],
  };
}

/**
 * The text with underlines written below its lines: what `parseHandbook` reads, so that tests can compare what is
 * expected and what is found as documents. A span that goes over several lines is underlined on its first; an empty one
 * has one caret.
 */
export function underlined(text: string, underlines: readonly Omit<Underline, "path">[]): string {
  const waiting = [...underlines].sort((a, b) => a.span.start - b.span.start);
  let result = "";
  let from = 0;
  while (from < text.length || waiting.length > 0) {
    const lineEnd = text.indexOf("\n", from);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    const below: string[] = [];
    while (waiting[0] && (waiting[0].span.start < next || next === text.length)) {
      below.push(underlineText(waiting.shift() as Underline, from, end));
    }
    result += [text.slice(from, end), ...below.sort(byColumn), ""].join("\n");
    from = next;
  }
  return result;
}

function underlineText({ span, code, message }: Omit<Underline, "path">, from: number, end: number): string {
  const indent = " ".repeat(Math.max(span.start - from, 0));
  const carets = "^".repeat(Math.max(1, Math.min(span.end, end) - span.start));
  return `${indent}${carets} ${code}${message === undefined ? "" : `: ${message}`}`;
}

function byColumn(a: string, b: string): number {
  return a.indexOf("^") - b.indexOf("^") || a.localeCompare(b);
}
