// Where each line of a text begins, kept without the text, so that a span of a page that is not open
// can still be told as LSP lines and characters. Line ends are those of LSP: \n, \r\n and \r.

import type { Position, Range } from "vscode-languageserver-types";
import type { Span } from "./span.ts";

export interface LineIndex {
  /** Offset of the first code unit of each line; the first is 0. */
  readonly starts: Uint32Array;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
}

export function indexLines(text: string): LineIndex {
  const starts = text.includes("\r") ? mixedStarts(text) : startsAfterFeeds(text);
  return { starts: new Uint32Array(starts), length: text.length };
}

function startsAfterFeeds(text: string): readonly number[] {
  const starts = [0];
  for (let feed = text.indexOf("\n"); feed !== -1; feed = text.indexOf("\n", feed + 1)) starts.push(feed + 1);
  return starts;
}

function mixedStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (code === 10 || code === 13) starts.push(i + 1);
  }
  return starts;
}

/** The LSP position (0-based line, UTF-16 character) of an offset; an offset outside the text is taken to its nearest end. */
export function positionAt(lines: LineIndex, offset: number): Position {
  const at = Math.min(Math.max(offset, 0), lines.length);
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: at - (lines.starts[low] ?? 0) };
}

/** The offset of an LSP position; a character past the end of its line means the start of the next, a line past the end the end of the text. */
export function offsetAt(lines: LineIndex, position: Position): number {
  if (position.line < 0) return 0;
  const start = lines.starts[position.line];
  if (start === undefined) return lines.length;
  return Math.min(start + Math.max(position.character, 0), lines.starts[position.line + 1] ?? lines.length);
}

export function rangeOf(lines: LineIndex, span: Span): Range {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}
