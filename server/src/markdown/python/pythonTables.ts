// Tables (extensions/tables.py): a whole block whose second line rules the columns. A `|` in code or after a backslash is none.

import { isBlank, skipBlanks } from "../characters.ts";
import { closingList, emitId } from "./attributeLists.ts";
import type { BlockReader } from "./pythonBlock.ts";
import type { PyLine } from "./pythonLines.ts";
import { textEnd } from "./pythonLines.ts";

interface Cell {
  readonly from: number;
  readonly to: number;
}

/** Number of columns when the two lines begin a table, else 0. */
export function isTable(text: string, head: PyLine, rule: PyLine | undefined): number {
  if (!rule || !/^[|:\- ]*$/.test(text.slice(rule.start, rule.end))) return 0;
  if (!text.slice(head.start, head.end).includes("|")) return 0;
  const border = borderOf(text, head);
  const columns = cellsOf(text, head, border).length;
  return cellsOf(text, rule, border).length === columns ? columns : 0;
}

export function takeTable(
  { page, text, pieces, python }: BlockReader,
  lines: readonly PyLine[],
  columns: number,
): void {
  const border = borderOf(text, lines[0] ?? { start: 0, end: 0 });
  lines.forEach((line, at) => {
    if (at === 1) return;
    for (const { from, to } of cellsOf(text, line, border).slice(0, columns)) {
      const content = { text, from, to };
      const list = python.attributes ? closingList(content) : undefined;
      if (list) emitId(page, content, list);
      if (from < to) pieces.push({ kind: "cell", content: { ...content, to: list?.from ?? to } });
    }
  });
}

type Line = Pick<PyLine, "start" | "end">;

function borderOf(text: string, line: Line): boolean {
  return text.charCodeAt(line.start) === 124 || endsInPipe(text, line);
}

function endsInPipe(text: string, line: Line): boolean {
  const end = textEnd(text, line as PyLine);
  if (text.charCodeAt(end - 1) !== 124) return false;
  let slashes = 0;
  while (text.charCodeAt(end - 2 - slashes) === 92) slashes++;
  return slashes % 2 === 0;
}

function cellsOf(text: string, line: Line, border: boolean): readonly Cell[] {
  let from = line.start;
  let to = textEnd(text, line as PyLine);
  if (border && text.charCodeAt(from) === 124) from++;
  if (border && endsInPipe(text, { start: from, end: to })) to--;
  const cells: Cell[] = [];
  const codes = codeRuns(text, from, to);
  for (let pos = from; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 92) pos++;
    else if (code === 96) pos = codes.get(pos) ?? pos;
    else if (code === 124) {
      cells.push(trimmed(text, from, pos));
      from = pos + 1;
    }
  }
  cells.push(trimmed(text, from, to));
  return cells;
}

/** For each run of backticks that opens code: its first sign, to the last sign of the run that closes it. */
function codeRuns(text: string, from: number, to: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const waiting = new Map<number, number[]>();
  for (let pos = from; pos < to; pos++) {
    if (text.charCodeAt(pos) === 92) {
      pos++;
      continue;
    }
    if (text.charCodeAt(pos) !== 96) continue;
    let end = pos;
    while (end < to && text.charCodeAt(end) === 96) end++;
    const open = waiting.get(end - pos)?.pop();
    if (open === undefined) waiting.set(end - pos, [pos]);
    else found.set(open, end - 1);
    pos = end - 1;
  }
  return found;
}

function trimmed(text: string, from: number, to: number): Cell {
  const start = skipBlanks(text, from, to);
  let end = to;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { from: start, to: end };
}
