// `[text](/a path with spaces)`: what its author meant as a link, and what is text for every reader of Markdown.

import { isBlank, isLineEnd, skipBlanks } from "./characters.ts";
import { decodeDestination } from "./entities.ts";
import { type Bracket, type InlineState, place } from "./inlineState.ts";

const longestNearLink = 500;
/** Deeper parentheses are in nobody's path. */
const deepest = 4;

/** Emits the near link of the bracket that closes at `at` and is followed by `(`, if it is one. */
export function nearLinkAt(state: InlineState, opener: Bracket, at: number): void {
  const { text } = state;
  const close = closingParenthesis(text, at + 1, Math.min(state.to, at + longestNearLink));
  if (close === -1) return;
  const start = skipBlanks(text, at + 2, close);
  const end = destinationEnd(text, start, close);
  const raw = text.slice(start, end);
  if (!/[ \t]/.test(raw) || !looksLikeAddress(raw)) return;
  state.page.out.nearLinks.push({
    image: opener.image,
    span: place(state, opener.start, close + 1),
    text: text.slice(opener.end, at),
    destination: { raw, value: decodeDestination(raw, state.page.syntax), span: place(state, start, end) },
  });
}

/** The `)` on the same line that balances the `(` at `open`. */
function closingParenthesis(text: string, open: number, to: number): number {
  let depth = 0;
  for (let pos = open; pos < to; pos++) {
    const code = text.charCodeAt(pos);
    if (isLineEnd(code)) return -1;
    if (code === 92) pos++;
    else if (code === 40 && ++depth > deepest) return -1;
    else if (code === 41 && --depth === 0) return pos;
  }
  return -1;
}

/** Where the destination ends: before a title in quotes and the blanks. */
function destinationEnd(text: string, start: number, close: number): number {
  let end = close;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  const quote = text.charCodeAt(end - 1);
  if (quote !== 34 && quote !== 39) return end;
  let open = end - 2;
  while (open > start && text.charCodeAt(open) !== quote) open--;
  if (open <= start || !isBlank(text.charCodeAt(open - 1))) return end;
  end = open;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

/** A path, a relative path, a full address, or something that ends like a file's name. */
function looksLikeAddress(raw: string): boolean {
  return (
    /^(?:\.{0,2}\/|#|[a-z][a-z0-9+.-]*:\/\/|mailto:)/i.test(raw) ||
    /\.[a-z][a-z0-9]{1,5}(?:[?#]\S*)?$/i.test(raw)
  );
}
