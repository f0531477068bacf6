// goldmark's attributes of blocks: a line `{#id .class}` right below a paragraph, a list, a table or a quotation gives it
// an id. Headings have theirs on their own line, and fenced code has none.

import type { BlockState } from "./blockState.ts";
import { skipBlanks, trimEnd } from "./characters.ts";

const whole = /^\{\s*(?:(?:[#.][^\s{}#]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]+))\s*)+\}$/;

/** Is the measured line one of attributes? */
export function isAttributes({ line }: BlockState): boolean {
  const { text, first, end } = line;
  return (
    text.charCodeAt(trimEnd(text, first, end) - 1) === 125 &&
    whole.test(text.slice(first, trimEnd(text, first, end)))
  );
}

/** Emits the id that the line gives the block above, if one is right above it. */
export function emitBlockId({ line, page }: BlockState): void {
  const { text, first, end } = line;
  if (!isBlock(lineAbove(text, line.start))) return;
  const source = text.slice(first, end);
  const found = /[{\s]#([^\s{}#]+)/.exec(source);
  const id = found?.[1];
  if (!found || id === undefined) return;
  const start = first + found.index + 2;
  page.out.anchors.push({ id, span: { start, end: start + id.length }, tag: "", attribute: "id" });
}

function lineAbove(text: string, start: number): string {
  let end = start;
  while (end > 0 && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  // More than one line end in between: a blank line.
  if (text.slice(end, start).replace(/\r\n?|\n/g, "n").length > 1) return "";
  let from = end;
  while (from > 0 && text[from - 1] !== "\n" && text[from - 1] !== "\r") from--;
  return text.slice(skipBlanks(text, from, end), end);
}

function isBlock(line: string): boolean {
  return line !== "" && !/^(?:#{1,6}(?:\s|$)|```|~~~|=+\s*$|-+\s*$|<)/.test(line);
}
