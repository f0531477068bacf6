// Character references (`&amp;`, `&#38;`, `&#x26;`) and backslash escapes, decoded. The table of names is that of HTML.

import { characterEntities } from "character-entities";
import { isAlphanumeric, isAsciiPunctuation } from "./characters.ts";
import type { MarkdownSyntax } from "./syntax.ts";

export interface DecodedCharacter {
  /** First offset after the `;`. */
  readonly end: number;
  readonly value: string;
}

const ampersand = 38;
const backslash = 92;

/** The character reference at `at` (where `&` stands), if there is a whole one. */
export function characterReferenceAt(text: string, at: number, to: number): DecodedCharacter | undefined {
  const numeric = text.charCodeAt(at + 1) === 35;
  const hex = numeric && (text.charCodeAt(at + 2) | 32) === 120;
  const from = at + (hex ? 3 : numeric ? 2 : 1);
  const longest = Math.min(to, from + (hex ? 6 : numeric ? 7 : 31));
  let end = from;
  while (end < longest && isAlphanumeric(text.charCodeAt(end))) end++;
  if (end === from || end >= to || text.charCodeAt(end) !== 59) return undefined;
  const name = text.slice(from, end);
  const value = numeric ? numericReference(name, hex) : namedReference(name);
  return value === undefined ? undefined : { end: end + 1, value };
}

function namedReference(name: string): string | undefined {
  return Object.hasOwn(characterEntities, name) ? characterEntities[name] : undefined;
}

function numericReference(digits: string, hex: boolean): string | undefined {
  if (!(hex ? /^[\da-f]+$/i : /^\d+$/).test(digits)) return undefined;
  const code = Number.parseInt(digits, hex ? 16 : 10);
  return isForbidden(code) ? "\uFFFD" : String.fromCodePoint(code);
}

/** Control characters, lone surrogates, non-characters and what is no Unicode at all. */
function isForbidden(code: number): boolean {
  if (code < 9 || code === 11 || (code > 13 && code < 32) || (code > 126 && code < 160)) return true;
  if ((code >= 0xd800 && code <= 0xdfff) || (code >= 0xfdd0 && code <= 0xfdef)) return true;
  return (code & 0xfffe) === 0xfffe || code > 0x10ffff;
}

/** A destination with references and Markdown's escapes decoded; kramdown knows no escapes there (parser/kramdown/link.rb). */
export function decodeDestination(raw: string, { kramdown }: Pick<MarkdownSyntax, "kramdown">): string {
  return decode(raw, kramdown === undefined);
}

/** An attribute's value with HTML's references decoded. */
export function decodeAttribute(raw: string): string {
  return decode(raw, false);
}

function decode(raw: string, escapes: boolean): string {
  if (!raw.includes("&") && !(escapes && raw.includes("\\"))) return raw;
  let result = "";
  let from = 0;
  for (let pos = 0; pos < raw.length; pos++) {
    const code = raw.charCodeAt(pos);
    if (code === backslash && escapes && isAsciiPunctuation(raw.charCodeAt(pos + 1))) {
      result += raw.slice(from, pos);
      from = ++pos;
    } else if (code === ampersand) {
      const found = characterReferenceAt(raw, pos, raw.length);
      if (!found) continue;
      result += raw.slice(from, pos) + found.value;
      from = found.end;
      pos = found.end - 1;
    }
  }
  return result + raw.slice(from);
}
