// Lines as Python-Markdown's block parser takes them apart: what stands before the first sign is a number of columns, so
// that a level of indentation, a list's mark or a quote's sign can be cut off without touching the text.

import { isBlank, isLineEnd, space, tab } from "../characters.ts";

export interface PyLine {
  /** First sign that is no blank, and the end without the line end; equal on a blank line. */
  readonly start: number;
  readonly end: number;
  /** Columns of blanks before `start`, counted from what was cut off. */
  readonly indent: number;
  /** Column of `start` in the page: tabs reach to the next multiple of four. */
  readonly column: number;
  /** The line stands for a block of code between fences, which hides what it is made of. */
  readonly code?: boolean;
  /** The line stands for raw HTML: its index in the list that `extractHtml` gives. */
  readonly html?: number;
}

export function isBlankLine(line: PyLine): boolean {
  return line.start >= line.end && line.code !== true && line.html === undefined;
}

/** The line that is left when everything before `from` (which stands in column `column`) is cut off. */
export function lineFrom(text: string, from: number, end: number, column: number): PyLine {
  let pos = from;
  let at = column;
  while (pos < end) {
    const code = text.charCodeAt(pos);
    if (code === space) at++;
    else if (code === tab) at += 4 - (at % 4);
    else break;
    pos++;
  }
  return { start: pos, end, indent: at - column, column: at };
}

/** The line without its first `count` signs (no tabs among them) and without its indent. */
export function cutSigns(text: string, line: PyLine, count: number): PyLine {
  const cut = lineFrom(text, line.start + count, line.end, line.column + count);
  return line.code === true ? { ...cut, code: true } : cut;
}

/** The line with `columns` fewer of indent. */
export function dedent(line: PyLine, columns: number): PyLine {
  return columns === 0 ? line : { ...line, indent: Math.max(0, line.indent - columns) };
}

/** The line without any indent. */
export function flush(line: PyLine): PyLine {
  return line.indent === 0 ? line : { ...line, indent: 0 };
}

/** The lines of `from`–`to`; the first may begin within a line of the page. */
export function linesOf(text: string, from: number, to: number): PyLine[] {
  const lines: PyLine[] = [];
  let start = from;
  while (start < to) {
    let end = start;
    while (end < to && !isLineEnd(text.charCodeAt(end))) end++;
    lines.push(lineFrom(text, start, end, start === from ? columnOf(text, from) : 0));
    start = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return lines;
}

function columnOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  let column = 0;
  for (let pos = start; pos < at; pos++) column += text.charCodeAt(pos) === tab ? 4 - (column % 4) : 1;
  return column;
}

/** Where the text of a line ends without the blanks after it. */
export function textEnd(text: string, line: PyLine): number {
  let end = line.end;
  while (end > line.start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** The stretches of lines between blank ones. */
export function chunks(lines: readonly PyLine[]): readonly (readonly PyLine[])[] {
  const found: PyLine[][] = [];
  let open: PyLine[] | undefined;
  for (const line of lines) {
    if (isBlankLine(line)) open = undefined;
    else if (line.html !== undefined) {
      found.push([line]);
      open = undefined;
    } else if (open) open.push(line);
    else {
      open = [line];
      found.push(open);
    }
  }
  return found;
}
