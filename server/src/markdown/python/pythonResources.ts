// What stands in the parentheses of a link of Python-Markdown (`LinkInlineProcessor.getLink`): an address that may have spaces
// and balanced parentheses, then perhaps a title in quotes. Finds ends, decodes nothing.

import { isAsciiPunctuation, skipWhitespace } from "../characters.ts";
import type { Resource } from "../resources.ts";

/** Nobody's address and title are longer; what is not closed within is no link. */
const longest = 2000;

/** The resource that the `(` at `open` begins. */
export function pythonResourceAt(text: string, open: number, to: number): Resource | undefined {
  const start = skipWhitespace(text, open + 1, to);
  const limit = Math.min(to, open + longest);
  if (text.charCodeAt(start) === 60) {
    const enclosed = /^<([^<>]*)>\s*(?:(?:'[^']*'|"[^"]*")\s*)?\)/.exec(text.slice(start, limit));
    const address = enclosed?.[1];
    if (enclosed && address !== undefined) {
      const from = start + 1 + address.length - address.trimStart().length;
      const end = Math.max(from, start + 1 + address.trimEnd().length);
      return { start: from, end, after: end, close: start + enclosed[0].length };
    }
  }
  return bare(text, start, limit);
}

interface Quote {
  readonly mark: string;
  readonly start: number;
  exit: number;
}

/** Follows parentheses and quotes; a title that is never closed gives the place of the parenthesis back. */
function bare(text: string, start: number, to: number): Resource | undefined {
  let depth = 1;
  let fallback = -1;
  let outer = 1;
  let quote: Quote | undefined;
  let other: Quote | undefined;
  let last = "";
  for (let pos = start; pos < to; pos++) {
    const sign = text.charAt(pos);
    if (sign === "\\" && isAsciiPunctuation(text.charCodeAt(pos + 1))) {
      pos++;
      last = "";
      continue;
    }
    if (sign === "(") {
      if (!quote) depth++;
      else if (outer > 0) outer--;
    } else if (sign === ")") {
      if (endsTitle(quote, last) || endsTitle(other, last)) depth = 0;
      else if (!quote) depth--;
      else if (outer > 0 && --outer === 0) fallback = pos;
    } else if (sign === '"' || sign === "'") {
      if (!quote) {
        quote = { mark: sign, start: pos, exit: -1 };
        outer = depth;
        depth = 1;
      } else if (sign === quote.mark) quote.exit = pos;
      else if (!other) other = { mark: sign, start: pos, exit: -1 };
      else if (sign === other.mark) other.exit = pos;
    }
    if (depth === 0) {
      const title = endsTitle(quote, last) ? quote : endsTitle(other, last) ? other : undefined;
      return resource(text, start, title?.start ?? pos, pos);
    }
    if (sign !== " ") last = sign;
  }
  return fallback === -1 ? undefined : resource(text, start, fallback, fallback);
}

function endsTitle(quote: Quote | undefined, last: string): boolean {
  return quote !== undefined && quote.exit !== -1 && quote.mark === last;
}

function resource(text: string, start: number, end: number, close: number): Resource {
  let to = end;
  while (to > start && /\s/.test(text.charAt(to - 1))) to--;
  return { start, end: to, after: to, close: close + 1 };
}
