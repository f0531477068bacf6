// GFM tables: is a line the second of one, how many columns has a row, and where are its cells.

import type { BlockState } from "./blockState.ts";
import { isBlank, skipBlanks } from "./characters.ts";
import { stretch } from "./content.ts";
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
  let from = firstCell(text, at);
  for (let to = cellEnd(text, from, end, syntax); to < end; to = cellEnd(text, from, end, syntax)) {
    columns++;
    from = to + 1;
  }
  return skipBlanks(text, from, end) < end ? columns + 1 : columns;
}

/** Where the first cell of the row at `at` begins. */
function firstCell(text: string, at: number): number {
  return text.charCodeAt(at) === pipe ? at + 1 : at;
}

/** The pipe that ends the cell which begins at `from`; the row's end where none does. */
function cellEnd(text: string, from: number, end: number, syntax: MarkdownSyntax): number {
  for (let pos = from; pos < end; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 92) {
      const next = text.charCodeAt(pos + 1);
      if (next === 92 || next === pipe) pos++;
    } else if (code === 123 && syntax.shortcodes !== "none") {
      const after = shortcodeEnd(text, pos, end, syntax);
      if (after !== -1) pos = after - 1;
    } else if (code === pipe) return pos;
  }
  return end;
}

/** Leaves the cells of the row at `start`–`end` to the inline scanner; what a row has more of than the table has columns is not shown. */
export function addRow(state: BlockState, start: number, end: number): void {
  const { text } = state.line;
  let from = firstCell(text, start);
  for (let column = 0; from < end && column < state.columns; column++) {
    const to = cellEnd(text, from, end, state.page.syntax);
    addCell(state, text, from, to);
    from = to + 1;
  }
}

/** The cell without the blanks around its text, if it has any. */
function addCell(state: BlockState, text: string, from: number, to: number): void {
  const start = skipBlanks(text, from, to);
  let end = to;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (start < end) state.pieces.push({ kind: "cell", content: stretch(text, start, end) });
}
