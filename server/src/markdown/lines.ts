// The line that the block scanner stands in: how much of it the containers have taken, in offsets and in columns
// (a tab reaches to the next multiple of four, and a container may take a part of it).

import { space, tab } from "./characters.ts";

export interface Line {
  readonly text: string;
  /** Where it begins and ends (line end not included), and where the next one begins. */
  start: number;
  end: number;
  next: number;
  /** What is taken so far. */
  offset: number;
  column: number;
  partialTab: boolean;
  /** After `measure`: the first sign that is no blank, and how many columns stand before it. */
  first: number;
  firstColumn: number;
  indent: number;
  blank: boolean;
}

export function newLine(text: string): Line {
  return {
    text,
    start: 0,
    end: 0,
    next: 0,
    offset: 0,
    column: 0,
    partialTab: false,
    first: 0,
    firstColumn: 0,
    indent: 0,
    blank: false,
  };
}

/** Goes to the line that begins at `start`. */
export function enterLine(line: Line, start: number, hasReturns: boolean): void {
  line.start = start;
  line.offset = start;
  line.column = 0;
  line.partialTab = false;
  const feed = hasReturns ? lineEndFrom(line.text, start) : line.text.indexOf("\n", start);
  line.end = feed === -1 ? line.text.length : feed;
  const crlf = line.text.charCodeAt(line.end) === 13 && line.text.charCodeAt(line.end + 1) === 10;
  line.next = line.end + (crlf ? 2 : 1);
}

function lineEndFrom(text: string, start: number): number {
  for (let pos = start; pos < text.length; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 10 || code === 13) return pos;
  }
  return -1;
}

/** Finds the first sign that is no blank, from what is taken on. */
export function measure(line: Line): void {
  const { text, end } = line;
  let pos = line.offset;
  let column = line.column;
  while (pos < end) {
    const code = text.charCodeAt(pos);
    if (code === space) column++;
    else if (code === tab) column += 4 - (column % 4);
    else break;
    pos++;
  }
  line.first = pos;
  line.firstColumn = column;
  line.indent = column - line.column;
  line.blank = pos >= end;
}

/** Takes `count` columns of blanks, parts of tabs too. */
export function takeColumns(line: Line, count: number): void {
  let left = count;
  while (left > 0 && line.offset < line.end) {
    if (line.text.charCodeAt(line.offset) !== tab) {
      line.offset++;
      line.column++;
      left--;
      continue;
    }
    const width = 4 - (line.column % 4);
    const taken = Math.min(width, left);
    line.partialTab = width > left;
    line.column += taken;
    if (!line.partialTab) line.offset++;
    left -= taken;
  }
}

/** Takes everything up to the first sign that is no blank. */
export function takeIndent(line: Line): void {
  line.offset = line.first;
  line.column = line.firstColumn;
  line.partialTab = false;
}

/** Takes `count` signs that are no tabs. */
export function takeSigns(line: Line, count: number): void {
  line.offset += count;
  line.column += count;
  line.partialTab = false;
}
