// Where a `{expression}` of MDX ends. It counts braces and steps over strings, templates and comments; it is no parser of
// JavaScript, and a brace that nothing closes nearby is text.

import { isLineEnd, skipBlanks } from "./characters.ts";

/** How far an expression may reach; keeps pages of unclosed braces linear. */
const longestExpression = 20_000;
/** Deeper braces are taken for text, for the same reason. */
const deepest = 40;

/** First offset after the `}` that closes the `{` at `at`; -1 where none does before a blank line ends the search. */
export function expressionEnd(text: string, at: number, to: number): number {
  const end = closingBrace(text, at, Math.min(to, at + longestExpression));
  return end === -1 ? -1 : end + 1;
}

function closingBrace(text: string, at: number, to: number): number {
  let depth = 0;
  for (let pos = at; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 123) {
      if (++depth > deepest) return -1;
    } else if (code === 125) {
      if (--depth === 0) return pos;
    } else if (code === 34 || code === 39 || code === 96) pos = stringEnd(text, pos, to);
    else if (code === 47) pos = commentEnd(text, pos, to);
    else if (isLineEnd(code) && isBlankLine(text, pos + 1, to)) return -1;
  }
  return -1;
}

function isBlankLine(text: string, at: number, to: number): boolean {
  const end = skipBlanks(text, at, to);
  return end < to && text.charCodeAt(end) === 10;
}

/** Offset of the closing mark; the opening one's where it is not closed (on its line, unless it is a template). */
function stringEnd(text: string, at: number, to: number): number {
  const mark = text.charCodeAt(at);
  for (let pos = at + 1; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === mark) return pos;
    if (code === 92) pos++;
    else if (isLineEnd(code) && (mark !== 96 || isBlankLine(text, pos + 1, to))) return at;
  }
  return at;
}

function commentEnd(text: string, at: number, to: number): number {
  if (text.charCodeAt(at + 1) !== 42) return at;
  for (let pos = at + 2; pos + 1 < to; pos++)
    if (text.charCodeAt(pos) === 42 && text.charCodeAt(pos + 1) === 47) return pos + 1;
  return at;
}
