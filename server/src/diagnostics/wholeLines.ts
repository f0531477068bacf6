import type { Span } from "../text/span.ts";

/** The lines that a span stands on with the line end of the last; the span alone when they hold anything beside it. */
export function wholeLines(span: Span, text: string): Span {
  let start = span.start;
  while (isSpace(text[start - 1])) start--;
  let end = span.end;
  while (isSpace(text[end])) end++;
  const alone = (start === 0 || isLineEnd(text[start - 1])) && (end === text.length || isLineEnd(text[end]));
  if (!alone) return span;
  if (text[end] === "\r" && text[end + 1] === "\n") return { start, end: end + 2 };
  return { start, end: Math.min(end + 1, text.length) };
}

function isSpace(character: string | undefined): boolean {
  return character === " " || character === "\t";
}

function isLineEnd(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}
