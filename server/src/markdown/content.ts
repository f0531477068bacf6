// The text of one block for the inline scanner: a stretch of the page itself, or, where markers of block quotes stand
// between its lines, the lines joined, with the way back to offsets of the page.

import type { Span } from "../text/span.ts";

export interface Content {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Of joined lines: where each begins in `text`, and in the page. */
  readonly lines?: { readonly joined: readonly number[]; readonly source: readonly number[] } | undefined;
}

/** The content at `from`–`to`. Contents are made here where there are many, since objects of one shape are read fastest. */
export function stretch(text: string, from: number, to: number, lines?: Content["lines"]): Content {
  return { text, from, to, lines };
}

/** The offset in the page of an offset in the content. */
export function sourceOffset(content: Content, offset: number): number {
  const lines = content.lines;
  if (!lines) return offset;
  let low = 0;
  let high = lines.joined.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.joined[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (lines.source[low] ?? 0) + offset - (lines.joined[low] ?? 0);
}

export function sourceSpan(content: Content, start: number, end: number): Span {
  if (!content.lines) return { start, end };
  return { start: sourceOffset(content, start), end: sourceOffset(content, end) };
}

/** Lines of the page: the first `count` of those from `starts[i]` to `ends[i]`. */
export interface Lines {
  readonly count: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The content of the lines; `apart` when something other than white space stands between them. */
export function contentOf(page: string, { count, starts, ends }: Lines, apart: boolean): Content {
  const from = starts[0] ?? 0;
  if (!apart || count === 1) return stretch(page, from, ends[count - 1] ?? from);
  const joined: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (let i = 0; i < count; i++) {
    const part = page.slice(starts[i], ends[i]);
    joined.push(length);
    parts.push(part);
    length += part.length + 1;
  }
  return stretch(parts.join("\n"), 0, length - 1, { joined, source: starts.slice(0, count) });
}
