// Math as GitHub reads it: `$…$` and `$$…$$` in running text, and blocks of `$$`. Nothing in it is Markdown.

import { isAlphanumeric, isBlank, isDigit, isWhitespace } from "./characters.ts";
import type { InlineState } from "./inlineState.ts";
import { findMark } from "./inlineState.ts";

const dollar = 36;
const backslash = 92;

/** First offset after the math that the `$` at `at` opens; -1 where it opens none. */
export function inlineMathEnd(state: InlineState, at: number): number {
  const { text, to } = state;
  if (text.charCodeAt(at + 1) === dollar && at + 1 < to) {
    const close = findMark(state, "$$", at + 2);
    return close === -1 || close === at + 2 ? -1 : close + 2;
  }
  const before = at > state.from ? text.charCodeAt(at - 1) : 32;
  if (at + 1 >= to || isWhitespace(text.charCodeAt(at + 1)) || isAlphanumeric(before)) return -1;
  if (state.mathCloser <= at + 1) state.mathCloser = nextCloser(text, at + 2, to);
  return state.mathCloser >= to ? -1 : state.mathCloser + 1;
}

/** The next `$` that can close: after no white space and no backslash, before no letter or digit; `to` where none is. */
function nextCloser(text: string, from: number, to: number): number {
  for (let pos = from; pos < to; pos++) {
    if (text.charCodeAt(pos) !== dollar) continue;
    const before = text.charCodeAt(pos - 1);
    const after = pos + 1 < to ? text.charCodeAt(pos + 1) : 32;
    if (isWhitespace(before) || before === backslash || before === dollar || after === dollar) continue;
    if (!isDigit(after) && !isAlphanumeric(after)) return pos;
  }
  return to;
}

/** Does the line at `start`–`end` open a block of math that later lines must close? */
export function opensMathBlock(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) !== dollar || text.charCodeAt(start + 1) !== dollar) return false;
  for (let pos = start + 2; pos < end; pos++) if (text.charCodeAt(pos) === dollar) return false;
  return true;
}

/** Does the line end in `$$`? */
export function closesMathBlock(text: string, start: number, end: number): boolean {
  let last = end;
  while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
  return last - start >= 2 && text.charCodeAt(last - 1) === dollar && text.charCodeAt(last - 2) === dollar;
}
