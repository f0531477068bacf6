// Which runs of `*`, `_` and `~` are marks of emphasis and which are text (CommonMark 6.2, GFM strikethrough).
// It decides only what a reader sees; no link depends on it.

import { shorten } from "../text/shorten.ts";
import { isUnicodePunctuation, isUnicodeWhitespace } from "./characters.ts";
import { plainToken, type Run, type Token } from "./tokens.ts";

const asterisk = 42;
const tilde = 126;

/** The run of one of `*`, `_`, `~` at `at`; three and more `~` are text. */
export function runAt(text: string, at: number, from: number, to: number): Token {
  const marker = text.charCodeAt(at);
  let end = at + 1;
  while (end < to && text.charCodeAt(end) === marker) end++;
  const before = classify(at > from ? text.charCodeAt(at - 1) : 32);
  const after = classify(end < to ? text.charCodeAt(end) : 32);
  const size = end - at;
  const run =
    marker === tilde
      ? tildeRun(size, before, after)
      : starRun(text, { start: at, end, from, to }, before, after);
  const token = plainToken(at, end, text.slice(at, end));
  if (marker !== tilde || size < 3) token.run = run;
  return token;
}

/** 0 other, 1 white space, 2 punctuation. */
function classify(code: number): 0 | 1 | 2 {
  if (isUnicodeWhitespace(code)) return 1;
  return isUnicodePunctuation(code) ? 2 : 0;
}

function tildeRun(left: number, before: number, after: number): Run {
  const opens = after === 0 || (after === 2 && before !== 0);
  const closes = before === 0 || (before === 2 && after !== 0);
  return { marker: tilde, opens, closes, left };
}

/** A `~` beside the run does not count as punctuation, so that `a*~~b~~*` works. */
function starRun(
  text: string,
  place: { readonly start: number; readonly end: number; readonly from: number; readonly to: number },
  before: number,
  after: number,
): Run {
  const marker = text.charCodeAt(place.start);
  const tildeAfter = place.end < place.to && text.charCodeAt(place.end) === tilde;
  const tildeBefore = place.start > place.from && text.charCodeAt(place.start - 1) === tilde;
  const opens = after === 0 || (after === 2 && before !== 0) || tildeAfter;
  const closes = before === 0 || (before === 2 && after !== 0) || tildeBefore;
  const left = place.end - place.start;
  if (marker === asterisk) return { marker, opens, closes, left };
  return {
    marker,
    opens: opens && (before !== 0 || !closes),
    closes: closes && (after !== 0 || !opens),
    left,
  };
}

/** Where the text of an emphasis begins and ends, by its runs. */
export interface Emphasis {
  readonly from: number;
  readonly to: number;
}

/** Uses up the marks of the runs in `tokens` from index `first` on. */
export function resolveEmphasis(tokens: readonly Token[], first: number): readonly Emphasis[] {
  let runs = 0;
  for (let i = first; i < tokens.length; i++) if (tokens[i]?.run) runs++;
  if (runs < 2) return [];
  const found: Emphasis[] = [];
  resolveStars(tokens, first, found);
  resolveTildes(tokens, first, found);
  for (let i = first; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token?.run || token.run.left === token.end - token.start) continue;
    token.text = token.text.slice(0, token.run.left);
    token.boundary = true;
  }
  return found;
}

function resolveStars(tokens: readonly Token[], first: number, found: Emphasis[]): void {
  const openers: Token[] = [];
  const bottoms = new Map<number, number>();
  for (let i = first; i < tokens.length; i++) {
    const closer = tokens[i];
    if (!closer?.run || closer.run.marker === tilde) continue;
    const run = closer.run;
    while (run.closes && run.left > 0) {
      const bottom = run.marker * 8 + (run.opens ? 4 : 0) + (run.left % 3);
      const at = openerOf(openers, run, bottoms.get(bottom) ?? -1);
      const opener = at < 0 ? undefined : openers[at]?.run;
      if (!opener) {
        bottoms.set(bottom, closer.start);
        break;
      }
      found.push({ from: openers[at]?.end ?? 0, to: closer.start });
      const use = opener.left > 1 && run.left > 1 ? 2 : 1;
      opener.left -= use;
      run.left -= use;
      shorten(openers, opener.left > 0 ? at + 1 : at);
    }
    if (run.opens && run.left > 0) openers.push(closer);
  }
}

function openerOf(openers: readonly Token[], closer: Run, bottom: number): number {
  for (let at = openers.length - 1; at >= 0; at--) {
    const token = openers[at];
    if (!token?.run || token.start < bottom) return -1;
    const opener = token.run;
    if (opener.marker !== closer.marker) continue;
    const odd =
      (opener.closes || closer.opens) && closer.left % 3 !== 0 && (opener.left + closer.left) % 3 === 0;
    if (!odd) return at;
  }
  return -1;
}

function resolveTildes(tokens: readonly Token[], first: number, found: Emphasis[]): void {
  const openers: Record<number, Token[]> = { 1: [], 2: [] };
  for (let i = first; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token?.run || token.run.marker !== tilde) continue;
    const size = token.run.left;
    const same = openers[size] ?? [];
    const opener = token.run.closes ? same.pop() : undefined;
    if (opener?.run) {
      found.push({ from: opener.end, to: token.start });
      opener.run.left = 0;
      token.run.left = 0;
      const other = openers[3 - size] ?? [];
      while ((other.at(-1)?.start ?? -1) > opener.start) other.pop();
    } else if (token.run.opens) same.push(token);
  }
}
