// Code between fences, taken out of the page before its blocks are read: at the left margin (fenced_code.py), or at any
// depth (pymdownx/superfences.py). A fence that is never closed, or whose options are unknown, is text.

import { isBlank } from "../characters.ts";
import type { PageContext } from "../output.ts";
import { attributeListAt } from "./attributeLists.ts";
import { isBlankLine, type PyLine } from "./pythonLines.ts";

/** The lines with each block of code as one line, its span emitted as opaque. */
export function takeFences(page: PageContext, lines: readonly PyLine[]): readonly PyLine[] {
  const kind = page.syntax.python?.fences;
  if (kind === undefined || kind === "none") return lines;
  return kind === "nested" ? takeNested(page, lines) : takeAtMargin(page, lines);
}

function takeAtMargin(page: PageContext, lines: readonly PyLine[]): readonly PyLine[] {
  const closings = lastClosings(page.text, lines);
  const result: PyLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const fence = line.indent === 0 ? marginFence(page.text, line) : undefined;
    const closed = fence !== undefined && (closings.get(fence) ?? -1) > at;
    const end = closed ? closingFrom(page.text, lines, at + 1, fence) : at;
    const last = lines[end];
    if (!closed || !last) result.push(line);
    else {
      const blank = { ...line, end: line.start };
      result.push(blank, emitCode(page, line, last, line.start), blank);
      at = end;
    }
  }
  return result;
}

function closingFrom(text: string, lines: readonly PyLine[], from: number, fence: string): number {
  let at = from;
  while (at < lines.length && !closes(text, lines[at], fence)) at++;
  return at;
}

/** Where the last line stands that each fence may close at. */
function lastClosings(text: string, lines: readonly PyLine[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  lines.forEach((line, at) => {
    const fence = line.indent === 0 ? fenceAt(text, line) : "";
    if (fence !== "" && blankFrom(text, line.start + fence.length, line.end)) last.set(fence, at);
  });
  return last;
}

function fenceAt(text: string, line: PyLine): string {
  const mark = text.charCodeAt(line.start);
  if (mark !== 96 && mark !== 126) return "";
  let end = line.start;
  while (end < line.end && text.charCodeAt(end) === mark) end++;
  return end - line.start < 3 ? "" : text.slice(line.start, end);
}

const marginInfo = /^ *(?:\{[^}\n]*\}|(?:\.?[\w#.+-]* *)?(?:hl_lines=(["']).*?\1 *)?)$/;

function marginFence(text: string, line: PyLine): string | undefined {
  const fence = fenceAt(text, line);
  return fence !== "" && marginInfo.test(text.slice(line.start + fence.length, line.end)) ? fence : undefined;
}

function closes(text: string, line: PyLine | undefined, fence: string): boolean {
  if (!line || line.indent > 0 || !text.startsWith(fence, line.start)) return false;
  return blankFrom(text, line.start + fence.length, line.end);
}

function blankFrom(text: string, from: number, end: number): boolean {
  for (let pos = from; pos < end; pos++) if (!isBlank(text.charCodeAt(pos))) return false;
  return true;
}

/** An open fence of superfences: how deep it stands, and in how many quotes. */
interface OpenFence {
  readonly at: number;
  readonly fence: string;
  readonly width: number;
  readonly quotes: number;
  /** Where the fence itself stands. */
  readonly start: number;
  empty: number;
}

function takeNested(page: PageContext, lines: readonly PyLine[]): readonly PyLine[] {
  const result: PyLine[] = [];
  let open: OpenFence | undefined;
  lines.forEach((line, at) => {
    result.push(line);
    if (!open) open = nestedFence(page.text, line, result.length - 1);
    else {
      const step = insideNested(page.text, line, open);
      if (step === "end") {
        const first = result[open.at];
        result.length = open.at;
        if (first) result.push({ ...emitCode(page, first, lines[at] ?? line, open.start), end: open.start });
      }
      if (step !== "on") open = undefined;
    }
  });
  return result;
}

const nestedInfo =
  /^[ \t]*(?:(\{[^}\n]*\})|\.?[\w#.+-]*[ \t]*((?:\b[a-zA-Z][a-zA-Z0-9_]*(?:=(?:"[^"]*"|'[^']*'))?[ \t]*)*))[ \t]*$/;

function nestedFence(text: string, line: PyLine, at: number): OpenFence | undefined {
  const { start, width, quotes } = prefixOf(text, line, Number.POSITIVE_INFINITY);
  const fence = fenceAt(text, { ...line, start });
  if (fence === "") return undefined;
  const info = nestedInfo.exec(text.slice(start + fence.length, Math.min(line.end, start + 1000)));
  if (!info || !areOptions(info[2] ?? "")) return undefined;
  return { at, fence, width, quotes, start, empty: 0 };
}

/** Options that superfences knows; others make the fence a text (`highlight_validator`). */
function areOptions(written: string): boolean {
  const left = written.replace(/\b(?:hl_lines|linenums|title|data-[\w-]+)=(?:"[^"]*"|'[^']*')/g, "");
  return left.trim() === "";
}

interface Prefix {
  readonly start: number;
  readonly width: number;
  readonly quotes: number;
}

/** The blanks and `>` that a line begins with, at most `most` columns of them. */
function prefixOf(text: string, line: PyLine, most: number): Prefix {
  let pos = line.start;
  let width = Math.min(line.indent, most);
  let quotes = 0;
  if (line.indent > most) return { start: pos, width, quotes };
  for (; pos < line.end && width < most; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 62) quotes++;
    else if (!isBlank(code)) break;
    width += code === 9 ? 4 - (width % 4) : 1;
  }
  return { start: pos, width, quotes };
}

function insideNested(text: string, line: PyLine, open: OpenFence): "on" | "end" | "text" {
  if (isBlankLine(line)) {
    open.empty++;
    return "on";
  }
  const { start, width, quotes } = prefixOf(text, line, open.width);
  const deeper = line.indent > open.width;
  const ends =
    !deeper && text.startsWith(open.fence, start) && blankFrom(text, start + open.fence.length, line.end);
  if (open.quotes === 0) {
    if (quotes > 0 || width !== open.width) return "text";
    return ends ? "end" : "on";
  }
  if (quotes > open.quotes) return "text";
  if (blankFrom(text, start, line.end)) {
    open.empty++;
    return "on";
  }
  if (width < open.width || (open.empty > 0 && quotes < open.quotes)) return "text";
  if (ends) return "end";
  open.empty = 0;
  return "on";
}

function emitCode(page: PageContext, first: PyLine, last: PyLine, start: number): PyLine {
  page.out.opaque.push({ kind: "fenced-code", span: { start, end: last.end } });
  const open = page.text.indexOf("{", start);
  const list = open !== -1 && open < first.end ? attributeListAt(page.text, open, first.end) : undefined;
  if (list?.id) page.out.anchors.push({ ...list.id, tag: "", attribute: "id" });
  return { ...first, end: first.start, code: true };
}
