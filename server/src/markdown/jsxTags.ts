// Tags of JSX in MDX: where one ends, and those of its attributes whose value is a plain string.

import { isAlphanumeric, isLineEnd, isWhitespace, skipWhitespace } from "./characters.ts";
import { expressionEnd } from "./expressions.ts";
import type { TagAttribute } from "./htmlTags.ts";

const longestTag = 20_000;

/** First offset after the tag (or `<>`, `</>`) at `at`; -1 where there is no whole one before a blank line. */
export function jsxTagEnd(text: string, at: number, end: number): number {
  const to = Math.min(end, at + longestTag);
  let pos = text.charCodeAt(at + 1) === 47 ? at + 2 : at + 1;
  if (pos >= to) return -1;
  if (text.charCodeAt(pos) === 62) return pos + 1;
  if (!isNameStart(text.charCodeAt(pos))) return -1;
  while (pos < to && isNamePart(text.charCodeAt(pos))) pos++;
  while (pos < to) {
    const code = text.charCodeAt(pos);
    if (code === 62) return pos + 1;
    if (code === 60) return -1;
    pos = partEnd(text, pos, to, code);
    if (pos === -1) return -1;
  }
  return -1;
}

/** First offset after one sign, string or expression of a tag; -1 at a blank line and where a string or brace is not closed. */
function partEnd(text: string, at: number, to: number, code: number): number {
  if (code === 34 || code === 39) return quotedEnd(text, at, to);
  if (code === 123) return expressionEnd(text, at, to);
  if (!isLineEnd(code)) return at + 1;
  let pos = at + 1;
  if (code === 13 && text.charCodeAt(pos) === 10) pos++;
  while (pos < to && isWhitespace(text.charCodeAt(pos))) if (isLineEnd(text.charCodeAt(pos++))) return -1;
  return pos;
}

function quotedEnd(text: string, at: number, to: number): number {
  const mark = text.charCodeAt(at);
  for (let pos = at + 1; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === mark) return pos + 1;
    if (isLineEnd(code) && isLineEnd(text.charCodeAt(pos + 1)) && code === text.charCodeAt(pos + 1))
      return -1;
  }
  return -1;
}

function isNameStart(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122 ? true : code === 95 || code === 36 || code > 127;
}

function isNamePart(code: number): boolean {
  return (
    isAlphanumeric(code) ||
    code === 45 ||
    code === 46 ||
    code === 58 ||
    code === 95 ||
    code === 36 ||
    code > 127
  );
}

/** Attributes of the whole tag at `at`–`end` whose value is a string, `{"a string"}` or a template without substitutions. */
export function jsxAttributes(text: string, at: number, end: number): readonly TagAttribute[] {
  const found: TagAttribute[] = [];
  let pos = at + 1;
  while (pos < end && isNamePart(text.charCodeAt(pos))) pos++;
  while (pos < end) {
    pos = skipWhitespace(text, pos, end);
    const code = text.charCodeAt(pos);
    if (!isNameStart(code)) {
      pos = code === 123 ? Math.max(expressionEnd(text, pos, end), pos + 1) : pos + 1;
      continue;
    }
    const start = pos;
    while (pos < end && isNamePart(text.charCodeAt(pos))) pos++;
    const value = skipWhitespace(text, pos, end);
    if (text.charCodeAt(value) !== 61) continue;
    const attribute = valueAt(text, text.slice(start, pos), skipWhitespace(text, value + 1, end), end);
    pos = attribute.after;
    if (attribute.end >= attribute.start) found.push(attribute);
  }
  return found;
}

/** The value at `at`; its `end` lies before its `start` when it is no plain string. */
function valueAt(
  text: string,
  name: string,
  at: number,
  end: number,
): TagAttribute & { readonly after: number } {
  const code = text.charCodeAt(at);
  if (code === 34 || code === 39) {
    const after = quotedEnd(text, at, end);
    return after === -1
      ? { name, start: 1, end: 0, after: end }
      : { name, start: at + 1, end: after - 1, after };
  }
  if (code !== 123) return { name, start: 1, end: 0, after: at + 1 };
  const after = expressionEnd(text, at, end);
  if (after === -1) return { name, start: 1, end: 0, after: end };
  const literal = /^\{\s*(["'`])([^"'`\\]*)\1\s*\}$/.exec(text.slice(at, after));
  if (!literal || (literal[1] === "`" && literal[2]?.includes("${")))
    return { name, start: 1, end: 0, after };
  const start = text.indexOf(literal[1] ?? "", at) + 1;
  return { name, start, end: start + (literal[2] ?? "").length, after };
}
