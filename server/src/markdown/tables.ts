// GFM tables: is a line the second of one, how many columns has a row, and where are its cells.

import type { BlockState } from "./blockState.ts";
import { isBlank, skipBlanks } from "./characters.ts";
import { shortcodeEnd } from "./shortcodes.ts";
import type { MarkdownSyntax } from "./syntax.ts";

const pipe = 124;
const colon = 58;
const dash = 45;

/** Number of columns of a delimiter row (`| :-- | --- |`) at `at`; 0 where the line is none. */
export function delimiterColumns(text: string, at: number, end: number): number {
  let pos = at;
  let columns = 0;
  let marked = false;
  if (text.charCodeAt(pos) === pipe) {
    marked = true;
    pos = skipBlanks(text, pos + 1, end);
  }
  while (pos < end) {
    const start = pos;
    if (text.charCodeAt(pos) === colon) pos++;
    const dashes = pos;
    while (pos < end && text.charCodeAt(pos) === dash) pos++;
    if (pos === dashes) return 0;
    if (pos < end && text.charCodeAt(pos) === colon) pos++;
    marked ||= text.charCodeAt(start) === colon || text.charCodeAt(pos - 1) === colon;
    columns++;
    pos = skipBlanks(text, pos, end);
    if (pos >= end) break;
    if (text.charCodeAt(pos) !== pipe) return 0;
    marked = true;
    pos = skipBlanks(text, pos + 1, end);
  }
  return marked ? columns : 0;
}

/** Number of columns of the row at `at`. */
export function headColumns(text: string, at: number, end: number, syntax: MarkdownSyntax): number {
  let columns = 0;
  for (const _cell of cells(text, at, end, syntax)) columns++;
  return columns;
}

interface Cell {
  readonly from: number;
  readonly to: number;
}

/** The cells of a row, blanks trimmed; empty ones too. */
function* cells(text: string, at: number, end: number, syntax: MarkdownSyntax): Iterable<Cell> {
  let from = text.charCodeAt(at) === pipe ? at + 1 : at;
  for (let pos = from; pos < end; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 92) {
      const next = text.charCodeAt(pos + 1);
      if (next === 92 || next === pipe) pos++;
    } else if (code === 123 && syntax.shortcodes !== "none") {
      const after = shortcodeEnd(text, pos, end, syntax);
      if (after !== -1) pos = after - 1;
    } else if (code === pipe) {
      yield trimmed(text, from, pos);
      from = pos + 1;
    }
  }
  if (skipBlanks(text, from, end) < end) yield trimmed(text, from, end);
}

function trimmed(text: string, from: number, to: number): Cell {
  const start = skipBlanks(text, from, to);
  let end = to;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { from: start, to: end };
}

/** Leaves the cells of the row at `start`–`end` to the inline scanner; what a row has more of than the table has columns is not shown. */
export function addRow(state: BlockState, start: number, end: number): void {
  const { text } = state.line;
  let column = 0;
  for (const { from, to } of cells(text, start, end, state.page.syntax))
    if (column++ < state.columns && from < to)
      state.pieces.push({ kind: "cell", content: { text, from, to } });
}
