// Addresses that are links without any mark, as goldmark reads them (extension/linkify.go): ASCII only, and only where a
// line, a space, one of `* _ ~ (` or another construct ends before them. Hugo's typographer makes a construct of quotes and dashes.

import { isAlphanumeric, isLineEnd, isUnicodePunctuation, isWhitespace } from "./characters.ts";
import { type Literal, protocolStart, type Room } from "./literals.ts";

const host = String.raw`[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+`;
const rest = String.raw`[-a-zA-Z0-9@:%_+.~#!?&/=();,'">^{}\[\]\x60`;
const web = new RegExp(`(?:https?|ftp)://${host}(?::\\d+)?(?:[/#?]${rest}$]*)?`, "y");
const www = new RegExp(`www\\.${host}(?:[/#?]${rest}]*)?`, "y");

/** The address whose `:` (of `https:`) or first `w` stands at `at`. Its mail addresses lead nowhere on a site: they are left out. */
export function goldmarkLiteralAt(text: string, at: number, room: Room): Literal | undefined {
  const named = text.charCodeAt(at) !== 58;
  const start = named ? at : protocolStart(text, at, room.plainFrom);
  if (start === -1 || !mayBegin(text, start, room)) return undefined;
  const found = matchAt(named ? www : web, text.slice(start, room.to));
  if (found === undefined) return undefined;
  const value = withoutEnd(found);
  return { start, end: start + value.length, value: named ? `http://${value}` : value };
}

function matchAt(pattern: RegExp, text: string): string | undefined {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[0];
}

function mayBegin(text: string, start: number, { from, plainFrom }: Room): boolean {
  if (start === from) return true;
  const before = text.charCodeAt(start - 1);
  if (isWhitespace(before) || isLineEnd(before) || "*_~(".includes(text[start - 1] ?? "")) return true;
  // Entities and escapes are text to goldmark, constructs to us.
  if (start === plainFrom) return before !== 59 && text.charCodeAt(start - 2) !== 92;
  return (
    opensQuote(text, start - 1, from) || /(?:--|\.\.\.)$/.test(text.slice(Math.max(from, start - 3), start))
  );
}

function opensQuote(text: string, at: number, from: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 34 && code !== 39) return false;
  const before = text.charCodeAt(at - 1);
  return at === from || isWhitespace(before) || isLineEnd(before) || isUnicodePunctuation(before);
}

/** One last sign is looked at (`.`, closing parentheses without an opening one, an entity), then marks are taken off. */
function withoutEnd(found: string): string {
  let end = found.length;
  if (found.endsWith(".")) end--;
  else if (found.endsWith(")")) end -= Math.max(0, count(found, ")") - count(found, "("));
  else if (found.endsWith(";")) {
    let pos = end - 2;
    while (pos >= 0 && isAlphanumeric(found.charCodeAt(pos))) pos--;
    if (pos !== end - 2 && found[pos] === "&") end = pos;
  }
  while (end > 1 && "?!.,:*_~".includes(found[end - 1] ?? "")) end--;
  return found.slice(0, end);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
