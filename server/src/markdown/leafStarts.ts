// How the lines that begin headings, code, HTML and rules look. Each question is about one line and its first sign.

import { htmlBlockNames, htmlRawNames } from "micromark-util-html-tag-name";
import { isAlpha, isAlphanumeric, isBlank, skipBlanks } from "./characters.ts";
import { specialMark, tagEnd } from "./htmlTags.ts";

/** Three or more of one of `* - _`, blanks between them. */
export function isThematicBreak(text: string, at: number, end: number): boolean {
  const mark = text.charCodeAt(at);
  if (mark !== 42 && mark !== 45 && mark !== 95) return false;
  let count = 0;
  for (let pos = at; pos < end; pos++) {
    const code = text.charCodeAt(pos);
    if (code === mark) count++;
    else if (!isBlank(code)) return false;
  }
  return count > 2;
}

/** Level of the ATX heading at `at`; 0 where none begins. `spaced`: is a blank needed after its marks? */
export function atxLevel(text: string, at: number, end: number, spaced = true): number {
  let pos = at;
  while (pos < end && text.charCodeAt(pos) === 35) pos++;
  const level = pos - at;
  if (!spaced) return level > 0 ? Math.min(level, 6) : 0;
  return level > 0 && level < 7 && (pos >= end || isBlank(text.charCodeAt(pos))) ? level : 0;
}

/** Level of the setext underline at `at`; 0 where the line is none. */
export function setextLevel(text: string, at: number, end: number): 0 | 1 | 2 {
  const mark = text.charCodeAt(at);
  if (mark !== 61 && mark !== 45) return 0;
  let pos = at;
  while (pos < end && text.charCodeAt(pos) === mark) pos++;
  if (skipBlanks(text, pos, end) < end) return 0;
  return mark === 61 ? 1 : 2;
}

/** Length of the fence of code at `at`; 0 where none begins. */
export function fenceLength(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at);
  if (mark !== 96 && mark !== 126) return 0;
  let pos = at;
  while (pos < end && text.charCodeAt(pos) === mark) pos++;
  const length = pos - at;
  if (length < 3) return 0;
  if (mark === 96) for (; pos < end; pos++) if (text.charCodeAt(pos) === 96) return 0;
  return length;
}

/** Does the line at `at` close a fence of `length` signs `mark`? */
export function closesFence(
  text: string,
  at: number,
  end: number,
  fence: { mark: number; length: number },
): boolean {
  let pos = at;
  while (pos < end && text.charCodeAt(pos) === fence.mark) pos++;
  return pos - at >= fence.length && skipBlanks(text, pos, end) >= end;
}

export interface HtmlStart {
  /** The condition of CommonMark 4.6, 1 to 7. */
  readonly condition: number;
  /** What ends it, lower case; undefined: a blank line. */
  readonly close: readonly string[] | undefined;
  /** Where to look for that mark on the first line. */
  readonly from: number;
}

const rawNames = new Set(htmlRawNames);
const blockNames = new Set(htmlBlockNames);
const rawClosings = htmlRawNames.map((name) => `</${name}>`);

/** The HTML block that begins at `at` (a `<`); `complete`: may condition 7, any whole tag, begin one here? */
export function htmlStart(text: string, at: number, end: number, complete: boolean): HtmlStart | undefined {
  const next = text.charCodeAt(at + 1);
  if (next === 33 || next === 63) {
    const mark = specialMark(text, at);
    if (!mark || mark.from > end + 1) return undefined;
    const condition = mark.close === "-->" ? 2 : mark.close === "?>" ? 3 : mark.close === ">" ? 4 : 5;
    return { condition, close: [mark.close], from: condition === 3 ? at + 1 : mark.from };
  }
  const closing = next === 47;
  const from = closing ? at + 2 : at + 1;
  if (from >= end || !isAlpha(text.charCodeAt(from))) return undefined;
  let pos = from;
  while (pos < end && (isAlphanumeric(text.charCodeAt(pos)) || text.charCodeAt(pos) === 45)) pos++;
  const name = text.slice(from, pos).toLowerCase();
  const after = pos < end ? text.charCodeAt(pos) : 32;
  const ends = after === 62 || isBlank(after);
  if (!closing && ends && rawNames.has(name)) return { condition: 1, close: rawClosings, from: pos };
  if (blockNames.has(name) && (ends || (after === 47 && text.charCodeAt(pos + 1) === 62)))
    return { condition: 6, close: undefined, from: pos };
  if (blockNames.has(name) || !complete) return undefined;
  const tag = tagEnd(text, at, end);
  if (tag === -1 || skipBlanks(text, tag, end) < end) return undefined;
  return { condition: 7, close: undefined, from: pos };
}

/** MDX 1: any tag, closing ones and `<>` too, begins a block like the tags of HTML that CommonMark names. */
export function jsxStart(text: string, at: number): HtmlStart | undefined {
  return /^<\/?(?:[A-Za-z][\w.-]*(?![\w.:@-])|>)/.test(text.slice(at, at + 80))
    ? { condition: 6, close: undefined, from: at + 1 }
    : undefined;
}

/** Does one of the marks stand in `from`–`end`? */
export function holdsMark(text: string, from: number, end: number, marks: readonly string[]): boolean {
  const lower = text.slice(from, end).toLowerCase();
  return marks.some((mark) => lower.includes(mark));
}
