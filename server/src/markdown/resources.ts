// What stands in the parentheses of `[text](destination "title")` and after `[label]:`. Finds ends, decodes nothing.

import { isControl, isWhitespace, skipWhitespace } from "./characters.ts";
import { shortcodeEnd } from "./shortcodes.ts";
import type { MarkdownSyntax } from "./syntax.ts";

export interface DestinationPlace {
  /** Without `<>`. */
  readonly start: number;
  readonly end: number;
  /** First offset after it, `>` included. */
  readonly after: number;
}

export interface Resource extends DestinationPlace {
  /** First offset after the `)`. */
  readonly close: number;
}

/** Offsets from which on no closing mark of a title exists; kept per block, so that many half-written titles cost one search. */
export interface TitleMemory {
  untitled: Map<number, number> | undefined;
}

/** The resource that the `(` at `open` begins. */
export function resourceAt(
  text: string,
  open: number,
  to: number,
  reading: TitleMemory & { readonly syntax: MarkdownSyntax },
): Resource | undefined {
  const start = skipWhitespace(text, open + 1, to);
  if (text.charCodeAt(start) === 41 && start < to)
    return { start, end: start, after: start, close: start + 1 };
  const place = destinationAt(text, start, to, { deepest: 32, syntax: reading.syntax });
  if (!place) return undefined;
  let pos = skipWhitespace(text, place.after, to);
  if (pos > place.after && pos < to && isTitleMark(text.charCodeAt(pos))) {
    const end = titleEnd(text, pos, to, reading);
    if (end === -1) return undefined;
    pos = skipWhitespace(text, end, to);
  }
  if (pos >= to || text.charCodeAt(pos) !== 41) return undefined;
  return { start: place.start, end: place.end, after: place.after, close: pos + 1 };
}

export function isTitleMark(code: number): boolean {
  return code === 34 || code === 39 || code === 40;
}

/** First offset after the title whose opening mark stands at `at`; -1 where it is not closed. */
export function titleEnd(text: string, at: number, to: number, memory: TitleMemory): number {
  const open = text.charCodeAt(at);
  const close = open === 40 ? 41 : open;
  if (memory.untitled && at >= (memory.untitled.get(close) ?? Number.POSITIVE_INFINITY)) return -1;
  for (let pos = at + 1; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === close) return pos + 1;
    if (code === 92 && pos + 1 < to) {
      const next = text.charCodeAt(pos + 1);
      if (next === close || next === 92) pos++;
    }
  }
  memory.untitled ??= new Map();
  memory.untitled.set(close, at);
  return -1;
}

/** The destination at `at`: in `<>`, or up to white space with balanced parentheses, at most `deepest` deep. */
export function destinationAt(
  text: string,
  at: number,
  to: number,
  limits: { readonly deepest: number; readonly syntax: MarkdownSyntax },
): DestinationPlace | undefined {
  if (at >= to) return undefined;
  if (text.charCodeAt(at) === 60) return enclosedDestination(text, at, to);
  return bareDestination(text, at, to, limits);
}

function enclosedDestination(text: string, at: number, to: number): DestinationPlace | undefined {
  for (let pos = at + 1; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 62) return { start: at + 1, end: pos, after: pos + 1 };
    if (code === 60 || code === 10 || code === 13) return undefined;
    if (code !== 92) continue;
    const next = text.charCodeAt(pos + 1);
    if (next === 60 || next === 62 || next === 92) pos++;
  }
  return undefined;
}

function bareDestination(
  text: string,
  at: number,
  to: number,
  limits: { readonly deepest: number; readonly syntax: MarkdownSyntax },
): DestinationPlace | undefined {
  let depth = 0;
  let pos = at;
  for (; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    // By far the most signs of an address are none of those below.
    if (code > 41 && code !== 92 && code !== 123 && code !== 127) continue;
    if (code === 40) {
      if (depth++ >= limits.deepest) return undefined;
    } else if (code === 41) {
      if (depth === 0) break;
      depth--;
    } else if (code === 92) {
      const next = text.charCodeAt(pos + 1);
      if (pos + 1 < to && (next === 40 || next === 41 || next === 92)) pos++;
    } else if (code === 123 && limits.syntax.shortcodes !== "none") {
      const end = shortcodeEnd(text, pos, to, limits.syntax);
      if (end !== -1) pos = end - 1;
    } else if (isWhitespace(code)) break;
    else if (isControl(code) && code !== 0) return undefined;
  }
  if (pos === at || depth > 0) return undefined;
  return { start: at, end: pos, after: pos };
}

/** Nobody writes a longer address with spaces in it. */
const longestSpaced = 500;

/** kramdown's: the destination may have spaces in it, up to the `)` that balances or to a title in quotes (parser/kramdown/link.rb). */
export function spacedResourceAt(text: string, open: number, to: number): Resource | undefined {
  let depth = 0;
  const last = Math.min(to, open + longestSpaced);
  for (let pos = open; pos < last; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 40) depth++;
    const next = text.charCodeAt(pos + 1);
    const titled = isWhitespace(code) && (next === 34 || next === 39);
    if (titled || (code === 41 && --depth === 0)) {
      const end = titled ? titleClose(text, pos + 1, last) : pos + 1;
      return end === -1 ? undefined : { ...trimmedPlace(text, open + 1, pos), close: end };
    }
  }
  return undefined;
}

/** First offset after the `)` that follows the title at `at`. */
function titleClose(text: string, at: number, to: number): number {
  const quote = text.charAt(at);
  for (
    let close = text.indexOf(quote, at + 2);
    close !== -1 && close < to;
    close = text.indexOf(quote, close + 1)
  ) {
    const after = skipWhitespace(text, close + 1, to);
    if (after < to && text.charCodeAt(after) === 41) return after + 1;
  }
  return -1;
}

function trimmedPlace(text: string, from: number, to: number): DestinationPlace {
  const start = skipWhitespace(text, from, to);
  let end = to;
  while (end > start && isWhitespace(text.charCodeAt(end - 1))) end--;
  return { start, end, after: end };
}
